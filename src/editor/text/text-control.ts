import { Map as ImmutableMap } from 'immutable';
import type { Node } from 'prosemirror-model';
import { NodeSelection, Plugin, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { Component, createElement, createRef, type ReactNode } from 'react';
import { TEXT_MAX_CHARACTERS } from '../../schemas/text-limits.ts';
import type { ControlProps } from '../checked-control.ts';
import { textOf } from '../entry-values.ts';
import { loadRenderer } from '../page-preview.ts';
import { commands, putPicture, rangeOfLink, setLink, setPicture } from './commands.ts';
import { depthOf, insertPasted, placesOf } from './insert-pasted.ts';
import { LinkPanel } from './link-panel.ts';
import { readPasted, withoutStyles, type Pasted } from './paste.ts';
import { pictureFiles, picturesFor } from './pasted-pictures.ts';
import { PicturePanel, type ShownPicture } from './picture-panel.ts';
import { readText, type ReadText } from './from-markdown.ts';
import { attrOf, nodeTypes, textSchema } from './text-schema.ts';
import { textState } from './text-state.ts';
import { Toolbar } from './toolbar.ts';
import { TextWriter } from './to-markdown.ts';

type Renderer = Awaited<ReturnType<typeof loadRenderer>>;

/** What Decap hands to a control that shows pictures. */
interface TextControlProps extends ControlProps {
	getAsset: (path: string, field?: unknown) => { url?: string };
	mediaPaths: ImmutableMap<string, unknown>;
	onOpenMediaLibrary: (payload: object) => void;
	onRemoveInsertedMedia: (controlId: string) => void;
	/** Uploads a picture, and says itself if that fails. */
	onPersistMedia: (file: File, options: object) => Promise<{ payload?: { path?: string } } | undefined>;
}

/** A picture that came with a paste, and the place in the text that is kept for it. */
interface WaitingPicture {
	file: File;
	place: number;
}

interface FieldState {
	renderer?: Renderer;
	editor?: EditorState;
	isMarkdown: boolean;
	panel?: 'link' | 'picture' | 'pasted' | undefined;
	picture: ShownPicture;
	say: string;
	offersPicture: boolean;
	problem?: string | undefined;
}

const noPicture: ShownPicture = { src: '', alt: '', title: '' };

const NOT_WRITTEN =
	'What you did last cannot be kept: Markdown has no way to say it. Undo it, or press “Markdown” and write it there.';

const some = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What a paste left out, as a sentence; empty if nothing. */
function leftOut(pictures: number, links: number): string {
	const parts = [
		...(pictures > 0 ? [some(pictures, 'picture')] : []),
		...(links > 0 ? [`${some(links, 'link')} that lead${links === 1 ? 's' : ''} nowhere from here`] : []),
	];
	return parts.length === 0 ? '' : `Pasted without ${parts.join(' and ')}.`;
}

/** Plain text: each line is a paragraph. */
const paragraphsOf = (text: string): Node[] =>
	text.split(/\r\n|\r|\n/).flatMap((line) => {
		const words = line.trim();
		return words === '' ? [] : [nodeTypes.paragraph.create(null, textSchema.text(words))];
	});

/** The field for texts: what one sees while writing is what the page shows, and what is not touched stays as it is. */
export class TextControl extends Component<ControlProps, FieldState> {
	override state: FieldState = { isMarkdown: false, picture: noPicture, say: '', offersPicture: false };
	mount = createRef<HTMLDivElement>();
	root = createRef<HTMLDivElement>();
	view: EditorView | undefined;
	read: ReadText | undefined;
	writer: TextWriter | undefined;
	/** The text that the field shows, as it was last handed on or taken over. */
	shown = '';
	/** After Escape, Tab leaves the field. */
	letsTabGo = false;
	mediaId = crypto.randomUUID();
	/** Pictures that were pasted and are not in the text yet; the first is asked about. */
	waiting: WaitingPicture[] = [];

	get decap(): TextControlProps {
		// Decap hands this to every control.
		return this.props as TextControlProps;
	}

	get origins(): string[] {
		const site = this.state.renderer?.site.origin;
		return [location.origin, ...(site ? [site] : [])];
	}

	override componentDidMount(): void {
		this.shown = textOf(this.props.value);
		document.querySelector(`label[for="${CSS.escape(this.props.forID)}"]`)?.addEventListener('click', this.focus);
		void loadRenderer().then(
			(renderer) => {
				this.setState({ renderer }, this.start);
			},
			// The text can be written all the same, as Markdown.
			() => {
				this.setState({ isMarkdown: true });
			},
		);
	}

	/** Decap asks this too, with properties alone, before it hands on what was chosen among the pictures. */
	override shouldComponentUpdate(next: ControlProps, state: unknown): boolean {
		const isHanded = next.value !== this.props.value || next['mediaPaths'] !== this.props['mediaPaths'];
		return isHanded || (state !== undefined && state !== this.state);
	}

	override componentDidUpdate(): void {
		const value = textOf(this.props.value);
		// Another’s text: what was typed here comes back as it was handed on.
		if (value !== this.shown) {
			this.shown = value;
			this.start();
		}
		const chosen = this.decap.mediaPaths.get(this.mediaId);
		if (typeof chosen === 'string' && chosen !== '') {
			this.decap.onRemoveInsertedMedia(this.mediaId);
			this.setState(({ picture }) => ({ picture: { ...picture, src: chosen } }));
		}
	}

	override componentWillUnmount(): void {
		this.view?.destroy();
	}

	/** Decap asks whether what is in the field may be saved. */
	isValid = () =>
		this.state.problem === undefined ? true : { error: { type: 'CUSTOM', message: this.state.problem } };

	focus = (): void => {
		this.view?.focus();
	};

	/** Shows the text anew. */
	start = (): void => {
		const { renderer, isMarkdown } = this.state;
		if (!renderer || isMarkdown || !this.mount.current) return;
		const { parseMarkdown: parse, textProblems } = renderer;
		this.read = readText(this.shown, parse);
		this.writer = new TextWriter({ parse, problems: (text) => textProblems(text, () => true) });
		const editor = textState(this.read.doc, [this.plugin]);
		this.setState({ editor, problem: undefined });
		if (this.view) this.view.updateState(editor);
		else this.view = this.makeView(this.mount.current, editor);
	};

	makeView(mount: HTMLElement, state: EditorState): EditorView {
		return new EditorView(
			{ mount },
			{
				state,
				attributes: { id: this.props.forID, role: 'textbox', 'aria-multiline': 'true', class: 'text-field-words' },
				dispatchTransaction: (tr) => {
					this.waiting = this.waiting.map(({ file, place }) => ({ file, place: tr.mapping.map(place) }));
					this.apply(this.view?.state.apply(tr) ?? state, tr.docChanged);
				},
				nodeViews: { image: (node) => this.showPicture(node) },
				handleDOMEvents: {
					paste: (_view, event) => this.paste(event),
					drop: (_view, event) => this.drop(event),
					keydown: (_view, event) => this.isLeaving(event),
				},
			},
		);
	}

	plugin = new Plugin({
		props: {
			handleKeyDown: (_view, event) => {
				if (event.altKey && event.key === 'F10') {
					this.root.current?.querySelector<HTMLElement>('.text-tools [tabindex="0"]')?.focus();
					return true;
				}
				if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
					event.preventDefault();
					this.openPanel('link');
					return true;
				}
				return false;
			},
		},
	});

	apply(editor: EditorState, isChanged: boolean): void {
		this.view?.updateState(editor);
		this.setState({ editor });
		if (isChanged) this.setState({ say: '', offersPicture: false });
		if (!isChanged || !this.read || !this.writer) return;
		const text = this.writer.write(editor.doc, this.read);
		this.setState({ problem: text === undefined ? NOT_WRITTEN : undefined });
		if (text !== undefined) this.change(text);
	}

	change(text: string): void {
		this.shown = text;
		this.props.onChange(text);
	}

	run = (command: Command): void => {
		if (!this.view) return;
		command(this.view.state, this.view.dispatch, this.view);
		this.view.focus();
	};

	/** Puts what a clipboard or a drag brings in, and says what of it was left out. */
	take(data: DataTransfer | null, state: EditorState): boolean {
		if (!data || !this.view) return false;
		const html = data.getData('text/html');
		const { blocks, pictures, links }: Pasted = html
			? readPasted(
					new DOMParser().parseFromString(withoutStyles(html), 'text/html'),
					{ origins: this.origins, hasKept: (source) => this.hasKept(source) },
					depthOf(state),
				)
			: { blocks: paragraphsOf(data.getData('text/plain')), pictures: [], links: 0 };
		const alone = blocks.length === 0 ? pictureFiles(data) : [];
		const among =
			alone.length > 0
				? alone
				: picturesFor(
						pictures.map(({ address }) => address),
						data,
					);
		if (blocks.length > 0) this.view.dispatch(insertPasted(state, blocks).scrollIntoView());
		const places = placesOf(
			alone.length > 0 ? alone.map(() => ({ after: 0 })) : pictures,
			blocks.length,
			state,
			this.view.state.selection,
		);
		const isAsking = this.waiting.length > 0;
		this.waiting.push(...among.flatMap((file, index) => (file ? [{ file, place: places[index] ?? 0 }] : [])));
		if (!isAsking) void this.askForPicture();
		const missing = among.filter((file) => !file).length;
		const say = leftOut(missing, links);
		if (say) this.setState({ say, offersPicture: missing > 0 });
		return true;
	}

	/** Uploads the first of the pictures that wait, and asks what it shows; one that is refused is left out. */
	askForPicture = async (): Promise<void> => {
		for (;;) {
			const [first] = this.waiting;
			if (!first) return;
			const answer = await this.decap.onPersistMedia(first.file, { field: this.props.field });
			const name = answer?.payload?.path?.split('/').at(-1);
			if (name !== undefined) {
				this.setState({ panel: 'pasted', picture: { src: `../assets/${name}`, alt: '', title: '' } });
				return;
			}
			this.waiting.shift();
		}
	};

	/** Goes on after a picture was put in or left out. */
	endPicture(): void {
		this.waiting.shift();
		this.closePanel();
		void this.askForPicture();
	}

	paste(event: ClipboardEvent): boolean {
		if (!this.view || !this.take(event.clipboardData, this.view.state)) return false;
		event.preventDefault();
		return true;
	}

	drop(event: DragEvent): boolean {
		const place = this.view?.posAtCoords({ left: event.clientX, top: event.clientY });
		// What is dragged within the field ProseMirror moves.
		if (!this.view || this.view.dragging || !place) return false;
		event.preventDefault();
		const { state } = this.view;
		const selection = TextSelection.near(state.doc.resolve(place.pos));
		this.view.dispatch(state.tr.setSelection(selection));
		return this.take(event.dataTransfer, this.view.state);
	}

	/** Whether a key leaves the field: Tab would go on to the next item or cell. */
	isLeaving({ key }: KeyboardEvent): boolean {
		const leaves = this.letsTabGo && key === 'Tab';
		this.letsTabGo = key === 'Escape' || (this.letsTabGo && key === 'Shift');
		return leaves;
	}

	hasKept(source: string): boolean {
		let has = false;
		this.view?.state.doc.descendants((node) => {
			has ||= node.type === nodeTypes.kept && attrOf(node, 'source') === source;
		});
		return has;
	}

	/** Where a browser finds a picture: what was just chosen is in the browser, others are on the site. */
	addressOf(src: string): string | undefined {
		const chosen = this.decap.getAsset(src, this.props.field).url;
		if (chosen?.startsWith('blob:')) return chosen;
		return this.state.renderer?.site.pictures[src.replace('../assets/', '')]?.src;
	}

	showPicture(node: Node): { dom: HTMLElement } {
		const address = this.addressOf(attrOf(node, 'src'));
		const dom = document.createElement(address === undefined ? 'span' : 'img');
		dom.className = 'text-field-picture';
		if (dom instanceof HTMLImageElement) Object.assign(dom, { src: address, alt: attrOf(node, 'alt') });
		else dom.textContent = `Picture: ${attrOf(node, 'alt')} (${attrOf(node, 'src')})`;
		return { dom };
	}

	openPanel = (panel: 'link' | 'picture'): void => {
		// One question after the other.
		if (this.state.panel === 'pasted') return;
		const selection = this.view?.state.selection;
		const node =
			selection instanceof NodeSelection && selection.node.type === nodeTypes.image ? selection.node : undefined;
		const picture = node
			? { src: attrOf(node, 'src'), alt: attrOf(node, 'alt'), title: attrOf(node, 'title') }
			: noPicture;
		this.setState({ panel, picture });
	};

	closePanel = (): void => {
		this.setState({ panel: undefined });
		this.focus();
	};

	choosePicture = (): void => {
		this.decap.onRemoveInsertedMedia(this.mediaId);
		this.decap.onOpenMediaLibrary({
			controlID: this.mediaId,
			forImage: true,
			allowMultiple: false,
			value: '',
			config: ImmutableMap(),
			field: this.props.field,
		});
	};

	toggleMarkdown = (): void => {
		this.waiting = [];
		this.view?.destroy();
		this.view = undefined;
		this.setState(
			({ isMarkdown, renderer }) => ({ isMarkdown: !isMarkdown || !renderer, panel: undefined, problem: undefined }),
			this.start,
		);
	};

	/** Asks what the first of the pictures shows that were pasted. */
	askAboutPicture(): ReactNode {
		const { picture } = this.state;
		const [first, ...rest] = this.waiting;
		const more = rest.length > 0 ? ` ${some(rest.length, 'more picture')} after it.` : '';
		return createElement(PicturePanel, {
			key: first?.file.name,
			picture,
			address: this.addressOf(picture.src),
			words: `This picture came along. Say what it shows, and it stands where it stood.${more}`,
			onChoose: this.choosePicture,
			onSet: ({ src, alt, title }: ShownPicture) => {
				this.run(putPicture(first?.place ?? 0, src, alt, title));
				this.endPicture();
			},
			onClose: () => {
				this.endPicture();
			},
		});
	}

	panel(): ReactNode {
		const { panel, picture, editor } = this.state;
		if (!panel || !editor) return undefined;
		const range = rangeOfLink(editor);
		if (panel === 'link') {
			return createElement(LinkPanel, {
				href: range?.href ?? '',
				hasWords: range !== undefined || !editor.selection.empty,
				origins: this.origins,
				onSet: (href: string, words: string) => {
					this.setState({ panel: undefined });
					this.run(setLink(href, words));
				},
				onRemove: () => {
					this.setState({ panel: undefined });
					this.run(commands.removeLink);
				},
				onClose: this.closePanel,
			});
		}
		if (panel === 'pasted') return this.askAboutPicture();
		return createElement(PicturePanel, {
			picture,
			address: picture.src ? this.addressOf(picture.src) : undefined,
			onChoose: this.choosePicture,
			onSet: ({ src, alt, title }: ShownPicture) => {
				this.setState({ panel: undefined });
				this.run(setPicture(src, alt, title));
			},
			onClose: this.closePanel,
		});
	}

	override render(): ReactNode {
		const { renderer, editor, isMarkdown, say, offersPicture, problem } = this.state;
		const { forID } = this.props;
		const length = this.shown.length;
		const toolbar = createElement(Toolbar, {
			controls: forID,
			state: isMarkdown ? undefined : editor,
			run: this.run,
			openPanel: this.openPanel,
			toggleMarkdown: this.toggleMarkdown,
			leave: this.focus,
		});
		return createElement(
			'div',
			{ className: 'text-field', ref: this.root },
			createElement('div', { className: 'text-field-head' }, toolbar, this.panel()),
			isMarkdown
				? createElement('textarea', {
						id: forID,
						className: 'text-field-markdown',
						spellCheck: true,
						value: textOf(this.props.value),
						onChange: ({ target }: { target: { value: string } }) => {
							this.change(target.value);
						},
					})
				: createElement('div', { ref: this.mount, lang: 'en' }),
			createElement(
				'div',
				{ className: 'text-field-foot' },
				createElement(
					'p',
					{ role: 'status', className: 'text-field-say' },
					problem ?? (say || (renderer || isMarkdown ? '' : 'The text is being loaded …')),
					offersPicture
						? createElement(
								'button',
								{
									type: 'button',
									onClick: () => {
										this.openPanel('picture');
									},
								},
								'Put a picture in',
							)
						: undefined,
				),
				createElement(
					'p',
					{ className: length > TEXT_MAX_CHARACTERS ? 'text-field-length is-over' : 'text-field-length' },
					`${length.toLocaleString('en')} of ${TEXT_MAX_CHARACTERS.toLocaleString('en')} characters`,
				),
			),
		);
	}
}

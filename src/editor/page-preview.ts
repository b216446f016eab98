import type { Map as ImmutableMap } from 'immutable';
import { Component, createElement } from 'react';
import { pruned } from '../files/pruned.ts';
import type { Picture } from '../formats/markdown.ts';
import { MODULE_ADDRESS, SITE_ADDRESS } from '../preview/addresses.ts';
import type { PreviewSite } from '../preview/preview-site.ts';
import type { renderPreview, textProblems } from '../preview/render-preview.ts';
import type { CollectionName } from '../schemas/collections.ts';
import { fieldsOf } from './config.ts';

/** What Decap hands to a preview. */
interface PreviewProps {
	entry: ImmutableMap<string, unknown>;
	/** The file of a picture, also of one that was only just chosen. */
	getAsset: (path: string) => { toString: () => string } | undefined;
}

/** What the editor has of the pages. */
export interface Renderer {
	render: typeof renderPreview;
	textProblems: typeof textProblems;
	site: PreviewSite;
}

let loading: Promise<Renderer> | undefined;

/** The components of the pages, and what they ask of other entries; loaded with the first preview. */
export function loadRenderer(): Promise<Renderer> {
	loading ??= Promise.all([
		import(/* @vite-ignore */ MODULE_ADDRESS) as Promise<{
			renderPreview: typeof renderPreview;
			textProblems: typeof textProblems;
		}>,
		fetch(SITE_ADDRESS).then((answer) => answer.json() as Promise<PreviewSite>),
	]).then(([module, site]) => ({ render: module.renderPreview, textProblems: module.textProblems, site }));
	// A preview that could not be loaded is asked for again.
	loading.catch(() => (loading = undefined));
	return loading;
}

/** Typing pauses this long before the page is drawn anew. */
const PAUSE_IN_MS = 150;
/** The size of a picture that was just chosen is not known yet; the page keeps this much room. */
const SIZE_UNKNOWN = { width: 800, height: 600 };
const COVER = { position: 'fixed', inset: 0, inlineSize: '100%', blockSize: '100%', border: 0 } as const;

/** Shows a draft as the page it will be: the pages’ own components and CSS, in a frame that runs no script. */
export class PagePreview extends Component<PreviewProps> {
	frame: HTMLIFrameElement | null = null;
	timer: ReturnType<typeof setTimeout> | undefined;

	override componentDidMount() {
		void this.draw();
	}

	override componentDidUpdate() {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.draw(), PAUSE_IN_MS);
	}

	override componentWillUnmount() {
		clearTimeout(this.timer);
	}

	findPicture = (file: string): Picture | undefined => {
		const src = this.props.getAsset(`../assets/${file}`)?.toString();
		return src?.startsWith('blob:') ? { src, ...SIZE_UNKNOWN } : undefined;
	};

	async draw() {
		const { entry } = this.props;
		const { body, ...data } = pruned(fieldsOf((entry.get('data') as ImmutableMap<string, unknown>).toJS()));
		const draft = { slug: entry.get('slug') as string, data, body: typeof body === 'string' ? body : '' };
		const html = await loadRenderer()
			.then(({ render, site }) => render(entry.get('collection') as CollectionName, draft, site, this.findPicture))
			.catch((error: unknown) => `<p>The preview could not be drawn: ${String(error).replace(/[<&]/g, ' ')}</p>`);
		if (entry === this.props.entry) this.show(html);
	}

	/** Exchanges the body alone while the head stays, so that the page keeps its place and does not flicker. */
	show(html: string) {
		const shown = this.frame?.contentDocument;
		if (!this.frame || !shown) return;
		const next = new DOMParser().parseFromString(html, 'text/html');
		if (shown.head.innerHTML === next.head.innerHTML) shown.body.replaceWith(shown.adoptNode(next.body));
		else this.frame.srcdoc = html;
	}

	override render() {
		return createElement('iframe', {
			title: 'The page as it will be',
			// No script, whatever a draft holds.
			sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
			style: COVER,
			ref: (frame: HTMLIFrameElement | null) => {
				this.frame = frame;
			},
		});
	}
}

import type { PreviewTemplateComponentProps } from 'decap-cms-core';
import { Component, createElement } from 'react';
import { pruned } from '../files/values.ts';
import type { Picture } from '../formats/markdown.ts';
import { once } from '../model/once.ts';
import { SITE_ADDRESS } from '../preview/addresses.ts';
import { loadPreview } from '../preview/load-preview.client.ts';
import type { PreviewSite } from '../preview/preview-site.ts';
import { fetchJson } from '../search/fetch-json.client.ts';
import { fieldsOf } from './config.ts';
import { textOf, valuesOf } from './entry-values.ts';

/** The components of the pages, and what they ask of other entries; loaded with the first preview. */
export const loadRenderer = once(async () => {
	const [module, site] = await Promise.all([loadPreview(), fetchJson<PreviewSite>(SITE_ADDRESS)]);
	return { ...module, site };
});

/** Typing pauses this long before the page is drawn anew. */
const PAUSE_IN_MS = 150;
/** The size of a picture that was just chosen is not known yet; the page keeps this much room. */
const SIZE_UNKNOWN = { width: 800, height: 600 };
/** The pane of Decap that is for the preview. */
const COVER = { position: 'absolute', inset: 0, inlineSize: '100%', blockSize: '100%', border: 0 } as const;

/** Shows a draft as the page it will be: the pages’ own components and CSS, in a frame that runs no script. */
export class PagePreview extends Component<PreviewTemplateComponentProps> {
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
		const { url } = this.props.getAsset(`../assets/${file}`);
		// Only of a picture that was just chosen.
		return url.startsWith('blob:') ? { src: url, ...SIZE_UNKNOWN } : undefined;
	};

	async draw() {
		const { entry } = this.props;
		const { collection, slug, data: fields } = valuesOf(entry);
		const { body, ...data } = pruned(fieldsOf(fields.toJS()));
		const draft = { slug, data, body: textOf(body) };
		const html = await loadRenderer()
			.then(({ renderPreview, site }) => renderPreview(collection, draft, site, this.findPicture))
			.catch((error: unknown) => `<p>The preview could not be drawn: ${String(error).replace(/[<&]/g, ' ')}</p>`);
		if (entry === this.props.entry) this.show(html);
	}

	/** Exchanges the body alone while the head stays, so that the page keeps its place and does not flicker. */
	show(html: string) {
		const shown = this.frame?.contentDocument;
		if (!this.frame || !shown) return;
		// Firefox has no head yet while it loads the page before this one.
		const isLoaded = shown.readyState === 'complete';
		const next = new DOMParser().parseFromString(html, 'text/html');
		if (isLoaded && shown.head.innerHTML === next.head.innerHTML) shown.body.replaceWith(shown.adoptNode(next.body));
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

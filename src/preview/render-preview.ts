// First, so that each layer of CSS gets its rank.
import '../styles/layers.css';
import '../schemas/jitless.ts';
import mdxRenderer from '@astrojs/mdx/server.js';
import type { SSRResult } from 'astro';
import { renderToString } from 'astro/runtime/server/index.js';
import { parseMarkdown, renderMarkdown, type Picture } from '../formats/markdown.ts';
import { collections, type Collection, type CollectionName } from '../schemas/collections.ts';
import { slug as slugSchema } from '../schemas/fields.ts';
import Preview from './Preview.astro';
import { completeDraft } from './complete-draft.ts';
import type { PreviewSite } from './preview-site.ts';
import { textProblems } from './text-problems.ts';

/** An entry as it stands in an editor’s form. */
export interface ShownDraft {
	/** The file’s name; a new entry has none yet. */
	slug?: string | undefined;
	/** The fields as an editor has filled them in so far, right or wrong. */
	data: unknown;
	/** The text, in Markdown. */
	body?: string | undefined;
}

type Component = Parameters<typeof renderToString>[1];

/**
 * What Astro’s renderer has to know of the page around a component. The container that Astro offers for this brings
 * its build tools with it. No scripts: a preview shows, and does not act.
 */
const resultForBrowser = () =>
	({
		base: '/',
		compressHTML: true,
		inlinedScripts: { get: () => '' },
		componentMetadata: new Map(),
		clientDirectives: new Map(),
		renderers: [{ name: mdxRenderer.name, ssr: mdxRenderer }],
		createAstro: (props: unknown, slots: unknown) => ({ props, slots }),
		_metadata: {
			hasRenderedHead: true,
			renderedScripts: new Set(),
			propagators: new Set(),
			extraHead: [],
			templateDepth: 0,
		},
	}) as unknown as SSRResult;

/** A link to a place on the same page. In texts and attributes < stands escaped, so that this is a tag. */
const LINK_WITHIN = /(<a)((?:\s(?:[^>"]|"[^"]*")*?)?\shref=")(?=#)/g;

/** What takes a text apart, for the field that it is written in, and what the build would refuse in it. */
export { parseMarkdown, textProblems };

/**
 * The page that a draft will be, as an HTML document for the `srcdoc` of a frame. Shows as much as there is; says what
 * is missing or wrong. Links to other pages open beside the editor.
 */
export async function renderPreview(
	collection: CollectionName,
	draft: ShownDraft,
	site: PreviewSite,
	findPicture: (file: string) => Picture | undefined = () => undefined,
): Promise<string> {
	const { onlySlug }: Collection = collections[collection];
	const slug = onlySlug ?? slugSchema.safeParse(draft.slug).data ?? 'new';
	const { data, missing, invalid } = completeDraft(collection, draft.data, site.today);
	const pictureOf = (file: string) =>
		findPicture(file) ?? (Object.hasOwn(site.pictures, file) ? site.pictures[file] : undefined);
	const { html, problems } = renderMarkdown(draft.body ?? '', pictureOf);
	const notes = [
		...(missing.length > 0 ? [`Not filled in yet, so left out or held by a stand-in: ${missing.join('; ')}.`] : []),
		...(invalid.length > 0 ? [`Not shown as it stands, because it is not valid: ${invalid.join('; ')}.`] : []),
		...problems.map(({ rule, mend }) => `${rule}. ${mend}`),
	];
	const props = { entry: { collection, id: slug, data }, html, site, findPicture: pictureOf, notes };
	// To the compiler a component is no more than its props, and could answer with a Response: this one never does.
	const page = (await renderToString(resultForBrowser(), Preview as Component, props, {})) as string;
	// In a frame a bare #place would lead to the page around it.
	return `<!doctype html>${page.replace(LINK_WITHIN, '$1 target="_self"$2about:srcdoc')}`;
}

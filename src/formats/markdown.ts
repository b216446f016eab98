import { defineHastPlugin, markdownToHtml } from 'satteri';

/** A picture that a text may show: where it lies and how large it is, in pixels. */
export interface Picture {
	src: string;
	width: number;
	height: number;
}

/** What is wrong in a text, and how to mend it. */
export interface MarkdownProblem {
	rule: string;
	mend: string;
}

interface Rendered {
	html: string;
	problems: MarkdownProblem[];
}

/** Pictures stand in content/assets/; texts name them from their own folder. */
const PICTURE_ADDRESS = /^\.\.\/assets\/([a-z0-9_-]+(?:\/[a-z0-9_-]+)*\.(?:jpe?g|png|webp|avif))$/;

const isSafeLink = (href: string) => /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href);

/** An id for a heading: its letters without accents, digits and hyphens, apart from the ids of the page around the text. */
const toAnchor = (text: string) =>
	`s-${text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')}`;

/** An address without its percent signs, or as it is if they escape nothing. */
function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}

/** More than a reader could follow, and a way to make a small file a huge page. */
const TABLE_MAX_COLUMNS = 20;
/** Some 8,000 words. */
const TEXT_MAX_CHARACTERS = 50_000;

const elements = ['a', 'img', 'input', 'table', 'th', 'td', 'h1', 'h2', 'h3', 'h4'];

/**
 * Turns an editor's Markdown into HTML that is safe to publish: raw HTML, unsafe links and pictures from
 * elsewhere are left out and reported. `findPicture` answers with the picture of a file in content/assets/.
 */
export function renderMarkdown(markdown: string, findPicture: (file: string) => Picture | undefined): Rendered {
	if (markdown.length > TEXT_MAX_CHARACTERS) {
		const rule = `The text has more than ${TEXT_MAX_CHARACTERS} characters`;
		return { html: '', problems: [{ rule, mend: 'Shorten it, or divide it into several pages.' }] };
	}
	if (markdown.split('\n').some((row) => row.split('|').length > TABLE_MAX_COLUMNS + 2)) {
		const rule = `The text has a table of more than ${TABLE_MAX_COLUMNS} columns`;
		return { html: '', problems: [{ rule, mend: 'Divide it into smaller tables.' }] };
	}
	const problems: MarkdownProblem[] = [];
	const anchors = new Set<string>();
	let tableCount = 0;
	const sanitise = defineHastPlugin({
		name: 'sanitise',
		raw(node, context) {
			problems.push({
				rule: `The text has raw HTML: ${node.value.trim().slice(0, 60)}`,
				mend: 'Use Markdown, or write &lt; for a plain <.',
			});
			context.removeNode(node);
		},
		element: {
			filter: elements,
			visit(node, context) {
				const { properties, tagName } = node;
				if (tagName === 'a') {
					const href = properties['href'] ?? '';
					if (href.startsWith('#')) context.setProperty(node, 'href', `#${toAnchor(decoded(href.slice(1)))}`);
					if (isSafeLink(href)) return;
					problems.push({
						rule: `The text links to “${href}”`,
						mend: 'Link to https://…, to a page of this site starting with /, or to #heading.',
					});
					context.setProperty(node, 'href', null);
				} else if (tagName === 'img') {
					const address = properties['src'] ?? '';
					const file = PICTURE_ADDRESS.exec(address)?.[1];
					const picture = file && findPicture(file);
					if (!picture) {
						problems.push({
							rule: `The text shows a picture that is not in content/assets/: ${address}`,
							mend: 'Put the picture there and write ![description](../assets/name.jpg).',
						});
						context.removeNode(node);
						return;
					}
					if (!properties['alt'])
						problems.push({
							rule: `The picture ${address} has no description`,
							mend: 'Describe it between the square brackets.',
						});
					const { src, width, height } = picture;
					for (const [name, value] of Object.entries({ src, width, height, loading: 'lazy' }))
						context.setProperty(node, name, value);
				} else if (tagName === 'input') {
					problems.push({ rule: 'The text has a list of tasks', mend: 'Write a plain list, without [ ].' });
					context.removeNode(node);
				} else if (tagName === 'table') {
					// A wide table scrolls inside its box, so that the page does not.
					context.wrapNode(node, {
						type: 'element',
						tagName: 'div',
						properties: { className: ['scroll'], role: 'region', ariaLabel: `Table ${++tableCount}`, tabIndex: 0 },
						children: [],
					});
				} else if (tagName === 'th' || tagName === 'td') {
					// The strict policy blocks style attributes.
					if ((properties['style'] ?? '').includes('right')) context.setProperty(node, 'className', ['end']);
					context.setProperty(node, 'style', null);
				} else if (tagName === 'h1') {
					problems.push({
						rule: 'The text has a heading of the first level',
						mend: 'Use ## and ###; the title is the first level.',
					});
				} else {
					const anchor = toAnchor(context.textContent(node));
					let id = anchor;
					for (let count = 2; anchors.has(id); count++) id = `${anchor}-${count}`;
					anchors.add(id);
					context.setProperty(node, 'id', id);
				}
			},
		},
	});
	const { html } = markdownToHtml(markdown, {
		features: { gfm: { footnotes: false }, frontmatter: false },
		hastPlugins: [sanitise],
	});
	return { html, problems };
}

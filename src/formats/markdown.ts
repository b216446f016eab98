import { escapeText } from 'entities';
import MarkdownIt, { type Token } from 'markdown-it';

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
export const toAnchor = (text: string) =>
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

const markdownIt = new MarkdownIt({ html: true, linkify: true });
const { renderer, linkify, utils } = markdownIt;

// Every link becomes a token: an unsafe one is reported, not left as text.
markdownIt.validateLink = () => true;
markdownIt.normalizeLink = (address) => utils.lib.mdurl.encode(address);
markdownIt.normalizeLinkText = (address) => address;

// What GitHub makes a link of where it stands in a text: https://…, http://…, www.… and mailboxes.
linkify.set({ fuzzyLink: false });
linkify.add('ftp:', null);
linkify.add('//', null);
linkify.add('www.', {
	validate: (text, position, self) =>
		Math.max(0, self.testSchemaAt(`http://www.${text.slice(position)}`, 'http:', 'http:'.length) - '//www.'.length),
	normalize: (match) => {
		match.url = `http://${match.url}`;
	},
});

const leaveOut = () => '';
Object.assign(renderer.rules, {
	text: (tokens: Token[], index: number) => escapeText(tokens[index]?.content ?? ''),
	html_block: leaveOut,
	html_inline: leaveOut,
	s_open: () => '<del>',
	s_close: () => '</del>',
	// A wide table scrolls inside its box, so that the page does not.
	table_open: (tokens: Token[], index: number) =>
		`<div class="scroll" role="region" aria-label="${tokens[index]?.info ?? ''}" tabindex="0"><table>\n`,
	table_close: () => '</table></div>\n',
});

const TASK = /^\[[ x]\](?=\s)/i;

/** The words of a line, without those of pictures. */
const textOf = (line: Token): string =>
	(line.children ?? [])
		.map(({ type, content }) =>
			type.endsWith('break') ? ' ' : type === 'text' || type === 'code_inline' ? content : '',
		)
		.join('');

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

	const reportHtml = ({ content }: Token) =>
		problems.push({
			rule: `The text has raw HTML: ${content.trim().slice(0, 60)}`,
			mend: 'Use Markdown, or write &lt; for a plain <.',
		});

	function mendLink(link: Token) {
		const href = String(link.attrGet('href') ?? '');
		if (href.startsWith('#')) link.attrSet('href', `#${toAnchor(decoded(href.slice(1)))}`);
		if (isSafeLink(href)) return;
		problems.push({
			rule: `The text links to “${href}”`,
			mend: 'Link to https://…, to a page of this site starting with /, or to #heading.',
		});
		link.attrs = (link.attrs ?? []).filter(([name]) => name !== 'href');
	}

	/** Gives a picture its size; false if it must not be shown. */
	function mendPicture(image: Token): boolean {
		const address = String(image.attrGet('src') ?? '');
		const file = PICTURE_ADDRESS.exec(address)?.[1];
		const picture = file ? findPicture(file) : undefined;
		if (!picture) {
			problems.push({
				rule: `The text shows a picture that is not in content/assets/: ${address}`,
				mend: 'Put the picture there and write ![description](../assets/name.jpg).',
			});
			return false;
		}
		if (!image.content)
			problems.push({
				rule: `The picture ${address} has no description`,
				mend: 'Describe it between the square brackets.',
			});
		const { src, width, height } = picture;
		for (const [name, value] of Object.entries({ src, width, height, loading: 'lazy' }))
			image.attrSet(name, String(value));
		return true;
	}

	function mendHeading(heading: Token, line: Token | undefined) {
		if (heading.tag === 'h1') {
			problems.push({
				rule: 'The text has a heading of the first level',
				mend: 'Use ## and ###; the title is the first level.',
			});
		} else if (line && heading.tag <= 'h4') {
			const anchor = toAnchor(textOf(line));
			let id = anchor;
			for (let count = 2; anchors.has(id); count++) id = `${anchor}-${count}`;
			anchors.add(id);
			heading.attrSet('id', id);
		}
	}

	function mendLine(line: Token, isFirstOfItem: boolean) {
		const [start] = line.children ?? [];
		if (isFirstOfItem && start?.type === 'text' && TASK.test(line.content)) {
			problems.push({ rule: 'The text has a list of tasks', mend: 'Write a plain list, without [ ].' });
			start.content = start.content.replace(TASK, '');
		}
		line.children = (line.children ?? []).filter((token) => {
			if (token.type === 'html_inline') reportHtml(token);
			if (token.type === 'link_open') mendLink(token);
			return token.type !== 'image' || mendPicture(token);
		});
	}

	const tokens = markdownIt.parse(markdown, {});
	tokens.forEach((token, index) => {
		const { type } = token;
		if (type === 'html_block') reportHtml(token);
		else if (type === 'heading_open') mendHeading(token, tokens[index + 1]);
		else if (type === 'inline') mendLine(token, tokens[index - 2]?.type === 'list_item_open');
		else if (type === 'table_open') token.info = `Table ${++tableCount}`;
		else if (type === 'th_open' || type === 'td_open') {
			// The strict policy blocks style attributes.
			const isAtEnd = String(token.attrGet('style') ?? '').includes('right');
			token.attrs = isAtEnd ? [['class', 'end']] : null;
		}
	});
	return { html: renderer.render(tokens, markdownIt.options, {}), problems };
}

import { escapeText } from 'entities';
import MarkdownIt, { type Token } from 'markdown-it';
import { MAX_DEPTH, TABLE_MAX_COLUMNS, TEXT_MAX_CHARACTERS } from '../schemas/text-limits.ts';
import { showsSomething, unreadableIn, withSeenSigns } from '../schemas/unseen-signs.ts';
import { linkProblem } from './link-problem.ts';

/** A picture that a page may show, as the attributes of its element: where it lies and how large it is, in pixels. */
export interface Picture {
	src: string;
	/** The same picture in several widths, for the browser to choose; of one that was just chosen there is only one. */
	srcset?: string;
	width: number;
	height: number;
}

/** What is wrong in a text, and how to mend it. */
export interface MarkdownProblem {
	rule: string;
	mend: string;
	/** Line of the text, counted from 0; of what goes over several lines the first. */
	line: number;
}

interface Rendered {
	html: string;
	problems: MarkdownProblem[];
}

/** Pictures stand in content/assets/; texts name them from their own folder. */
const PICTURE_ADDRESS = /^\.\.\/assets\/([a-z0-9_-]+(?:\/[a-z0-9_-]+)*\.(?:jpe?g|png|webp|avif))$/;

/** How wide texts show a picture: a column of at most 66 signs, or the window. */
const SIZES_IN_TEXT = '(min-width: 40rem) 38rem, 100vw';

/** The attributes of a picture in a text, by its address and description there, if it may be shown, and what is wrong. */
export function pictureInText(
	address: string,
	description: string,
	findPicture: (file: string) => Picture | undefined,
): { attributes?: Record<string, string | number>; problem?: Omit<MarkdownProblem, 'line'> } {
	const file = PICTURE_ADDRESS.exec(address)?.[1];
	const picture = file ? findPicture(file) : undefined;
	if (!picture) {
		const rule = `The text shows a picture that is not in content/assets/: ${address}`;
		return { problem: { rule, mend: 'Put the picture there and write ![description](../assets/name.jpg).' } };
	}
	const sizes = picture.srcset ? { sizes: SIZES_IN_TEXT } : {};
	const attributes = { ...picture, ...sizes, loading: 'lazy' };
	if (description) return { attributes };
	const rule = `The picture ${address} has no description`;
	return { attributes, problem: { rule, mend: 'Describe it between the square brackets.' } };
}

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

const markdownIt = new MarkdownIt({ html: true, linkify: true });
const { renderer, linkify, utils } = markdownIt;

// Every link becomes a token: an unsafe one is reported, not left as text.
markdownIt.validateLink = () => true;
markdownIt.normalizeLink = (address) => utils.lib.mdurl.encode(withSeenSigns(address));
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
const { image: imageRule } = renderer.rules;

/** Lines as they were typed scroll as tables do. */
const lines = (tokens: Token[], index: number) => {
	const { info = '', content = '' } = tokens[index] ?? {};
	return `<pre class="scroll" role="region" aria-label="${info}" tabindex="0"><code>${escapeText(content)}</code></pre>\n`;
};
Object.assign(renderer.rules, {
	text: (tokens: Token[], index: number) => escapeText(tokens[index]?.content ?? ''),
	html_block: leaveOut,
	html_inline: leaveOut,
	s_open: () => '<del>',
	s_close: () => '</del>',
	// A wide table scrolls inside its box, so that the page does not.
	table_open: (tokens: Token[], index: number) => {
		const { info = '', markup = '' } = tokens[index] ?? {};
		return `<div class="scroll${markup}" role="region" aria-label="${info}" tabindex="0"><table>\n`;
	},
	table_close: () => '</table></div>\n',
	code_block: lines,
	fence: lines,
	image: (...given: Parameters<NonNullable<typeof imageRule>>) => {
		const credit = given[0][given[1]]?.info ?? '';
		const image = imageRule?.(...given) ?? '';
		return credit === '' ? image : `${image}<small class="soft">${escapeText(credit)}</small>`;
	},
});

/** What nobody can read in a text, line by line, also where it is written as an entity. */
export const unreadableLines = (text: string): MarkdownProblem[] =>
	text.split('\n').flatMap((row, line) => {
		const found = unreadableIn(utils.unescapeAll(row));
		return found ? [{ rule: `The text ${found.rule}, in “${found.word}”`, mend: found.mend, line }] : [];
	});

/** The parts of a text, as `renderMarkdown` looks at them. */
export const parseMarkdown = (text: string): Token[] => markdownIt.parse(withSeenSigns(text), {});

/** From so many columns on a table shows its rows one by one where there is no room beside each other. */
const ROWS_ALONE_MIN = 3;

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
export function renderMarkdown(text: string, findPicture: (file: string) => Picture | undefined): Rendered {
	const markdown = withSeenSigns(text);
	if (markdown.length > TEXT_MAX_CHARACTERS) {
		const rule = `The text has more than ${TEXT_MAX_CHARACTERS} characters`;
		return { html: '', problems: [{ rule, mend: 'Shorten it, or divide it into several pages.', line: 0 }] };
	}
	const wide = markdown.split('\n').findIndex((row) => row.split('|').length > TABLE_MAX_COLUMNS + 2);
	if (wide >= 0) {
		const rule = `The text has a table of more than ${TABLE_MAX_COLUMNS} columns`;
		return { html: '', problems: [{ rule, mend: 'Divide it into smaller tables.', line: wide }] };
	}
	const problems = unreadableLines(markdown);
	const clash = markdown.split('\n').findIndex((row) => /^(?:<{7}|>{7}) /.test(row));
	if (clash >= 0) {
		const rule = 'The text has marks that git leaves where two versions differ';
		problems.push({
			rule,
			mend: 'Keep one of the two, and take out the lines of <<<<<<<, ======= and >>>>>>>.',
			line: clash,
		});
	}
	/** The number of the last heading with the same words, by the anchor of the first. */
	const anchors = new Map<string, number>();
	let tableCount = 0;
	/** What stands over the columns of the table, and at which of them one is. */
	let columns: string[] = [];
	let column = 0;
	let linesCount = 0;
	/** How many lists and quotations are open. */
	let depth = 0;
	/** Line of what is looked at. */
	let line = 0;

	const report = (rule: string, mend: string) => {
		problems.push({ rule, mend, line });
	};

	const reportHtml = ({ content }: Token) => {
		report(`The text has raw HTML: ${content.trim().slice(0, 60)}`, 'Use Markdown, or write &lt; for a plain <.');
	};

	function mendLink(link: Token, start: number, line: readonly Token[]) {
		const href = String(link.attrGet('href') ?? '');
		let end = start + 1;
		while (end < line.length && line[end]?.type !== 'link_close') end++;
		const after = line[end + 1];
		if (!line.slice(start, end).some(({ content }) => showsSomething(content))) {
			report(`The text has a link without words, to “${href}”`, 'Write between the square brackets where it leads.');
		}
		if (link.markup === 'linkify' && after?.type === 'text' && after.content.startsWith('@')) {
			report(`The text has an address that names a user before the host: ${href}@…`, 'Write the address without it.');
		}
		if (href.startsWith('#')) link.attrSet('href', `#${toAnchor(decoded(href.slice(1)))}`);
		const problem = linkProblem(href);
		if (problem === undefined) return;
		const mend = 'Link to https://…, to a page of this site starting with /, or to #heading.';
		report(`The text links to “${href}”${problem}`, mend);
		link.attrs = (link.attrs ?? []).filter(([name]) => name !== 'href');
	}

	/** Gives a picture its attributes; false if it must not be shown. */
	function mendPicture(image: Token): boolean {
		const { attributes, problem } = pictureInText(String(image.attrGet('src') ?? ''), image.content, findPicture);
		if (problem) report(problem.rule, problem.mend);
		for (const [name, value] of Object.entries(attributes ?? {})) image.attrSet(name, String(value));
		// What Markdown calls its title is its credit, and stands below it.
		image.info = String(image.attrGet('title') ?? '');
		image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title');
		return attributes !== undefined;
	}

	function mendHeading(heading: Token, words: Token | undefined) {
		if (heading.tag === 'h1') {
			report('The text has a heading of the first level', 'Use ## and ###; the title is the first level.');
		} else if (words && !showsSomething(textOf(words))) {
			report('The text has a heading without words', 'Write its words, or take the line out.');
		} else if (words && heading.tag <= 'h4') {
			const anchor = toAnchor(textOf(words));
			let count = anchors.get(anchor) ?? 1;
			let id = anchor;
			// Counting goes on where it stopped: else each of many equal headings would count past all before it.
			for (; anchors.has(id); id = `${anchor}-${count}`) count++;
			anchors.set(anchor, count).set(id, anchors.get(id) ?? 1);
			heading.attrSet('id', id);
		}
	}

	/** On a phone a table of three columns or more is read row by row. */
	function openTable(table: Token, index: number) {
		table.info = `Table ${++tableCount}`;
		const end = tokens.findIndex(({ type }, at) => at > index && type === 'thead_close');
		const names = tokens.slice(index, end).filter(({ type }) => type === 'inline');
		columns = names.map(textOf);
		table.markup = columns.length >= ROWS_ALONE_MIN ? ' in-rows' : '';
	}

	function mendCell(cell: Token) {
		// The strict policy blocks style attributes.
		const isAtEnd = String(cell.attrGet('style') ?? '').includes('right');
		cell.attrs = isAtEnd ? [['class', 'end']] : null;
		const name = columns[column] ?? '';
		// The first cell names its row.
		if (cell.tag === 'td' && column > 0 && columns.length >= ROWS_ALONE_MIN && name) cell.attrSet('data-label', name);
		column++;
	}

	function mendLine(words: Token, isFirstOfItem: boolean) {
		const [start] = words.children ?? [];
		if (isFirstOfItem && start?.type === 'text' && TASK.test(words.content)) {
			report('The text has a list of tasks', 'Write a plain list, without [ ].');
			start.content = start.content.replace(TASK, '');
		}
		words.children = (words.children ?? []).filter((token, index, tokens) => {
			if (token.type.endsWith('break')) line++;
			if (token.type === 'html_inline') reportHtml(token);
			if (token.type === 'link_open') mendLink(token, index, tokens);
			return token.type !== 'image' || mendPicture(token);
		});
	}

	function countDepth({ nesting }: Token) {
		depth += nesting;
		if (nesting === 1 && depth === MAX_DEPTH + 1) {
			const rule = `The text has lists or quotations in each other more than ${MAX_DEPTH} deep`;
			report(rule, 'Take some out: on a phone nothing is left of the line.');
		}
	}

	const tokens = markdownIt.parse(markdown, {});
	tokens.forEach((token, index) => {
		const { type } = token;
		line = token.map?.[0] ?? line;
		if (/^(?:bullet_list|ordered_list|blockquote)_/.test(type)) countDepth(token);
		else if (type === 'html_block') reportHtml(token);
		else if (type === 'heading_open') mendHeading(token, tokens[index + 1]);
		else if (type === 'inline') mendLine(token, tokens[index - 2]?.type === 'list_item_open');
		else if (type === 'table_open') openTable(token, index);
		else if (type === 'tr_open') column = 0;
		else if (type === 'code_block' || type === 'fence') token.info = `Lines ${++linesCount}`;
		else if (type === 'th_open' || type === 'td_open') mendCell(token);
	});
	return { html: renderer.render(tokens, markdownIt.options, {}), problems };
}

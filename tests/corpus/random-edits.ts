import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { inspect } from 'node:util';
import { isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import { readContent } from '../../src/files/read-content.ts';
import { collectionNames, type CollectionName } from '../../src/schemas/collections.ts';
import type { Random } from '../random.ts';
import { formulas } from './formulas.ts';
import { texts as withUnseen, unreadable } from './unseen-signs.ts';
import { accepted, refused } from './web-addresses.ts';

/** The files of a content folder that an edit changes, by path: what stands there now, or undefined for nothing. */
export type Changes = Record<string, string | Uint8Array | undefined>;

/** A content folder that is edited. */
export class EditedFolder {
	readonly folder: string;
	constructor(folder: string) {
		this.folder = folder;
	}

	/** The entry files of a collection. */
	files(collection: CollectionName): string[] {
		const folder = join(this.folder, collection);
		return existsSync(folder) ? readdirSync(folder).map((name) => `${collection}/${name}`) : [];
	}

	has(file: string): boolean {
		return statSync(join(this.folder, file), { throwIfNoEntry: false })?.isFile() === true;
	}

	bytes(file: string): Uint8Array {
		return readFileSync(join(this.folder, file));
	}

	/** Keeps so many entries of each collection, and none that names another one. */
	thin(kept: number): void {
		for (const collection of collectionNames) {
			for (const file of this.files(collection).slice(kept)) this.make({ [file]: undefined });
		}
		for (
			let problems = readContent(this.folder).problems;
			problems.length > 0;
			problems = readContent(this.folder).problems
		) {
			for (const { file } of problems) this.make({ [file]: undefined });
		}
	}

	/** Makes changes. Answers with those that undo them. */
	make(changes: Changes): Changes {
		const before: Changes = {};
		for (const [file, content] of Object.entries(changes)) {
			const path = join(this.folder, file);
			before[file] = existsSync(path) ? readFileSync(path) : undefined;
			if (content === undefined) {
				rmSync(path, { force: true });
				// Git keeps no empty folders.
				for (let folder = dirname(path); readdirSync(folder).length === 0; folder = dirname(folder)) rmdirSync(folder);
				continue;
			}
			mkdirSync(dirname(path), { recursive: true });
			// Git and editors put a new file in the place of the old one, too.
			writeFileSync(`${path}~`, content);
			renameSync(`${path}~`, path);
		}
		return before;
	}
}

/** What the fields of entries can be given, of any type. */
const VALUES: unknown[] = [
	null,
	true,
	false,
	0,
	-1,
	1.5,
	1e21,
	Infinity,
	NaN,
	2027,
	'',
	' ',
	'0',
	'null',
	'W'.repeat(120),
	'word '.repeat(20).trim(),
	'word '.repeat(60).trim(),
	'a'.repeat(5000),
	'line one\nline two',
	[],
	[null],
	[[]],
	['one', 'one'],
	{},
	{ name: 'x' },
	{ constructor: 'x' },
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	'</title></head><h1>',
	"' onclick='alert(1)",
	'${1}{{1}}{1}%s$&$1',
	']]>--></style>',
	'&amp;&#0;&lt;&nbsp;&unknown;',
	'# no heading [x](/nowhere/) ![x](y)',
	'\\u0000 \\ \\\\',
	'שלום (עולם)!',
	'مرحبا [2027]',
	'𝕳𝖚𝖇 👩🏽‍🌾 ﷽',
	'__proto__',
	'hasOwnProperty',
	'../../etc/passwd',
	'C:\\con',
	'2027-02-29',
	'2024-02-29',
	'2027-06-31',
	'2027-03-31T12:00:00Z',
	'0000-00-00',
	'1799-12-31',
	'2100-12-31',
	'2026-11-24',
	'2026-1-4',
	'24.11.2026',
	'https://x.example/a?b=c&d=e"f',
	'mailto:a@x.example',
	'FR',
	'fr',
	'el',
	'GR',
];

const texts: string[] = [...withUnseen, ...unreadable, ...formulas].map(([, text]) => text);
const addresses: string[] = [...accepted, ...refused].map(([, address]) => address);

/** Markdown that is cumbersome, and Markdown that is to be refused. */
export const BODIES: string[] = [
	'',
	'\n\n\n',
	'    four blanks and a long line ' + 'x'.repeat(2000),
	'```\n' + 'y'.repeat(3000),
	'```html\n<script>alert(1)</script>\n```',
	'~~~\nnever closed',
	'> '.repeat(200) + 'deep',
	'- '.repeat(150) + 'deep',
	'1. one\n   1. two\n      - three\n\n        four',
	'*'.repeat(3000),
	'['.repeat(3000),
	'![['.repeat(500),
	'`'.repeat(2001),
	'_a'.repeat(1500),
	'<'.repeat(2000),
	'&#x'.repeat(1000),
	'| a | b |\n|---|--:|\n' + '| x | y |\n'.repeat(200),
	`|${' a |'.repeat(20)}\n|${'---|'.repeat(20)}\n|${' x |'.repeat(20)}`,
	`|${' a |'.repeat(40)}\n|${'---|'.repeat(40)}`,
	'# A first level',
	'## \n\n### \n\n## ##',
	'## Same\n\n'.repeat(300),
	'## Sources\n\n## Check\n\n## s-check',
	'##### A fifth\n\n###### A sixth',
	'Setext\n===\n\nSetext\n---',
	'## <b>x</b>',
	'## [x](/clusters/) `code` *em*',
	'## 你好\n\n[x](#你好) [y](#%E4%BD%A0%E5%A5%BD)',
	'## %\n\n[x](#%) [y](#%zz)',
	'[x](/nowhere/)',
	'[x](#nowhere)',
	'[x](/clusters/#nowhere)',
	'[x](/clusters)',
	'[x](/clusters/?country=FR)',
	'[x](/%)',
	'[x](/%00)',
	'[x](/CLUSTERS/)',
	'[x](/guide/words/#word-nothing)',
	'[x](/data/clusters.csv)',
	'[x](/admin/)',
	'[x](/_headers)',
	'[x](/\\evil.example)',
	'[x](//evil.example)',
	'[x](javascript:alert(1))',
	'[x](data:text/html,x)',
	'[x](<https://x.example/a b>)',
	'[x](https://x.example/ "a \\"title\\"")',
	"[x][y]\n\n[y]: https://x.example/ 't'",
	'<https://x.example/>',
	'<info@x.example>',
	'info@x.example www.x.example https://x.example',
	'https://' + 'x'.repeat(300) + '.example',
	'![x](../assets/nothing.jpg)',
	'![](https://x.example/a.jpg)',
	'<img src=x onerror=alert(1)>',
	'<!-- a note -->',
	'<details><summary>x</summary>',
	'<svg/onload=alert(1)>',
	'{1 + 1}',
	'import x from "y"\n\n<X />',
	'export const x = 1',
	'{% raw %} {{ x }} <% %>',
	':::note\nx\n:::',
	'- [ ] a task\n- [x] done',
	'~~gone~~ ==marked== H~2~O x^2^ [^1]\n\n[^1]: a note',
	'$$x^2$$ $y$',
	'term\n: definition',
	'---\n\nafter a rule',
	'---\ntitle: again\n---\n\nx',
	'...',
	'\\\n\\*\\_',
	'a  \nb\\\nc',
	'\ttab',
	'\u00a0\u00a0\u00a0\u00a0x',
	'x\u2028y',
	'x\ud800',
	'x\u0000',
	'x\u202ey',
	'word\u200bword soft\u00adhyphen',
	'W'.repeat(3000),
	'a\u0301'.repeat(1000),
	'👩‍👩‍👧‍👦'.repeat(500),
	'שלום (עולם)!\n\nمرحبا',
	'x'.repeat(49_000),
	'x '.repeat(26_000),
];

const PICTURES: [name: string, bytes: string | Uint8Array][] = [
	['fake.jpg', 'This is no picture.'],
	['empty.png', ''],
	['vector.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
	['Name With Blanks.jpg', 'x'],
	['notes.txt', 'x'],
	[
		'dot.png',
		Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64',
		),
	],
];

const SLUGS = [
	'another',
	'a-b-c',
	'x'.repeat(80),
	'x'.repeat(81),
	'page',
	'index',
	'404',
	'con',
	'com1.x',
	'Big',
	'with blank',
	'ümlaut',
	'u\u0308mlaut',
	'-x',
	'x-',
	'a--b',
	'1',
	'constructor',
	'__proto__',
	'what-happened',
	'country',
	'.hidden',
	'~',
	'a.b',
	'%20',
	'#1',
	'settings',
];

const FRONT = /^---\r?\n([^]*?\n)---[ \t]*(?:\r?\n|$)/;

/** The fields of a file, and how to put others in their place. */
function fieldsIn(file: string, text: string) {
	if (file.endsWith('.yaml')) return { yaml: text, body: '', join: (yaml: string) => yaml };
	const match = FRONT.exec(text);
	const yaml = match?.[1] ?? '';
	const body = text.slice(match?.[0].length ?? 0);
	return { yaml, body, join: (other: string, otherBody = body) => `---\n${other}---\n${otherBody}` };
}

/** Every place in the fields: the path to it, from the top. */
function pathsIn(document: Document): { path: (string | number)[]; node: Node }[] {
	const paths: { path: (string | number)[]; node: Node }[] = [];
	const walk = (node: unknown, path: (string | number)[]) => {
		if (isMap(node)) {
			for (const { key, value } of node.items) {
				if (!isScalar(key) || !value) continue;
				const inner = [...path, String(key.value)];
				paths.push({ path: inner, node: value as Node });
				walk(value, inner);
			}
		} else if (isSeq(node)) {
			node.items.forEach((value, index) => {
				paths.push({ path: [...path, index], node: value as Node });
				walk(value, [...path, index]);
			});
		}
	};
	walk(document.contents, []);
	return paths;
}

/** An edit of one collection: what is done, and which files it changes. */
export interface Edit {
	what: string;
	changes: Changes;
}

type Make = (given: {
	random: Random;
	edited: EditedFolder;
	collection: CollectionName;
	file: string;
	text: string;
}) => Edit;

const inFields =
	(what: string, change: (document: Document, random: Random, given: Parameters<Make>[0]) => string): Make =>
	(given) => {
		const { file, text, random } = given;
		const { yaml, join } = fieldsIn(file, text);
		const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
		// Where the fields are no group there is nothing to change in them.
		const detail = isMap(document.contents) ? change(document, random, given) : 'nothing';
		const printed = document.errors.length > 0 ? yaml : document.toString({ lineWidth: 0 });
		return { what: `${what} ${detail}`, changes: { [file]: join(printed) } };
	};

/** A value of its own: one that stood in two places could come to hold itself. */
const valueIn = (document: Document, path: (string | number)[]): unknown => {
	const node = isMap(document.contents) ? document.getIn(path, true) : undefined;
	return isNode(node) ? node.toJSON() : node;
};

const at = (document: Document, random: Random) => {
	const paths = pathsIn(document);
	return paths.length > 0 ? random.oneOf(paths).path : ['nothing'];
};

const inText =
	(what: string, change: (text: string, random: Random) => string): Make =>
	({ file, text, random }) => ({ what, changes: { [file]: change(text, random) } });

const inBody =
	(what: string, change: (body: string, random: Random) => string): Make =>
	({ file, text, random }) => {
		if (!/\.mdx?$/.test(file)) return { what: 'added to the end', changes: { [file]: change(text, random) } };
		const { yaml, body, join } = fieldsIn(file, text);
		return { what, changes: { [file]: join(yaml, change(body, random)) } };
	};

const inLines = (what: string, change: (lines: string[], index: number, random: Random) => void): Make =>
	inText(what, (text, random) => {
		const lines = text.split('\n');
		change(lines, random.below(lines.length), random);
		return lines.join('\n');
	});

const otherOf = (edited: EditedFolder, collection: CollectionName, random: Random, file: string) => {
	const others = edited.files(collection).filter((name) => name !== file);
	return others.length > 0 ? random.oneOf(others) : file;
};

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const short = (value: unknown) => inspect(value).slice(0, 40);
const slugOf = (file: string) => parse(file).name;

/** The kinds of edits. */
const KINDS: Make[] = [
	inFields('without', (document, random) => {
		const path = at(document, random);
		document.deleteIn(path);
		return path.join('.');
	}),
	inFields('given another value:', (document, random) => {
		const path = at(document, random);
		const value = random.oneOf(VALUES);
		document.setIn(path, document.createNode(value));
		return `${path.join('.')} = ${short(value)}`;
	}),
	inFields('given a text with a sign:', (document, random) => {
		const strings = pathsIn(document).filter(({ node }) => isScalar(node) && typeof node.value === 'string');
		const path = strings.length > 0 ? random.oneOf(strings).path : ['name'];
		const text = random.oneOf(texts);
		document.setIn(path, text);
		return `${path.join('.')} = ${short(text)}`;
	}),
	inFields('given an address:', (document, random) => {
		const urls = pathsIn(document).filter(({ path }) => /url|website|address/i.test(String(path.at(-1))));
		const path = urls.length > 0 ? random.oneOf(urls).path : ['website'];
		const address = random.oneOf(addresses);
		document.setIn(path, address);
		return `${path.join('.')} = ${short(address)}`;
	}),
	inFields('with another date:', (document, random) => {
		const dates = pathsIn(document).filter(({ node }) => isScalar(node) && /^\d{4}(?:-|$)/.test(String(node.value)));
		const path = dates.length > 0 ? random.oneOf(dates).path : ['date'];
		const day = new Date(Date.UTC(2026, 0, 1 + random.below(2500) - 1250)).toISOString().slice(0, 10);
		document.setIn(path, random.oneOf([day, day.slice(0, 7), day.slice(0, 4), Number(day.slice(0, 4))]));
		return `${path.join('.')} = ${day}`;
	}),
	inFields('with a value of another field:', (document, random) => {
		const [from, to] = [at(document, random), at(document, random)];
		document.setIn(to, document.createNode(valueIn(document, from.slice(0, 1))));
		return `${to.join('.')} = ${String(from[0])}`;
	}),
	inFields('with a value of another entry:', (document, random, { edited, collection, file }) => {
		const other = otherOf(edited, collection, random, file);
		const { yaml } = fieldsIn(other, asText(edited.bytes(other)));
		const from = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
		const path = at(from, random).slice(0, 1);
		document.setIn(path, document.createNode(valueIn(from, path)));
		return `${path.join('.')} of ${other}`;
	}),
	inFields('with a reference:', (document, random, { edited, file }) => {
		const references = pathsIn(document).filter(({ path }) =>
			path.some((key) =>
				/^(?:clusters?|relations|meetings?|calls?|points?|updates?|aliases|organisations?|concept|steps|topics|decidedIn|happenedIn)$/.test(
					String(key),
				),
			),
		);
		const path = references.length > 0 ? random.oneOf(references).path : ['aliases', 0];
		const slug = random.oneOf([
			slugOf(file),
			'nowhere',
			...collectionNames.flatMap((name) => {
				const files = edited.files(name);
				return files.length > 0 ? [slugOf(random.oneOf(files))] : [];
			}),
		]);
		document.setIn(path, slug);
		return `${path.join('.')} = ${slug}`;
	}),
	inFields('with former slugs', (document, random, { edited, collection, file }) => {
		const slugs = [slugOf(otherOf(edited, collection, random, file)), slugOf(file), 'page', 'once', 'nul', 'Ä', ''];
		document.set('aliases', document.createNode(random.someOf(slugs, 2)));
		return '';
	}),
	inFields('with a list', (document, random) => {
		const lists = pathsIn(document).filter(({ node }) => isSeq(node));
		if (lists.length === 0) return 'that is not there';
		const { path, node } = random.oneOf(lists);
		if (!isSeq(node)) return '';
		const how = random.oneOf(['reversed', 'emptied', 'doubled', 'cut'] as const);
		if (how === 'reversed') node.items.reverse();
		if (how === 'emptied') node.items.length = 0;
		if (how === 'cut') node.items.pop();
		if (how === 'doubled') document.setIn(path, document.createNode([...node.toJSON(), ...node.toJSON()]));
		return `${path.join('.')} ${how}`;
	}),
	inFields('with an unknown field', (document, random) => {
		const path = at(document, random).slice(0, -1);
		const key = random.oneOf([
			'tittle',
			'Name',
			'body',
			'__proto__',
			'constructor',
			'',
			'a b',
			'é',
			'0',
			'draft',
			'id',
			'slug',
		]);
		if (isMap(document.getIn(path, true))) document.setIn([...path, key], 'x');
		else document.set(key, 'x');
		return [...path, key].join('.');
	}),
	inFields('with numbers', (document, random) => {
		const numbers = pathsIn(document).filter(({ node }) => isScalar(node) && typeof node.value === 'number');
		const path = numbers.length > 0 ? random.oneOf(numbers).path : ['order'];
		const value = random.oneOf([0, -1, 1, 2, 99, 1e6, 1e9, 1.5, -0, 180, -90, 45.1, 1800, 2100]);
		document.setIn(path, value);
		return `${path.join('.')} = ${value}`;
	}),
	inLines('with an anchor and what repeats it', (lines, index, random) => {
		const other = random.below(lines.length);
		lines[index] = lines[index]?.replace(/: (?=\S)/, ': &again ') ?? '';
		lines[other] = lines[other]?.replace(/: \S.*$/, ': *again') ?? '';
	}),
	inFields('as somebody else writes YAML', (document, random) => {
		visit(document, {
			Scalar(_key, node) {
				if (typeof node.value === 'string' && random.below(2) === 0) {
					node.type = random.oneOf(['QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED', 'PLAIN'] as const);
				}
			},
		});
		return '';
	}),
	({ file, text, random, edited, collection }) => {
		const other = otherOf(edited, collection, random, file);
		return { what: `in the place of ${other}`, changes: { [other]: text } };
	},
	({ file, text, random, edited, collection }) => {
		const other = otherOf(edited, collection, random, file);
		return { what: `swapped with ${other}`, changes: { [other]: text, [file]: edited.bytes(other) } };
	},
	({ text, random, edited }) => {
		const others = collectionNames.flatMap((name) => edited.files(name));
		const other = random.oneOf(others);
		return { what: `copied over ${other}`, changes: { [other]: text } };
	},
	({ file }) => ({ what: 'deleted', changes: { [file]: undefined } }),
	({ file }) => ({ what: 'deleted', changes: { [file]: undefined } }),
	({ file, random, text }) => {
		const { dir, ext } = parse(file);
		const to = `${dir}/${random.oneOf(SLUGS)}${random.oneOf([ext, ext, ext, '.md', '.mdx', '.yml', '.MD', '.txt', ''])}`;
		return { what: `renamed to ${to}`, changes: { [file]: undefined, [to]: text } };
	},
	({ file, random, text, collection }) => {
		const { dir, ext } = parse(file);
		const to = `${dir}/${random.oneOf(SLUGS)}${ext}`;
		const { yaml, join } = fieldsIn(file, text);
		const named = /^aliases:/m.test(yaml) || collection === 'site' ? yaml : `${yaml}aliases: [${slugOf(file)}]\n`;
		return { what: `renamed to ${to} with its former slug`, changes: { [file]: undefined, [to]: join(named) } };
	},
	({ file, text, random }) => {
		const { dir, ext } = parse(file);
		const to = `${dir}/copy-${random.below(1000)}${ext}`;
		return { what: `copied to ${to}`, changes: { [to]: text } };
	},
	({ random, text }) => {
		const to = random.oneOf([
			'stray.md',
			'notes/x.md',
			'clusters/deep/x.md',
			'assets/x/y.md',
			'Clusters.md',
			'.x/y',
			'clusters/.DS_Store',
			'clusters/x.md~',
			'clusters/desktop.ini',
		]);
		return { what: `beside: ${to}`, changes: { [to]: text } };
	},
	inText('emptied', () => ''),
	inText('cut', (text, random) => text.slice(0, random.below(text.length))),
	inText('without its beginning', (text, random) => text.slice(random.below(80))),
	inText('twice', (text) => text + text),
	inText('with line ends of Windows', (text) => text.replaceAll(/\r?\n/g, '\r\n')),
	inText('with some line ends of Windows', (text, random) => text.replaceAll('\n', () => random.oneOf(['\n', '\r\n']))),
	inText('with line ends of old', (text) => text.replaceAll(/\r?\n/g, '\r')),
	inText('with a byte order mark', (text) => `\ufeff${text}`),
	inText('with a byte order mark and line ends of Windows', (text) => `\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`),
	inText('with a blank line above', (text) => `\n${text}`),
	inText('with blanks at each line', (text) => text.replaceAll('\n', '  \n')),
	inText('with tabs', (text) => text.replaceAll(/^ {2}/gm, '\t')),
	inText('with another number of hyphens', (text, random) =>
		text.replaceAll(/^---$/gm, random.oneOf(['--', '----', '--- ', '—', '***', '+++', '...'])),
	),
	inText('without its last line end', (text) => text.trimEnd()),
	inLines('without a line', (lines, index) => lines.splice(index, 1)),
	inLines('with a line twice', (lines, index) => lines.splice(index, 0, lines[index] ?? '')),
	inLines('with two lines swapped', (lines, index, random) => {
		const other = random.below(lines.length);
		[lines[index], lines[other]] = [lines[other] ?? '', lines[index] ?? ''];
	}),
	inLines('with a line moved to the right', (lines, index, random) => {
		lines[index] = random.oneOf([' ', '  ', '    ', '\t', '- ', '# ', '> ']) + (lines[index] ?? '');
	}),
	inLines('with marks of a merge', (lines, index) =>
		lines.splice(index, 1, '<<<<<<< HEAD', lines[index] ?? '', '=======', lines[index] ?? '', '>>>>>>> draft'),
	),
	inLines('with a sign put in', (lines, index, random) => {
		const line = lines[index] ?? '';
		const place = random.below(line.length + 1);
		lines[index] =
			line.slice(0, place) +
			random.oneOf([
				':',
				': ',
				' #',
				'"',
				"'",
				'\t',
				'{',
				'[',
				'|',
				'>',
				'&',
				'*',
				'!',
				'%',
				'@',
				'`',
				'\u0000',
				'\u200b',
				'\u202e',
				'\u00a0',
				'\r',
				'\u0085',
				'\u2028',
				'\ufeff',
				'\ufffd',
			]) +
			line.slice(place);
	}),
	({ file, edited, random }) => {
		const bytes = Uint8Array.from(edited.bytes(file));
		for (let changed = 0; changed <= random.below(3); changed++) bytes[random.below(bytes.length)] = random.below(256);
		return { what: 'with other bytes', changes: { [file]: bytes } };
	},
	({ file, text, random }) => {
		const encoding = random.oneOf(['utf16le', 'latin1'] as const);
		return { what: `in ${encoding}`, changes: { [file]: Buffer.from(text, encoding) } };
	},
	inBody('with another text', (_body, random) => `\n${random.oneOf(BODIES)}\n`),
	inBody('with more text', (body, random) => `${body}\n${random.oneOf(BODIES)}\n`),
	inBody('with more text', (body, random) => `${body}\n${random.oneOf(BODIES)}\n`),
	inBody('with a text before', (body, random) => `\n${random.oneOf(BODIES)}\n${body}`),
	inBody('with a sign', (body, random) => `${body}\n${random.oneOf(texts)}\n`),
	inBody('with a link', (body, random) => `${body}\n[x](${random.oneOf(addresses)})\n`),
	({ random, edited }) => {
		const [name, bytes] = random.oneOf(PICTURES);
		const [file = ''] = random.someOf(edited.files('clusters'), 1);
		const text = file ? asText(edited.bytes(file)) : '';
		const shown = text.replace('\nsummary:', `\nimage: { file: ${name}, alt: x, credit: y }\nsummary:`);
		const isShown = file !== '' && random.below(2) === 0;
		return {
			what: `a picture ${name}${isShown ? ` in ${file}` : ''}`,
			changes: { [`assets/${name}`]: bytes, ...(isShown ? { [file]: shown } : {}) },
		};
	},
];

/** A random edit of an entry of any collection. */
export function randomEdit(random: Random, edited: EditedFolder): Edit {
	const collection = random.oneOf(collectionNames.filter((name) => edited.files(name).length > 0));
	const file = random.oneOf(edited.files(collection));
	const text = asText(edited.bytes(file));
	const { what, changes } = random.oneOf(KINDS)({ random, edited, collection, file, text });
	return { what: `${file} ${what}`, changes };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Mark, Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/editor/text/from-markdown.ts';
import { markTypes, nodeTypes, textSchema } from '../../../src/editor/text/text-schema.ts';
import { TextWriter } from '../../../src/editor/text/to-markdown.ts';
import { readEntryFile } from '../../../src/files/entry-file.ts';
import { collectionNames, hasBody } from '../../../src/schemas/collections.ts';
import { joints, markdownBlocks } from '../../corpus/typed-texts.ts';
import { changedLines } from '../../files/real-files.ts';
import { randomFrom, type Random } from '../../random.ts';
import { textRules } from './rules.ts';

const SEED = Number(process.env['EDIT_SEED'] ?? 1);

const read = (text: string) => readText(text, textRules.parse);

/** The text of a document that was read from a text and then perhaps changed. */
const written = (doc: Node, text: string) => new TextWriter(textRules).write(doc, read(text));

/** Every text of the content. */
const texts: [file: string, text: string][] = collectionNames
	.filter((name) => hasBody(name) && existsSync(`content/${name}`))
	.flatMap((collection) =>
		readdirSync(`content/${collection}`).flatMap((name): [string, string][] => {
			const file = `${collection}/${name}`;
			const body = readEntryFile(collection, readFileSync(`content/${file}`, 'utf8')).data?.['body'];
			return typeof body === 'string' && body !== '' ? [[file, body]] : [];
		}),
	);

/** Ends of words in a text, where another can stand. */
function wordEnds(doc: Node): number[] {
	const ends: number[] = [];
	doc.descendants((node, position) => {
		for (const { index } of (node.text ?? '').matchAll(/(?<=\p{L})(?=\s)/gu)) ends.push(position + index);
	});
	return ends;
}

/** A text with one more word at a random place. */
function withWord(text: string, random: Random): { doc: Node; transaction?: Transaction; block: number } {
	const { doc } = read(text);
	const ends = wordEnds(doc);
	if (ends.length === 0) return { doc, block: 0 };
	const end = random.oneOf(ends);
	const transaction = EditorState.create({ doc }).tr.insertText(' word', end);
	return { doc, transaction, block: doc.resolve(end).index(0) };
}

test('every text of the content is there', () => {
	expect(texts.length).toBeGreaterThan(100);
});

test('opened and saved, every text of the content is the same', () => {
	for (const [file, text] of texts) expect(written(read(text).doc, text), file).toBe(text);
});

test('one more word is one changed line, and taking it out gives the text back', () => {
	const random = randomFrom(SEED);
	for (let edits = 0; edits < 600; edits++) {
		const [file, text] = random.oneOf(texts);
		const { doc, transaction } = withWord(text, random);
		if (!transaction) continue;
		const changed = written(transaction.doc, text) ?? '';
		const lines = changedLines(text, changed);
		expect(lines, file).toHaveLength(2);
		const undone = transaction.step(transaction.steps[0]?.invert(doc) as never);
		expect(written(undone.doc, text), file).toBe(text);
	}
});

const { doc, paragraph, heading, bullet_list: list, list_item: item, kept, image } = nodeTypes;
const link = markTypes.link.create({ href: '/clusters/' });
const [em, del, wrap] = [markTypes.em, markTypes.del, markTypes.wrap].map((type) => type.create());
const words = (text: string, ...marks: (Mark | undefined)[]) =>
	textSchema.text(
		text,
		marks.filter((mark) => mark !== undefined),
	);
const picture = image.create({ src: '../assets/a.jpg', alt: 'A' });

// What random commands made of texts.
test.each<[string, Node[], string]>([
	[
		'emphasis that ends within a link, which goes on behind a blank',
		[paragraph.create(null, [words('one', em), words('two', link, em), words(' three', link)])],
		'*one*[*two* three](/clusters/)',
	],
	[
		'emphasis that ends within struck words',
		[paragraph.create(null, [words('one ', em), words('two', em, del), words(' three', del)])],
		'*one* ~~*two* three~~',
	],
	[
		'brackets that another block makes a link of',
		[paragraph.create(null, words('[r]]')), kept.create({ source: '[r]: https://example.eu' })],
		'\\[r\\]\\]\n\n[r]: https://example.eu',
	],
	[
		'the end of a line beside a blank, in a heading',
		[heading.create({ level: 2 }, [picture, words(' ', wrap), words(' and')])],
		'## ![A](../assets/a.jpg) and',
	],
	['a rule that begins an item', [list.create(null, item.create(null, kept.create({ source: '---' })))], '* ---'],
])('%s is written so that it reads back', (_what, blocks, markdown) => {
	expect(written(doc.create(null, blocks), '')).toBe(markdown);
});

describe('blocks in many ways of writing, some of them refused', () => {
	const random = randomFrom(SEED);
	const documents = Array.from({ length: 600 }, () => {
		const count = 1 + random.below(6);
		const blocks = Array.from({ length: count }, () => random.oneOf(markdownBlocks) + random.oneOf(joints)).join('');
		return (random.below(3) === 0 ? blocks.trimEnd() : blocks).replaceAll('\n', random.oneOf(['\n', '\n', '\r\n']));
	});

	test('are the same after opening and saving', () => {
		for (const text of documents) expect(written(read(text).doc, text)).toBe(text);
	});

	test('stay as they are around one with one more word', () => {
		for (const text of documents) {
			const { transaction, block } = withWord(text, random);
			if (!transaction) continue;
			const { before, pieces } = read(text);
			const join = (some: typeof pieces) => some.map(({ source, after }) => source + after).join('');
			const changed = written(transaction.doc, text);
			expect(changed, text).toBeDefined();
			expect(changed?.startsWith(before + join(pieces.slice(0, block))), `${text}\n→\n${changed}`).toBe(true);
			expect(changed?.endsWith(join(pieces.slice(block + 1))), `${text}\n→\n${changed}`).toBe(true);
		}
	});
});

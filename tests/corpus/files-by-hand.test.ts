import { describe, expect, test } from 'vitest';
import { collectionNames, collectionOf } from '../../src/schemas/collections.ts';
import { partialDate, slug, wholeDay } from '../../src/schemas/fields.ts';
import { fileOf } from '../entries.ts';
import { formatProblem } from '../../src/files/problem.ts';
import { messagesIn, readFiles, settings } from '../files/content-folder.ts';
import { datesDone, encodings, lines, misread, typed, unseenNames, words, years } from './files-by-hand.ts';

/** A profile with these lines for its name. */
const profileWith = (lines: string) => fileOf('clusters').replace('name: "A cluster"', () => lines);
const filesWith = (lines: string) => ({ ...settings, 'clusters/one.md': profileWith(lines) });

describe('a file is read, and a warning says what YAML leaves out:', () => {
	test.each(typed)('%s', (_what, lines, unread) => {
		const { problems, warnings, entries } = readFiles(filesWith(lines));
		expect([problems, entries.clusters.length]).toEqual([[], 1]);
		expect(warnings.map(({ rule }) => rule)).toEqual(
			unread === '' ? [] : [`The fields are read without “${unread}”, which YAML takes for no part of the text`],
		);
	});

	test('with file, line and mend', () => {
		const { warnings } = readFiles(filesWith('name: A\nactivities:\n  - walks\n  - hall #3'));
		expect(warnings).toMatchObject([
			{ file: 'clusters/one.md', lineNumber: 5, mend: expect.stringMatching(/^Put quot/) as string },
		]);
	});
});

describe('what YAML reads as something else than text is refused:', () => {
	test.each(misread)('%s', (_what, lines, rule) => {
		expect(messagesIn({ 'clusters/one.md': profileWith(lines) })).toEqual([expect.stringContaining(rule)]);
	});
});

describe('a word stays text, whatever other readers of YAML make of it:', () => {
	test.each(words)('%s', (_what, lines, name) => {
		const { problems, entries } = readFiles(filesWith(lines));
		expect([problems, entries.clusters[0]?.data.name]).toEqual([[], name]);
	});
});

describe('what was done is dated today at the latest, with a day for clocks that differ:', () => {
	test.each(datesDone)('%s %j', (collection, changes, field) => {
		const name = collection === 'site' ? 'settings' : 'one';
		const file = `${collection}/${name}.${collectionOf(collection).extensions[0] ?? ''}`;
		const { problems } = readFiles({ ...settings, [file]: fileOf(collection, changes) }, {}, '2026-11-24');
		expect(problems.map((problem) => problem.field)).toEqual(field === '' ? [] : [field]);
	});

	test('says so', () => {
		const files = { ...settings, 'guide/one.md': fileOf('guide', { writtenOn: '2062-11-24' }) };
		expect(readFiles(files, {}, '2026-11-24').problems).toMatchObject([
			{ lineNumber: 6, value: '2062-11-24', rule: 'lies after today, 2026-11-24', mend: 'Write when it was done.' },
		]);
	});
});

describe('the years of dates are those of people and plans:', () => {
	test.each(years)('%s: %s', (date, isAccepted) => {
		expect([wholeDay, partialDate].map((schema) => schema.safeParse(date).success)).toEqual([isAccepted, isAccepted]);
	});

	test.each(years)('only the year of %s: %s', (date, isAccepted) => {
		expect(partialDate.safeParse(date.slice(0, 4)).success).toBe(isAccepted);
	});
});

const devices = [
	'con',
	'prn',
	'aux',
	'nul',
	...Array.from({ length: 10 }, (_, digit) => [`com${digit}`, `lpt${digit}`]).flat(),
];

describe('no file has a name that Windows keeps for itself:', () => {
	test.each(devices)('%s', (device) => {
		expect(slug.safeParse(device).success).toBe(false);
	});

	test.each(['con-group', 'console', 'com10', 'com', 'auxerre', 'nul-part', 'a-con'])('%s is none', (name) => {
		expect(slug.safeParse(name).success).toBe(true);
	});

	test.each(collectionNames)('in %s', (collection) => {
		const file = `${collection}/nul.${collectionOf(collection).extensions[0] ?? ''}`;
		expect(messagesIn({ [file]: fileOf(collection) })).toEqual([
			`${file}\n  “nul” is a name that Windows keeps for itself, so nobody there could have this file.\n  → Rename it, with a longer name: “con-group” in place of “con”.`,
		]);
	});

	test('nor a former slug', () => {
		expect(messagesIn({ 'clusters/one.md': fileOf('clusters', { aliases: ['aux'] }) })).toEqual([
			'clusters/one.md:9\n  Former addresses (aliases[0]) “aux” is a name that Windows keeps for itself.\n  → Make it longer, or choose another.',
		]);
	});
});

describe('a file with a byte order mark', () => {
	const marked = `\ufeff${fileOf('clusters', { aliases: ['tetris'] })}`;

	test('clashes with an address as any other does', () => {
		const files = { 'clusters/with-bom.md': marked, 'clusters/tetris.md': fileOf('clusters') };
		expect(messagesIn(files)).toEqual([
			'clusters/with-bom.md:9\n  Former addresses (aliases[0]) "tetris" is also claimed by clusters/tetris.\n  → An address leads to one entry: remove it from one of them.',
		]);
	});

	test('has its references checked', () => {
		const files = { 'updates/one.md': `\ufeff${fileOf('updates', { clusters: ['nowhere'] })}` };
		expect(messagesIn(files)).toEqual([expect.stringContaining('clusters[0]) "nowhere" leads nowhere')]);
	});
});

describe('a fault is refused with its line:', () => {
	test.each(lines)('%s', (_what, text, line) => {
		expect(readFiles({ ...settings, 'clusters/one.md': text }).problems).toMatchObject([{ lineNumber: line }]);
	});

	test.each(encodings)('%s', (_what, text, encoding, line) => {
		const { problems } = readFiles({ ...settings, 'clusters/one.md': Buffer.from(text, encoding) });
		expect(problems).toMatchObject([{ rule: 'The file is not in UTF-8', lineNumber: line }]);
	});
});

describe('a message names a sign that nobody sees:', () => {
	test.each(unseenNames)('%s', (_what, file, shown) => {
		const [message] = messagesIn({ [file]: fileOf('clusters') });
		expect(message?.split('\n')[0]).toBe(shown);
	});

	test('in the name of a field', () => {
		const { problems } = readFiles(filesWith('na\u00adme: A\nname: A'));
		expect(problems.map(formatProblem)).toEqual([
			expect.stringContaining('\n  na[U+00AD]me is a field that nobody knows.'),
		]);
	});
});

test('a day that is none is not called one to come', () => {
	const check = { on: '2027-13-45x', by: 'the editors', how: 'sources' };
	expect(messagesIn({ 'clusters/one.md': fileOf('clusters', { check }) })).toHaveLength(1);
});

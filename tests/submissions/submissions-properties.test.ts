import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEntry } from '../../src/files/check-entry.ts';
import { readEntryFile, writeEntryFile } from '../../src/files/entry-file.ts';
import { parseFile } from '../../src/files/front-matter.ts';
import type { Fields } from '../../src/files/values.ts';
import { supportableFields } from '../../src/schemas/cluster.ts';
import { correctableFacts, correctionSchema, proposalSchema } from '../../src/schemas/submission.ts';
import { bringToBoard } from '../../src/submissions/bring-to-board.ts';
import { fixed, validEntry, validFields } from '../files/entries-from-schema.ts';
import { memoryBoard } from './memory-board.ts';

const TODAY = '2027-03-31';
const many = { ...fixed, numRuns: 60 };

/** What a browser makes of fields: texts, and a list only where there are several. */
const posted = (fields: Fields): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => {
			const texts = (Array.isArray(value) ? value : [value]).map((text) => String(text).replace(/\r?\n/g, '\r\n'));
			return [name, texts.length === 1 ? texts[0] : texts];
		}),
	);

/** The fields of a file with a problem, as a check of the whole file finds them. */
function brokenFields(text: string): (string | undefined)[] {
	const parsed = parseFile('clusters/x.md', text);
	if ('rule' in parsed) return [parsed.rule];
	return checkEntry('clusters', 'clusters/x.md', parsed, '2100-12-31').problems.map(({ field }) => field);
}

const check = 'check: { on: 2026-11-24, by: we, how: sources, against: A page. }\n';
const withCheck = (text: string): string => text.replace('---\n', `---\n${check}`);

/** Anything that a program could post: fields of the form and others, with texts that mean something elsewhere. */
const hostileText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.constantFrom(
		'---\nevil: true\n---\n',
		'---js\nmodule.exports = 1\n---',
		'<script>alert(1)</script>',
		'../../.git/config',
		'{{slug}} ${x} %s',
		'!!js/function x',
		'&a [*a]',
		'\u202e\u0000\ufeff',
		'--upload-pack=x',
		'x'.repeat(100_000),
		'https://example.org/" onload="x',
		'hub',
		'/clusters/hub/',
		'food',
		'FR',
		'yes',
	),
);
const hostileValue = fc.oneof(
	hostileText,
	fc.array(hostileText, { maxLength: 4 }),
	fc.constantFrom(null, 7, true, {}, { toString: 'x' }, [[]], [null]),
);
const hostileNames = ['__proto__', 'constructor', 'aliases', 'check', 'body', 'form-name', 'ip', ''];

const hostile = (valid: fc.Arbitrary<Fields>, names: readonly string[]): fc.Arbitrary<Fields> =>
	fc
		.tuple(valid, fc.array(fc.tuple(fc.constantFrom(...names, ...hostileNames), hostileValue), { maxLength: 4 }))
		// JSON keeps a field called __proto__ a field.
		.map(([fields, changes]) => Object.fromEntries([...Object.entries(posted(fields)), ...changes]));

const proposals = validFields(proposalSchema);
const corrections = validFields(correctionSchema).map((fields) => ({ ...fields, cluster: '/clusters/hub/' }));

describe('any proposal that its form accepts', { timeout: 120_000 }, () => {
	test('is a file in which every field comes back equal, and nothing is missing but the check', async () => {
		await fc.assert(
			fc.asyncProperty(proposals, async (fields) => {
				// With an e-mail address in a text it is a note; see bring-to-board.test.ts.
				fc.pre(!JSON.stringify({ ...fields, email: undefined, reference: undefined }).includes('@'));
				const board = memoryBoard();
				const data = posted(fields);
				expect(
					await bringToBoard({ id: '1', receivedAt: '2027-03-31T10:00:00.000Z', form: 'proposal', data }, board, TODAY),
				).toBe('draft');
				const { text = '' } = board.drafts[0] ?? {};
				const facts = Object.fromEntries(Object.entries(fields).filter(([name]) => supportableFields.includes(name)));
				const { proposedBy, source } = fields;
				const read = readEntryFile('clusters', text).data;
				expect(read).toEqual({
					...facts,
					...(proposedBy === undefined ? {} : { proposedBy }),
					sources: [{ title: expect.any(String) as string, url: source, supports: expect.any(Array) as string[] }],
					body: '',
				});
				expect((read?.['sources'] as { supports: string[] }[])[0]?.supports.toSorted()).toEqual(
					Object.keys(facts).sort(),
				);
				expect(brokenFields(text)).toEqual(['check']);
				expect(brokenFields(withCheck(text))).toEqual([]);
			}),
			many,
		);
	});
});

describe('any correction that its form accepts, of any profile', { timeout: 120_000 }, () => {
	const paths = Object.keys(correctableFacts);
	test('is a valid file in which only that fact, its source and its word in the list changed, or a note', async () => {
		const outcomes = new Set<string>();
		await fc.assert(
			fc.asyncProperty(
				validEntry('clusters'),
				validEntry('clusters'),
				corrections,
				fc.constantFrom(...paths),
				async (entry, other, fields, path) => {
					const original = writeEntryFile('clusters', entry);
					const [fact = '', part] = path.split('.');
					const whole = other[fact] as Fields | undefined;
					const value = part === undefined ? whole : whole?.[part];
					const isText = typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
					const proposed = isText ? String(value).slice(0, 200).trim() : undefined;
					const data = posted({ ...fields, field: path, ...(proposed ? { proposed } : {}) });
					const board = memoryBoard({ hub: original });
					const outcome = await bringToBoard(
						{ id: '1', receivedAt: '2027-03-31T10:00:00.000Z', form: 'correction', data },
						board,
						TODAY,
					);
					outcomes.add(outcome);
					expect([board.drafts.length, board.notes.length]).toEqual(outcome === 'draft' ? [1, 0] : [0, 1]);
					const [draft] = board.drafts;
					if (!draft) return;
					expect(brokenFields(draft.text)).toEqual([]);
					const others = (text: string) =>
						Object.entries(readEntryFile('clusters', text).data ?? {}).filter(
							([name]) => ![fact, 'sources', 'corrections'].includes(name),
						);
					expect(others(draft.text)).toEqual(others(original));
				},
			),
			many,
		);
		expect([...outcomes].sort()).toEqual(['draft', 'note']);
	});
});

describe('whatever is posted', { timeout: 120_000 }, () => {
	const forms: [string, fc.Arbitrary<Fields>][] = [
		['proposal', hostile(proposals, Object.keys(proposalSchema.shape))],
		['correction', hostile(corrections, Object.keys(correctionSchema.shape))],
	];

	test.each(forms)('as a %s becomes a file of a profile or a note, never both', async (form, data) => {
		const outcomes = new Set<string>();
		await fc.assert(
			fc.asyncProperty(validEntry('clusters'), data, async (entry, sent) => {
				const board = memoryBoard({ hub: writeEntryFile('clusters', entry) });
				const outcome = await bringToBoard(
					{ id: '1', receivedAt: '2027-03-31T10:00:00.000Z', form, data: sent },
					board,
					TODAY,
				);
				outcomes.add(outcome);
				expect([board.drafts.length, board.notes.length]).toEqual(outcome === 'draft' ? [1, 0] : [0, 1]);
				for (const { text, path } of board.drafts) {
					expect(path).toMatch(/^content\/clusters\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/);
					expect(brokenFields(form === 'proposal' ? withCheck(text) : text)).toEqual([]);
				}
			}),
			many,
		);
		expect([...outcomes].sort()).toEqual(['draft', 'note']);
	});
});

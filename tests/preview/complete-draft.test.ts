import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { completeDraft } from '../../src/preview/complete-draft.ts';
import { collectionNames, collections, type CollectionName } from '../../src/schemas/collections.ts';
import { descriptionsOf } from '../../src/schemas/describe-fields.ts';
import { entryOf, fieldsOf, type Fields } from '../entries.ts';

const TODAY = '2026-11-24';
const complete = <N extends CollectionName>(collection: N, draft: unknown) => completeDraft(collection, draft, TODAY);

describe.each(collectionNames)('a draft in %s', (collection) => {
	test('that is valid is shown as it is', () => {
		const { data } = entryOf(collection);
		expect(complete(collection, fieldsOf(collection))).toEqual({ data, missing: [], invalid: [] });
	});

	test.each([
		['nothing', {}],
		['no fields', undefined],
		['blanks, as forms leave them', { title: '', name: '', sources: [], check: { on: '', by: '' }, aliases: [''] }],
	])('with %s says what is missing', (_description, draft) => {
		expect(complete(collection, draft).missing).not.toEqual([]);
	});

	test('has none of the choices that nobody has made', () => {
		const data = complete(collection, {}).data as Fields;
		const choices = descriptionsOf(collections[collection].schema).filter(
			({ type, default: usual }) => type === 'choice' && usual === undefined,
		);
		for (const { name, choices: offered } of choices) {
			expect(offered.map(({ value }) => value)).not.toContain(data[name]);
		}
	});

	test('can be shown whichever field is missing', () => {
		const shape = Object.entries<z.ZodType>(collections[collection].schema.shape);
		for (const [field] of shape.filter(([, schema]) => !schema.safeParse(undefined).success)) {
			const { data } = complete(collection, fieldsOf(collection, { [field]: undefined }));
			expect(Object.keys(data)).toContain(field);
		}
	});
});

describe('what is missing', () => {
	test.each<[description: string, collection: CollectionName, changes: Fields, labels: string[]]>([
		['a text', 'updates', { title: '' }, ['Title']],
		['a day', 'meetings', { date: null }, ['Date']],
		['a list', 'clusters', { themes: [] }, ['Themes']],
		['a part of a group', 'clusters', { carrier: { name: 'A body', legalForm: '' } }, ['Legal form › Form']],
		['a part of an item', 'updates', { sources: [{ title: 'A page', url: '' }] }, ['Sources › Address']],
		['the kind of a question', 'calls', { questions: [{ label: 'Why?' }] }, ['Questions']],
	])('is named as the form names it: %s', (_description, collection, changes, labels) => {
		expect(complete(collection, fieldsOf(collection, changes)).missing).toEqual(labels);
	});

	test('has its name in brackets in its place', () => {
		expect(complete('updates', fieldsOf('updates', { title: '' })).data.title).toBe('[Title]');
	});

	test('does not become a fact: a place on the map needs both numbers', () => {
		const position = { latitude: 45, longitude: '', precision: 'town' };
		expect(complete('clusters', fieldsOf('clusters', { position })).data.position).toBeUndefined();
	});

	test('does not become a fact: a label without its date is left out', () => {
		const labels = [{ name: 'A label', issuer: 'A ministry', on: '' }];
		expect(complete('clusters', fieldsOf('clusters', { labels })).data.labels).toEqual([]);
	});

	test('is not asked for in a group that nobody has begun', () => {
		const carrier = { name: '', legalForm: '' };
		expect(complete('clusters', fieldsOf('clusters', { carrier })).missing).toEqual([]);
	});

	test('does not hide the other parts of an item', () => {
		const sources = [{ title: 'A page', url: '' }];
		expect(complete('updates', fieldsOf('updates', { sources })).data.sources).toEqual([
			{ title: 'A page', url: 'https://example.org/' },
		]);
	});
});

describe('what is not valid', () => {
	test.each<[description: string, collection: CollectionName, changes: Fields, labels: string[]]>([
		['a script for an address', 'clusters', { website: 'javascript:alert(1)' }, ['Website']],
		['a day that no calendar has', 'updates', { date: '2026-02-30' }, ['Date']],
		['a term of no vocabulary', 'clusters', { themes: ['food', 'magic'] }, ['Themes']],
		['text for a number', 'calls', { minutesNeeded: 'ten' }, ['Time needed']],
		['a script in a source', 'updates', { sources: [{ title: 'A', url: 'javascript:1' }] }, ['Sources › Address']],
	])('is named and left out: %s', (_description, collection, changes, labels) => {
		expect(complete(collection, fieldsOf(collection, changes)).invalid).toEqual(labels);
	});

	test('leaves the rest of its list', () => {
		expect(complete('clusters', fieldsOf('clusters', { themes: ['food', 'magic'] })).data.themes).toEqual(['food']);
	});

	test('leaves no field that nobody knows', () => {
		expect(complete('updates', fieldsOf('updates', { colour: 'red' })).data).not.toHaveProperty('colour');
	});
});

describe('what an editor is still typing is shown:', () => {
	test.each([
		['a text with a blank at its end', 'A title ', 'A title'],
		['a text with two blanks', 'A  title', 'A  title'],
		['a text with a line break', 'A\ntitle', 'A title'],
		['a text longer than allowed', 'A title '.repeat(40).trim(), 'A title '.repeat(40).trim()],
	])('%s', (_description, title, shown) => {
		expect(complete('updates', fieldsOf('updates', { title })).data.title).toBe(shown);
	});

	test('fewer questions than a call must have', () => {
		const questions = [{ type: 'text', id: 'why', label: 'Why?' }];
		expect(complete('calls', fieldsOf('calls', { questions })).data.questions).toEqual([
			{ type: 'text', id: 'why', label: 'Why?', required: false, maxCharacters: 3000 },
		]);
	});

	test('a day that does not fit another day', () => {
		const draft = fieldsOf('calls', { closesOn: '2020-01-01' });
		expect(complete('calls', draft).data.closesOn).toBe('2020-01-01');
	});
});

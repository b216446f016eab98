import { describe, expect, test } from 'vitest';
import { checkDraft, checkValue } from '../../src/editor/check-draft.ts';
import { fieldsOf, type Fields } from '../entries.ts';

const signs: [description: string, sign: string][] = [
	['the line end of slides', '\v'],
	['the end of a page', '\f'],
	['the line end of mainframes', '\u0085'],
	['the line separator of PDF files', '\u2028'],
	['the paragraph separator', '\u2029'],
];

describe.each(signs)('%s, as it comes along from other programs,', (_description, sign) => {
	const drafts: [where: string, collection: 'clusters' | 'calls' | 'terms', changes: Fields][] = [
		['in a line', 'clusters', { name: `A${sign}hub` }],
		['in a summary', 'clusters', { summary: `What it is,${sign}and where.` }],
		['in paragraphs', 'calls', { canChange: `The list${sign}of examples.` }],
		['in an item of a list', 'clusters', { sectors: [`baking${sign}and milling`] }],
		['in a part of a group', 'clusters', { carrier: { name: `A${sign}house`, legalForm: 'cooperative' } }],
		['in a text', 'clusters', { body: `One${sign}two.` }],
	];

	test.each(drafts)('is no problem %s', (_where, collection, changes) => {
		expect(checkDraft(collection, fieldsOf(collection, changes))).toEqual([]);
	});

	test('is no problem in a field by itself', () => {
		expect(checkValue('clusters.carrier.name', `A${sign}house`)).toBeUndefined();
	});
});

test('at the end of a line it is the blank that the build refuses there', () => {
	expect(checkDraft('clusters', fieldsOf('clusters', { name: 'A hub\u2028' })).map(({ sentence }) => sentence)).toEqual(
		['Name has a line break, or blanks at its ends. See the hint of this field.'],
	);
});

test('other signs that nobody sees are refused as before', () => {
	expect(checkDraft('clusters', fieldsOf('clusters', { name: 'A\u202ehub' })).map(({ field }) => field)).toEqual([
		'name',
	]);
	expect(checkValue('clusters.carrier.name', 'A\u0007house')).toBe(
		'Has a sign that nobody can read, U+0007, in “A[U+0007]house”. Delete the whole word and type it again, so that nothing hidden stays in it.',
	);
});

test('an empty field by itself is no problem, whatever the form leaves in it', () => {
	for (const empty of ['', null, undefined, []]) expect(checkValue('clusters.carrier.name', empty)).toBeUndefined();
});

test('what is missing is named in words for a form, which takes no other kind and shows what can be chosen', () => {
	expect(checkDraft('terms', { term: 'A word', country: 'XX' })).toMatchObject([
		{ path: 'language', sentence: 'Language is missing. Fill it in.' },
		{ path: 'country', sentence: 'Country is not one of the choices. Choose it from the list.' },
		{ path: 'concept' },
		{ path: 'definition' },
		{ path: 'sources', sentence: 'Sources is missing. Add at least one.' },
	]);
});

test('what is wrong in an item of a list is found by its number', () => {
	const sources = [{ title: 'A page', url: 'nowhere', accessed: '2027-01-01' }];
	const [problem] = checkDraft('terms', fieldsOf('terms', { sources }));
	expect(problem).toMatchObject({ path: 'sources.0.url', field: 'sources', isWhole: false });
});

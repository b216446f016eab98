import { describe, expect, test } from 'vitest';
import { readEntryFile } from '../../src/files/entry-file.ts';
import type { Correction, Proposal } from '../../src/schemas/submission.ts';
import { slugOfProfile } from '../../src/submissions/slug-of-profile.ts';
import { correctedProfile, proposedProfile } from '../../src/submissions/to-draft.ts';
import { fileOf, type Fields } from '../entries.ts';

const TODAY = '2027-03-31';

const proposal: Proposal = {
	name: 'A hub',
	country: 'FR',
	summary: 'What it is, and where.',
	kind: 'csei',
	themes: ['food'],
	source: 'https://www.example.org/page',
	email: 'marked@example.org',
	reference: 'bluebird',
	consent: 'yes',
};

test('a proposed profile holds the facts and their source, and nothing of the sender', () => {
	expect(proposedProfile({ ...proposal, place: 'Lyon', proposedBy: 'An organisation' })).toBe(`---
name: A hub
summary: What it is, and where.
kind: csei
country: FR
place: Lyon
themes: [food]
sources:
  - title: example.org
    url: https://www.example.org/page
    supports: [name, country, summary, kind, themes, place]
proposedBy: An organisation
---
`);
});

const correction: Correction = {
	cluster: 'hub',
	field: 'founded',
	proposed: '2016',
	source: 'https://www.example.org/other',
	consent: 'yes',
};

/** The fields of a profile after a correction; undefined if an editor has to make it. */
const corrected = (changes: Partial<Correction>, profile: Fields = {}): Fields | undefined => {
	const { text } = correctedProfile({ ...correction, ...changes }, fileOf('clusters', profile, 'A text.\n'), TODAY);
	return text === undefined ? undefined : readEntryFile('clusters', text).data;
};

describe('a correction', () => {
	test('changes the fact, and is listed with its day', () => {
		expect(corrected({ note: 'The statutes say so.' }, { founded: 2015 })).toMatchObject({
			founded: 2016,
			corrections: [{ on: TODAY, field: 'founded', from: '2015', to: '2016', note: 'The statutes say so.' }],
			body: 'A text.',
		});
	});

	test('changes no other line of the file', () => {
		const original = proposedProfile(proposal)
			.replace('sources:', `check: {on: "2026-11-24", by: we, how: sources, against: A page.} # by hand\nsources:`)
			.replace('country: FR', 'founded: 2015 # or so\ncountry: FR');
		const { text = '' } = correctedProfile({ ...correction, source: proposal.source }, original, TODAY);
		const lines = original.split('\n');
		expect(text.split('\n').filter((line) => !lines.includes(line))).toEqual([
			'founded: 2016 # or so',
			'corrections:',
			'  - "on": "2027-03-31"',
			'    field: founded',
			'    from: "2015"',
			'    to: "2016"',
			'    supports: [name, country, summary, kind, themes, founded]',
		]);
	});

	test('of what was not stated says so', () => {
		expect(corrected({ field: 'place', proposed: 'Lyon' })).toMatchObject({
			place: 'Lyon',
			corrections: [{ from: 'not stated', to: 'Lyon' }],
		});
	});

	test('comes after earlier ones', () => {
		const corrections = [{ on: '2026-12-01', field: 'name', from: 'Hub', to: 'A cluster' }];
		expect(corrected({}, { corrections })?.['corrections']).toMatchObject([{ field: 'name' }, { field: 'founded' }]);
	});

	const values: [string, Partial<Correction>, Fields, string, unknown][] = [
		['a choice by its id', { field: 'stage', proposed: 'active' }, {}, 'stage', 'active'],
		['a choice by its label', { field: 'country', proposed: 'Belgium' }, {}, 'country', 'BE'],
		['a choice in other letters', { field: 'country', proposed: 'belgium' }, {}, 'country', 'BE'],
		['several choices', { field: 'themes', proposed: 'food; care' }, {}, 'themes', ['food', 'care']],
		[
			'a part of a fact',
			{ field: 'members.counts', proposed: 'firms' },
			{ members: { total: 30, asOf: '2025' } },
			'members',
			{ total: 30, counts: 'firms', asOf: '2025' },
		],
		[
			'a number of members, whose date is not known then',
			{ field: 'members.total', proposed: '40' },
			{ members: { total: 30, qualifier: 'about', asOf: '2025' } },
			'members',
			{ total: 40, asOf: 'undated' },
		],
		[
			'a number of members with its year',
			{ field: 'members.total', proposed: '40 (2027)' },
			{ members: { total: 30, counts: 'firms', asOf: '2025' } },
			'members',
			{ total: 40, counts: 'firms', asOf: '2027' },
		],
	];

	test.each(values)('understands %s', (_description, changes, profile, field, value) => {
		expect(corrected(changes, profile)?.[field]).toEqual(value);
	});

	const byHand: [string, Partial<Correction>, Fields][] = [
		['a number with words', { proposed: 'about 2016' }, {}],
		['a year that nothing was founded in', { proposed: '16' }, {}],
		['a number too large for any', { proposed: '9'.repeat(200) }, {}],
		['a choice that is none', { field: 'country', proposed: 'Atlantis' }, {}],
		['one choice that is none among several', { field: 'themes', proposed: 'food, magic' }, {}],
		['a list of texts', { field: 'sectors', proposed: 'baking' }, {}],
		['a list of groups', { field: 'localNames', proposed: 'Moyeu' }, {}],
		['the text of the page', { field: 'body', proposed: 'Another text.' }, {}],
		['a number of members in words', { field: 'members.total', proposed: 'about 40' }, {}],
		['an end before the beginning', { field: 'ended', proposed: '1990' }, { founded: 2015 }],
		['an address that runs code', { field: 'website', proposed: 'javascript:alert(1)' }, {}],
		['a fact that is none', { field: 'constructor', proposed: 'x' }, {}],
		['a part of a fact that has none', { field: 'founded.total', proposed: '1' }, {}],
	];

	test.each(byHand)('leaves to an editor %s', (_description, changes, profile) => {
		expect(correctedProfile({ ...correction, ...changes }, fileOf('clusters', profile), TODAY)).toEqual({
			problem: 'What it should say has to be put into the fields by an editor.',
		});
	});

	test('leaves to an editor what no page supports', () => {
		expect(corrected({ source: undefined })).toBeUndefined();
	});

	test('leaves to an editor what the profile says already', () => {
		expect(correctedProfile(correction, fileOf('clusters', { founded: 2016 }), TODAY)).toEqual({
			problem: 'The profile says so already.',
		});
	});

	test('takes the fact off the sources that supported what stood there, and those away that supported nothing else', () => {
		const page = (name: string, ...supports: string[]) => ({
			title: name,
			url: `https://example.org/${name}`,
			supports,
		});
		const sources = [page('a', 'name', 'founded'), page('b', 'founded')];
		expect(corrected({}, { founded: 2015, sources })?.['sources']).toEqual([
			page('a', 'name'),
			{ title: 'example.org', url: 'https://www.example.org/other', supports: ['founded'] },
		]);
	});

	test('leaves to an editor a profile without a source', () => {
		expect(correctedProfile(correction, '---\nname: A hub\n---\n', TODAY)).toEqual({
			problem: 'What it should say has to be put into the fields by an editor.',
		});
	});

	test('leaves to an editor a file that cannot be read', () => {
		expect(correctedProfile(correction, 'no fields', TODAY)).toEqual({
			problem: 'The file of this profile cannot be read.',
		});
	});

	test('names a source that is new beside the others', () => {
		expect(corrected({ source: 'https://www.example.org/other' })?.['sources']).toEqual([
			{ title: 'A page', url: 'https://example.org/page', supports: ['name'] },
			{ title: 'example.org', url: 'https://www.example.org/other', supports: ['founded'] },
		]);
	});

	test('adds the fact to a source that is there already', () => {
		expect(corrected({ source: 'https://example.org/page' })?.['sources']).toEqual([
			{ title: 'A page', url: 'https://example.org/page', supports: ['name', 'founded'] },
		]);
	});

	const long: [string, string, string][] = [
		['with a blank where it is cut', `${'x'.repeat(199)} and more`, `${'x'.repeat(199)}…`],
		['with a sign of two parts where it is cut', `${'x'.repeat(198)}🌱 and more`, `${'x'.repeat(198)}…`],
		['as long as it may be', 'x'.repeat(200), 'x'.repeat(200)],
	];

	test.each(long)('lists a long text as far as it goes: %s', (_description, before, listed) => {
		expect(corrected({ field: 'summary', proposed: 'Shorter.' }, { summary: before })).toMatchObject({
			summary: 'Shorter.',
			corrections: [{ from: listed, to: 'Shorter.' }],
		});
	});
});

test.each([
	['/clusters/a-b/', 'a-b'],
	['https://clusters.example.org/clusters/a-b/?x=y#founded', 'a-b'],
	[' a-b ', 'a-b'],
	['clusters/a-b', 'a-b'],
	['/guide/a-b/', undefined],
	['A hub', undefined],
	['../../x', undefined],
	['/clusters/a/b/', undefined],
	['', undefined],
])('the profile that “%s” names', (text, slug) => {
	expect(slugOfProfile(text)).toBe(slug);
});

import { expect, test } from 'vitest';
import type { Fields } from '../../src/files/values.ts';
import { differenceOf, formatChange } from '../../src/model/difference.ts';

const changes: [what: string, before: Fields, after: Fields, lines: string[]][] = [
	['a number', { founded: 2017 }, { founded: 2016 }, ['Founded: 2017 → 2016']],
	['a choice by its name', { country: 'BG' }, { country: 'CH' }, ['Country: Bulgaria → Switzerland']],
	['what is new', {}, { acronym: 'HUB' }, ['Acronym: HUB']],
	['what is gone', { acronym: 'HUB' }, {}, ['Acronym: without HUB']],
	['a part of a group', { members: { total: 18 } }, { members: { total: 22 } }, ['Members › Number: 18 → 22']],
	[
		'an item of a list of groups',
		{ sources: [{ title: 'A page', url: 'https://a.example/' }] },
		{
			sources: [
				{ title: 'A page', url: 'https://a.example/' },
				{ title: 'Another', url: 'https://b.example/' },
			],
		},
		['Sources: Another'],
	],
	[
		'what an item of a list supports, beside one that came',
		{
			sources: [
				{ title: 'A', url: 'https://a.example/', supports: ['founded', 'place'] },
				{ title: 'B', url: 'https://b.example/', supports: ['founded', 'place'] },
			],
		},
		{
			sources: [
				{ title: 'A', url: 'https://a.example/', supports: ['place'] },
				{ title: 'B', url: 'https://b.example/', supports: ['founded', 'place'] },
				{ title: 'C', url: 'https://c.example/', supports: ['founded'] },
			],
		},
		['Sources: C', 'Sources › A › Supports: without Founded'],
	],
	['an order', { sectors: ['a', 'b'] }, { sectors: ['b', 'a'] }, ['Fields of work: in another order']],
	[
		'a day',
		{ check: { on: '2026-01-02' } },
		{ check: { on: '2027-03-04' } },
		['Last checked › Checked on: 2 January 2026 → 4 March 2027'],
	],
	['a text', { body: 'One two.' }, { body: 'One two three.' }, ['Text: 2 words → 3 words']],
	['blanks', { acronym: '' }, { sectors: [] }, []],
];

test.each(changes)('%s', (_what, before, after, lines) => {
	expect(differenceOf('clusters', before, after).map(formatChange)).toEqual(lines);
});

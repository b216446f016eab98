import { expect, test } from 'vitest';
import type { Fields } from '../../src/files/values.ts';
import { formerValues } from '../../src/model/former-values.ts';

const cases: [what: string, before: Fields, after: Fields, sentences: string[]][] = [
	[
		'a year that summary and text still say',
		{ founded: 2013, summary: 'Formed in 2013.', body: 'In 2013 they formed.' },
		{ founded: 2012, summary: 'Formed in 2013.', body: 'In 2013 they formed.' },
		['2013, the former Founded, also stands in Summary and Text.'],
	],
	[
		'a number in a group, with its thousands apart',
		{ members: { total: 1200 } },
		{ members: { total: 1300 }, body: 'It has 1,200 members.' },
		['1200, the former Members › Number, also stands in Text.'],
	],
	[
		'a month in words',
		{ members: { asOf: '2026-05' } },
		{ members: { asOf: '2027-01' }, practice: { worked: 'Counted in May 2026.' } },
		['May 2026, the former Members › As of, also stands in Lessons › What worked.'],
	],
	[
		'a name that went',
		{ acronym: 'HUB' },
		{ body: 'The HUB is open.' },
		['HUB, the former Acronym, also stands in Text.'],
	],
	[
		'a number that is a part of others',
		{ founded: 2013 },
		{ founded: 2012, body: '12013 and 2013.5 and 2,013' },
		['2013, the former Founded, also stands in Text.'],
	],
	[
		'digits inside other numbers',
		{ members: { total: 13 } },
		{ members: { total: 14 }, body: 'In 2013, 0.13 of A13.' },
		[],
	],
	['a name inside the new one', { name: 'ACT' }, { name: 'ACT Group', body: 'ACT Group grew.' }, []],
	['a text that says the new value', { founded: 2013 }, { founded: 2012, body: 'Formed in 2012.' }, []],
	['what stays', { founded: 2013 }, { founded: 2013, body: 'Formed in 2013.' }, []],
	['what was filled in', {}, { founded: 2013, body: 'Formed in 2013.' }, []],
];

test.each(cases)('%s', (_what, before, after, sentences) => {
	expect(formerValues('clusters', before, after)).toEqual(sentences);
});

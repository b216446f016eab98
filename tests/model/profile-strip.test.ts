import { expect, test } from 'vitest';
import { stripOf } from '../../src/model/profile-strip.ts';
import { entryOf, type Fields } from '../entries.ts';

const strip = (changes: Fields) =>
	stripOf(entryOf('clusters', changes).data).map(({ label, value, note }) =>
		[label, value, note].filter(Boolean).join(' | '),
	);

const all = {
	founded: 2017,
	members: { total: 260, qualifier: 'more-than', counts: 'partners', asOf: '2024-08' },
	scope: 'local',
	website: 'https://www.example.org/',
	sectors: ['wool', 'textiles'],
};

const rows: [what: string, changes: Fields, facts: string[]][] = [
	[
		'the four that people ask for first',
		all,
		[
			'Founded | 2017',
			'Members | more than 260 | partners, August 2024',
			'Where it works | Local | a town, a city or its surroundings',
			'Website | example.org',
		],
	],
	[
		'the next ones, where one of those is unknown',
		{ ...all, founded: undefined },
		[
			'Members | more than 260 | partners, August 2024',
			'Where it works | Local | a town, a city or its surroundings',
			'Website | example.org',
			'Fields of work | Wool and textiles',
		],
	],
	[
		'its status and legal form, where little else is known',
		{
			scope: 'local',
			sectors: all.sectors,
			stage: 'emerging',
			stageAsOf: 2021,
			carrier: { legalForm: 'federation', localForm: 'union of bodies' },
		},
		[
			'Where it works | Local | a town, a city or its surroundings',
			'Fields of work | Wool and textiles',
			'Status | Emerging | 2021',
			'Legal form | Union of bodies',
		],
	],
	[
		'the year of its end, where a cluster has ended',
		{ founded: 2010, ended: 2019, stage: 'closed', scope: 'national' },
		['Founded | 2010', 'Ended | 2019', 'Where it works | National | a whole country', 'Status | Closed'],
	],
	[
		'a number of members without a date by itself',
		{ ...all, members: { total: 8, asOf: 'undated' } },
		[
			'Founded | 2017',
			'Members | 8',
			'Where it works | Local | a town, a city or its surroundings',
			'Website | example.org',
		],
	],
];

test.each(rows)('a profile begins with %s', (_what, changes, facts) => {
	expect(strip(changes)).toEqual(facts);
});

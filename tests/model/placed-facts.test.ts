import { expect, test } from 'vitest';
import { factsOf } from '../../src/model/cluster-facts.ts';
import { placedFacts } from '../../src/model/placed-facts.ts';
import { entryOf, type Fields } from '../entries.ts';

function placed(changes: Fields) {
	const { data } = entryOf('clusters', changes);
	return placedFacts(data, factsOf(data));
}
const strip = (changes: Fields) =>
	placed(changes).strip.map(({ label, text, note }) => [label, text, note].filter(Boolean).join(' | '));

const all = {
	founded: 2017,
	members: { total: 260, qualifier: 'more-than', counts: 'partners', asOf: '2024-08' },
	scope: 'local',
	website: 'https://www.example.org/',
	stage: 'emerging',
	stageAsOf: 2021,
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
		'its status, where one of those is unknown',
		{ ...all, founded: undefined },
		[
			'Members | more than 260 | partners, August 2024',
			'Where it works | Local | a town, a city or its surroundings',
			'Website | example.org',
			'Status | Emerging | in 2021',
		],
	],
	[
		'the year of its end, where a cluster has ended',
		{ founded: 2010, ended: 2019, stage: 'closed', scope: 'national' },
		['Founded | 2010', 'Ended | 2019', 'Where it works | National | a whole country'],
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
	[
		'a number of members without a unit, and when it was counted',
		{ members: { total: 24, asOf: '2021-03' }, scope: 'national' },
		['Members | 24 | in March 2021', 'Where it works | National | a whole country'],
	],
	['no strip of a single fact', { stage: 'active', sectors: all.sectors }, []],
];

test.each(rows)('a profile begins with %s', (_what, changes, facts) => {
	expect(strip(changes)).toEqual(facts);
});

const labels = (changes: Fields) => {
	const { head, box } = placed(changes);
	return [head, box].map((facts) => facts.map(({ label }) => label));
};

test('what stands around the name or in the strip is no row of the box', () => {
	expect(labels(all)).toEqual([
		['Kind', 'Place'],
		['Status', 'Fields of work', 'Themes'],
	]);
	expect(labels({ stage: 'active' })).toEqual([
		['Kind', 'Place'],
		['Status', 'Themes'],
	]);
});

test('that a cluster is no longer active stands beside its name', () => {
	expect(labels({ stage: 'closed', ended: 2019 })).toEqual([
		['Kind', 'Place', 'Status'],
		['Ended', 'Themes'],
	]);
});

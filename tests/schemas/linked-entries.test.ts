import { describe, expect, test } from 'vitest';
import type { CollectionName } from '../../src/schemas/collections.ts';
import { referencesIn } from '../../src/schemas/linked-entries.ts';
import { entryOf, type Fields } from '../entries.ts';

const step = { on: '2027-06-10', text: 'What came of it.', meeting: 'a-meeting' };

/** For each collection an entry with every reference that it can have. */
const rows: [collection: CollectionName, changes: Fields, references: string[]][] = [
	[
		'clusters',
		{
			relations: [
				{ cluster: 'one', kind: 'partner' },
				{ cluster: 'two', kind: 'part-of' },
			],
			aliases: ['old'],
		},
		['relations.0.cluster → clusters/one', 'relations.1.cluster → clusters/two'],
	],
	[
		'updates',
		{ clusters: ['one', 'two'], meetings: ['a-meeting'], calls: ['a-call'], aliases: ['old'] },
		[
			'clusters.0 → clusters/one',
			'clusters.1 → clusters/two',
			'meetings.0 → meetings/a-meeting',
			'calls.0 → calls/a-call',
		],
	],
	['meetings', { before: { agenda: ['a-point'] }, aliases: ['old'] }, []],
	[
		'calls',
		{ heard: step, taken: step, outcome: step, aliases: ['old'] },
		[
			'heard.meeting → meetings/a-meeting',
			'taken.meeting → meetings/a-meeting',
			'outcome.meeting → meetings/a-meeting',
		],
	],
	[
		'points',
		{
			call: 'a-call',
			steps: [
				{ step: 'received', on: '2027-03-31' },
				{ step: 'raised', on: '2027-06-10', meeting: 'a-meeting' },
			],
			aliases: ['old'],
		},
		['call → calls/a-call', 'steps.1.meeting → meetings/a-meeting'],
	],
	[
		'receipts',
		{ state: 'taken-up', changedOn: '2027-06-10', cluster: 'one', point: 'a-point' },
		['cluster → clusters/one', 'point → points/a-point'],
	],
	['guide', { aliases: ['old'] }, []],
	['terms', { country: 'FR' }, []],
	['organisations', { country: 'FR' }, []],
	['milestones', {}, []],
	['site', {}, []],
];

test.each(rows)('the references of an entry of %s are found, and nothing else', (collection, changes, references) => {
	const found = referencesIn(collection, entryOf(collection, changes).data);
	expect(found.map(({ path, collection: target, slug }) => `${path.join('.')} → ${target}/${slug}`)).toEqual(
		references,
	);
});

describe('an entry that refers to nothing', () => {
	test.each(['clusters', 'updates', 'calls', 'points', 'receipts'] as const)('has no references: %s', (collection) => {
		expect(referencesIn(collection, entryOf(collection).data)).toEqual([]);
	});
});

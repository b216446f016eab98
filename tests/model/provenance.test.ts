import { expect, test } from 'vitest';
import { provenanceOf } from '../../src/model/provenance.ts';
import { entryOf } from '../entries.ts';

const source = (accessed?: string) => ({
	title: 'A page',
	url: 'https://example.org/page',
	supports: ['name'],
	...(accessed === undefined ? {} : { accessed }),
});
const check = (how: string, on = '2026-11-24') => ({ on, by: 'the editors', how });

const rows: [description: string, days: (string | undefined)[], how: string, line: string][] = [
	[
		'one source',
		['2026-10-05'],
		'sources',
		'From 1 public source, read in October 2026. Not yet confirmed by the cluster.',
	],
	[
		'several sources that were read in one month',
		['2026-10-31', '2026-10-01', '2026-10-05'],
		'sources',
		'From 3 public sources, read in October 2026. Not yet confirmed by the cluster.',
	],
	[
		'sources that were read in several months, whatever their order',
		['2026-11-02', '2025-12-31', '2026-10-05'],
		'record',
		'From 3 public sources, read from December 2025 to November 2026. Not yet confirmed by the cluster.',
	],
	[
		'a source without a day, which was read for the check',
		[undefined],
		'sources',
		'From 1 public source, read in November 2026. Not yet confirmed by the cluster.',
	],
	[
		'sources with a day and without',
		['2026-03-31', undefined],
		'sources',
		'From 2 public sources, read from March 2026 to November 2026. Not yet confirmed by the cluster.',
	],
	[
		'what the cluster confirmed',
		['2026-10-05', '2026-10-06'],
		'cluster',
		'From 2 public sources, read in October 2026. Confirmed by the cluster on 24 November 2026.',
	],
];

test.each(rows)('what a profile rests on stands in one line: %s', (_description, days, how, line) => {
	const { data } = entryOf('clusters', { sources: days.map(source), check: check(how) });
	expect(provenanceOf(data)).toBe(line);
});

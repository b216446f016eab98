import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import type { Cluster } from '../../src/schemas/cluster.ts';
import { toColumns } from '../../src/search/row-columns.ts';
import { openColumns } from '../../src/search/filter-rows.ts';
import { RowSet } from '../../src/search/row-set.ts';
import { randomFrom } from '../random.ts';

// What the list answers, against a plain filter over the real content that knows nothing of columns and bits.

const { entries } = readContent('content');
const settings = entries.site[0]?.data;
if (!settings) throw new Error('The content has no settings.');
const clusters = entries.clusters.map(({ data }) => data);

/** Days on which the checks of all profiles are in time, due, overdue, and on which they differ. */
const days = ['2026-11-24', '2027-12-15', '2028-06-01'];

/** A day some months later, for days that every month has. */
function monthsAfter(day: string, months: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCMonth(date.getUTCMonth() + months);
	return date.toISOString().slice(0, 10);
}

function checkState(checkedOn: string, today: string): string {
	if (today < monthsAfter(checkedOn, settings?.checkFreshMonths ?? 0)) return 'fresh';
	return today < monthsAfter(checkedOn, settings?.checkDueMonths ?? 0) ? 'due' : 'overdue';
}

/** What a profile says of each facet. */
const tell = (cluster: Cluster, today: string): Record<string, readonly string[]> => ({
	country: [cluster.country],
	theme: cluster.themes,
	service: cluster.services ?? [],
	kind: [cluster.kind],
	stage: cluster.stage ? [cluster.stage] : [],
	check: [checkState(cluster.check.on, today)],
});

/** What each profile says, row by row. */
const toldOn = new Map(days.map((today) => [today, clusters.map((cluster) => tell(cluster, today))]));
const told = (today: string) => toldOn.get(today) ?? [];

type Choices = Record<string, string[]>;

/** The rows that a reader should get. */
function plainFilter(choices: Choices, words: ReadonlySet<number> | undefined, today: string): number[] {
	return told(today).flatMap((values, row) => {
		if (words && !words.has(row)) return [];
		const fits = Object.entries(choices).every(
			([facet, ids]) => ids.length === 0 || ids.some((id) => values[facet]?.includes(id)),
		);
		return fits ? [row] : [];
	});
}

/** The values that any profile has of a facet. */
const valuesOf = (facet: string, today: string) => [...new Set(told(today).flatMap((values) => values[facet] ?? []))];

interface Asked {
	today: string;
	choices: Choices;
	words: ReadonlySet<number> | undefined;
}

const facetNames = ['country', 'theme', 'service', 'kind', 'stage', 'check'];

/** What readers might choose: in up to four facets up to three values, half of the time with words. */
function randomQuestions(count: number, seed: number): Asked[] {
	const { below, share, oneOf, someOf } = randomFrom(seed);
	return Array.from({ length: count }, () => {
		const today = oneOf(days);
		const choices = Object.fromEntries(
			someOf(facetNames, below(5)).map((facet) => [facet, someOf([...valuesOf(facet, today), 'nothing'], below(4))]),
		);
		const howMany = share();
		const rows = clusters.flatMap((_, row) => (share() < howMany ? [row] : []));
		const words = share() < 0.5 ? undefined : new Set(rows);
		return { today, choices, words };
	});
}

const filters = new Map(
	days.map((today) => [today, openColumns(toColumns({ clusters: entries.clusters, settings, today }))]),
);

function ask({ today, choices, words }: Asked) {
	const filter = filters.get(today);
	if (!filter) throw new Error(`There are no columns for ${today}.`);
	return filter.filter(choices, words && RowSet.of(clusters.length, words));
}

const questions = randomQuestions(200, 31);

test('the content has profiles to filter', () => {
	expect(clusters.length).toBeGreaterThan(50);
});

test('the questions are of all kinds: with many answers, few and none', () => {
	const sizes = questions.map(({ choices, words, today }) => plainFilter(choices, words, today).length);
	expect([
		sizes.some((size) => size === 0),
		sizes.some((size) => size > 0 && size < 5),
		sizes.some((size) => size > 20),
	]).toEqual([true, true, true]);
});

describe('for 200 random choices', () => {
	test('the rows are those that a plain filter gives', () => {
		expect(questions.map((asked) => ask(asked).rows.toRows())).toEqual(
			questions.map(({ choices, words, today }) => plainFilter(choices, words, today)),
		);
	});

	test('the number of rows is true', () => {
		expect(questions.map((asked) => ask(asked).rows.size)).toEqual(
			questions.map(({ choices, words, today }) => plainFilter(choices, words, today).length),
		);
	});

	test('every count is the number of rows that its value alone in its facet gives', () => {
		expect(questions.map((asked) => ask(asked).counts)).toEqual(
			questions.map(({ choices, words, today }) =>
				Object.fromEntries(
					facetNames.map((facet) => [
						facet,
						Object.fromEntries(
							valuesOf(facet, today).map((id) => [id, plainFilter({ ...choices, [facet]: [id] }, words, today).length]),
						),
					]),
				),
			),
		);
	});
});

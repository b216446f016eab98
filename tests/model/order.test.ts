import { expect, test } from 'vitest';
import { byName, byOrder, entriesAround, neighboursIn, newestFirst, oldestFirst } from '../../src/model/order.ts';

const dated = (...dates: string[]) => dates.map((date, index) => ({ id: String(index), data: { date } }));
const datesOf = (entries: readonly { data: { date: string } }[]) => entries.map(({ data }) => data.date);

test('milestones stand from the oldest to the newest, those of a whole month or year at its end', () => {
	const milestones = dated('2023', '2023-06', '2024-01-01', '2023-06-30', '2023-12-31', '2022-11-09');
	expect(datesOf(milestones.sort(oldestFirst))).toEqual([
		'2022-11-09',
		'2023-06-30',
		'2023-06',
		'2023-12-31',
		'2023',
		'2024-01-01',
	]);
});

test('updates and meetings stand from the newest to the oldest', () => {
	expect(datesOf(dated('2026-01-31', '2026-02-01', '2025-12-31').sort(newestFirst))).toEqual([
		'2026-02-01',
		'2026-01-31',
		'2025-12-31',
	]);
});

test('pages of the guide stand part by part, each in the order of its part', () => {
	const pages = (
		[
			['policy', 1],
			['doing', 2],
			['clusters', 9],
			['doing', 1],
		] as const
	).map(([part, order]) => ({ id: `${part} ${String(order)}`, data: { part, order } }));
	expect(pages.sort(byOrder).map(({ id }) => id)).toEqual(['clusters 9', 'doing 1', 'doing 2', 'policy 1']);
});

test('entries of one day or place keep one order, whichever came first', () => {
	const data = { date: '2026-01-31', part: 'policy', order: 1 } as const;
	const [one, other] = [
		{ id: 'a', data },
		{ id: 'b', data },
	];
	for (const order of [newestFirst, oldestFirst, byOrder]) expect([other, one].sort(order)).toEqual([one, other]);
});

test('names stand by the alphabet, with or without accents and capitals', () => {
	const named = ['Zebra', 'ębra', 'Alfa', 'éclair', 'Eco'].map((name) => ({ data: { name } }));
	expect(named.sort(byName).map(({ data }) => data.name)).toEqual(['Alfa', 'ębra', 'éclair', 'Eco', 'Zebra']);
});

test('the entries around one are those next to it, whether it is among them or not', () => {
	const days = dated('2026-01-05', '2026-01-04', '2026-01-03', '2026-01-02', '2026-01-01');
	const around = (entry: (typeof days)[number]) => {
		const { before, after } = entriesAround(days, entry, newestFirst, 2);
		return [datesOf(before), datesOf(after)];
	};
	expect(days.map(around)).toEqual([
		[[], ['2026-01-04', '2026-01-03']],
		[['2026-01-05'], ['2026-01-03', '2026-01-02']],
		[
			['2026-01-05', '2026-01-04'],
			['2026-01-02', '2026-01-01'],
		],
		[['2026-01-04', '2026-01-03'], ['2026-01-01']],
		[['2026-01-03', '2026-01-02'], []],
	]);
	const draft = { id: 'draft', data: { date: '2026-01-03' } };
	expect(around(draft)).toEqual([
		['2026-01-04', '2026-01-03'],
		['2026-01-02', '2026-01-01'],
	]);
	expect(neighboursIn(days, draft, newestFirst)).toEqual({ before: days[2], after: days[3] });
	expect(neighboursIn([], draft, newestFirst)).toEqual({ before: undefined, after: undefined });
});

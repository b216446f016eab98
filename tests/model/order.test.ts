import { expect, test } from 'vitest';
import { byName, byOrder, newestFirst, oldestFirst } from '../../src/model/order.ts';

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

test('entries of one day or place keep one order, whichever came first', () => {
	const [one, other] = [
		{ id: 'a', data: { date: '2026-01-31', order: 1 } },
		{ id: 'b', data: { date: '2026-01-31', order: 1 } },
	];
	for (const order of [newestFirst, oldestFirst, byOrder]) expect([other, one].sort(order)).toEqual([one, other]);
});

test('names stand by the alphabet, with or without accents and capitals', () => {
	const named = ['Zebra', 'ębra', 'Alfa', 'éclair', 'Eco'].map((name) => ({ data: { name } }));
	expect(named.sort(byName).map(({ data }) => data.name)).toEqual(['Alfa', 'ębra', 'éclair', 'Eco', 'Zebra']);
});

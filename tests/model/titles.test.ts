import { expect, test } from 'vitest';
import { linksOf, updatesAbout } from '../../src/model/titles.ts';

const titles = new Map([['/clusters/hub/', 'The Hub']]);

test('an entry has all updates about it, in the order given', () => {
	const updates = [['one', 'two'], ['two'], undefined, ['two', 'one']].map((meetings, index) => ({
		id: index,
		data: meetings ? { meetings } : {},
	}));
	const found = updatesAbout('meetings', updates);
	expect([...found].map(([meeting, about]) => [meeting, about.map(({ id }) => id)])).toEqual([
		['one', [0, 3]],
		['two', [0, 1, 3]],
	]);
});

test('an update links to all that it is about, by name where there is one', () => {
	expect(linksOf({ clusters: ['hub', 'gone'], calls: ['next'] }, titles)).toEqual([
		{ address: '/clusters/hub/', label: 'The Hub' },
		{ address: '/clusters/gone/', label: '/clusters/gone/' },
		{ address: '/have-your-say/next/', label: '/have-your-say/next/' },
	]);
});

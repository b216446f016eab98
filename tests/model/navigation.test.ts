import { expect, test } from 'vitest';
import { aboutPages, doors } from '../../src/model/navigation.ts';

const links = [...doors, ...doors.flatMap(({ pages }) => pages), ...aboutPages];

test('the header has five doors, in order', () => {
	expect(doors.map(({ label }) => label)).toEqual(['Clusters', 'GECES', 'Updates', 'Have your say', 'Guide']);
});

test('every address starts and ends with a slash', () => {
	expect(links.filter(({ address }) => !/^\/.+\/$/.test(address))).toEqual([]);
});

test('no two links have the same address', () => {
	expect(new Set(links.map(({ address }) => address)).size).toBe(links.length);
});

test('the pages behind a door lie in its folder', () => {
	const strays = doors.flatMap((door) => door.pages.filter(({ address }) => !address.startsWith(door.address)));
	expect(strays).toEqual([]);
});

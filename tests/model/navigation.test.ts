import { describe, expect, test } from 'vitest';
import {
	aboutPages,
	correctAddress,
	doors,
	doorsOf,
	footerColumnsOf,
	proposeAddress,
} from '../../src/model/navigation.ts';

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

test('a site without pages about GECES has no link to them', () => {
	expect(doorsOf({ geces: false }).map(({ label }) => label)).toEqual([
		'Clusters',
		'Updates',
		'Have your say',
		'Guide',
	]);
	const links = footerColumnsOf({ geces: false }).flatMap((column) => column.links.map(({ address }) => address));
	expect(links.filter((address) => address.startsWith('/geces/'))).toEqual([]);
});

test('the footer has four columns, in which each door and page stands once', () => {
	expect(footerColumnsOf({ geces: true }).map(({ title }) => title)).toEqual([
		'Clusters',
		'Policy',
		'Take part',
		'Learn',
		'About',
	]);
	const addresses = footerColumnsOf({ geces: true }).flatMap((column) => column.links.map(({ address }) => address));
	expect(addresses.toSorted()).toEqual(links.map(({ address }) => address).sort());
});

describe('an address of a form', () => {
	test('to propose a cluster may bring fields along', () => {
		expect(proposeAddress()).toBe('/clusters/propose/');
		expect(proposeAddress({ country: 'LV' })).toBe('/clusters/propose/?country=LV');
		expect(proposeAddress({ country: 'LV', themes: 'food' })).toBe('/clusters/propose/?country=LV&themes=food');
	});

	test('to correct a profile names it, and the fact if it is known', () => {
		expect(correctAddress('act-group')).toBe('/have-your-say/correct/?cluster=act-group');
		expect(correctAddress('act-group', 'members')).toBe('/have-your-say/correct/?cluster=act-group&field=members');
	});
});

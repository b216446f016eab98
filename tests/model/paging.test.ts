import { describe, expect, test } from 'vitest';
import { LIST_PAGE_SIZE, pageAddress, toPages, toStaticPaths } from '../../src/model/paging.ts';

const items = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('a page of a list has 12 items', () => {
	expect(LIST_PAGE_SIZE).toBe(12);
});

test.each([
	[0, [0]],
	[1, [1]],
	[11, [11]],
	[12, [12]],
	[13, [12, 1]],
	[24, [12, 12]],
	[25, [12, 12, 1]],
])('a list of %i items is cut into pages of %j', (count, sizes) => {
	expect(toPages(items(count), '/clusters/').map((page) => page.items.length)).toEqual(sizes);
});

test('no item is lost or shown twice', () => {
	expect(toPages(items(25), '/clusters/').flatMap((page) => page.items)).toEqual(items(25));
});

test('every page tells its number, how many there are, and how many items in all', () => {
	expect(toPages(items(25), '/clusters/').map(({ number, count, total }) => [number, count, total])).toEqual([
		[1, 3, 25],
		[2, 3, 25],
		[3, 3, 25],
	]);
});

test('further pages may be longer than the first', () => {
	expect(toPages(items(40), '/clusters/country/fr/', 24, 12).map((page) => page.items.length)).toEqual([12, 24, 4]);
	expect(toPages(items(12), '/clusters/country/fr/', 24, 12)).toHaveLength(1);
});

test('the first page has the address of the list', () => {
	expect(pageAddress('/clusters/', 1)).toBe('/clusters/');
});

test('later pages have their number in the address', () => {
	expect(pageAddress('/clusters/country/fr/', 2)).toBe('/clusters/country/fr/page/2/');
});

test('pages lead to the one before and the one after', () => {
	const pages = toPages(items(25), '/clusters/');
	expect(pages.map(({ address, previous, next }) => [address, previous, next])).toEqual([
		['/clusters/', undefined, '/clusters/page/2/'],
		['/clusters/page/2/', '/clusters/', '/clusters/page/3/'],
		['/clusters/page/3/', '/clusters/page/2/', undefined],
	]);
});

test('a single page leads nowhere', () => {
	const [page] = toPages(items(12), '/clusters/');
	expect([page?.previous, page?.next]).toEqual([undefined, undefined]);
});

describe('the paths of a list', () => {
	const paths = toStaticPaths(toPages(items(20), '/clusters/country/fr/'), { value: 'fr' }, () => ({
		label: 'France',
	}));

	test('keep the parameters of the list on every page', () => {
		expect(paths.map(({ params }) => params)).toEqual([
			{ value: 'fr', page: undefined },
			{ value: 'fr', page: 'page/2' },
		]);
	});

	test('carry the page and what else the list shows', () => {
		expect(paths.map(({ props }) => [props.label, props.page.number])).toEqual([
			['France', 1],
			['France', 2],
		]);
	});
});

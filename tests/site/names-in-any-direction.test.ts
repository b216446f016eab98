import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { addressOf } from '../../src/schemas/collections.ts';
import { realPages, textOf } from './pages.ts';

const pages = realPages();
const { entries } = readContent('content');

/** The names that links to entries show, by address. */
const names = new Map<string, string>([
	...entries.clusters.map(({ id, data }): [string, string] => [addressOf('clusters', id), data.name]),
	...(['updates', 'meetings', 'calls', 'points', 'guide'] as const).flatMap((collection) =>
		entries[collection].map(({ id, data }): [string, string] => [addressOf(collection, id), data.title]),
	),
]);

const isOfAnyDirection = (element: Element) =>
	element.closest('[dir="auto"]') !== null || element.querySelector('[dir="auto"]') !== null;

describe.each(pages)('$path', ({ document }) => {
	test('shows each name in the direction of its letters: its signs stand at its own ends', () => {
		const bare = [...document.querySelectorAll('main a[href]')].filter((link) => {
			const name = names.get((link.getAttribute('href') ?? '').replace(/[?#].*/, ''));
			// In running text the style sheet sees to it, and a picture has no letters.
			if (name === undefined || link.closest('p, .prose, svg')) return false;
			return textOf(link).includes(name) && !isOfAnyDirection(link);
		});
		expect(bare.map((link) => link.outerHTML)).toEqual([]);
	});

	test('shows its own name so, and names in other languages', () => {
		const title = document.querySelector('h1');
		if (title && document.querySelector('[data-profile]')) expect(isOfAnyDirection(title)).toBe(true);
		const local = [...document.querySelectorAll('main [lang]')].filter((element) => !isOfAnyDirection(element));
		expect(local.map((element) => element.outerHTML)).toEqual([]);
	});
});

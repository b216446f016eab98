import { statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { filesOf, realPages } from './pages.ts';

const pages = realPages();
const folder = inject('siteFolder');
const cards = filesOf(folder).filter((file) => file.startsWith('_astro/share/'));

const metaOf = (document: Document, name: string) =>
	document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '';
const cardOf = (document: Document) => new URL(metaOf(document, 'og:image'));

describe.each(pages)('$path', ({ document }) => {
	test('has a card that is shown with links to it, with size and words', () => {
		const { protocol, pathname } = cardOf(document);
		expect(protocol).toBe('https:');
		expect(cards).toContain(pathname.slice(1));
		expect(metaOf(document, 'og:image:width')).toBe('1200');
		expect(metaOf(document, 'og:image:height')).toBe('630');
		expect(metaOf(document, 'og:image:alt')).toContain(metaOf(document, 'og:title').replace(/, .*$/, ''));
		expect(metaOf(document, 'twitter:card')).toBe('summary_large_image');
	});
});

describe.each(cards)('%s', (file) => {
	test('is a picture of that size that is quickly there', async () => {
		const { format, width, height } = await sharp(join(folder, file)).metadata();
		expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
		expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(60_000);
	});
});

test('no card is there that no page names, and each profile has its own', () => {
	const named = pages.map(({ document }) => cardOf(document).pathname.slice(1));
	expect(cards).toEqual([...new Set(named)].sort());
	const profiles = pages.filter(({ document }) => document.querySelector('[data-profile]'));
	expect(profiles.length).toBeGreaterThan(50);
	expect(new Set(profiles.map(({ document }) => cardOf(document).pathname)).size).toBe(profiles.length);
});

test('all pages of a list share a card', () => {
	const later = pages.filter(({ path }) => /\/page\/\d+\/$/.test(path));
	expect(later.length).toBeGreaterThan(0);
	for (const { path, document } of later) {
		const first = pages.find((page) => page.path === path.replace(/page\/\d+\/$/, ''));
		expect(first && cardOf(first.document).href, path).toBe(cardOf(document).href);
	}
});

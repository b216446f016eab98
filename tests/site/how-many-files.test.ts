import { expect, inject, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { browsedFacets } from '../../src/model/facets.ts';
import { FACET_PAGE_SIZE, LIST_PAGE_SIZE } from '../../src/model/paging.ts';
import { CARDS_PER_PART } from '../../src/search/cards.ts';
import { TEXT_FILES_MAX } from '../../src/search/index-format.ts';
import { filesOf } from './pages.ts';

/** What Cloudflare takes on its free plan; other hosts take more. */
const FILES_MAX = 20_000;
const MANY_PROFILES = 10_000;

const files = filesOf(inject('siteFolder'));
const { clusters } = readContent('content').entries;

/** Lists of a facet’s value that a profile stands in. */
const valuesOf = (cluster: (typeof clusters)[number]) =>
	browsedFacets.reduce((sum, { idsOf }) => sum + idsOf(cluster.data).length, 0);

/** What a further profile adds: its page, and its share of lists and cards. Its text is in one of a number of files. */
const filesPerProfile =
	1 +
	1 / LIST_PAGE_SIZE +
	clusters.reduce((sum, cluster) => sum + valuesOf(cluster), 0) / clusters.length / FACET_PAGE_SIZE +
	1 / CARDS_PER_PART;

test('a profile makes one page, one text for the search, and nothing else of its own', () => {
	for (const { id } of clusters) {
		const own = files.filter((file) => file.split('/').some((part) => part.replace(/\.\w+$/, '') === id));
		expect(own, id).toEqual([`clusters/${id}/index.html`]);
	}
	const texts = files.filter((file) => /^search\/\w+\/text-\d+\.txt$/.test(file));
	expect(texts.length).toBeGreaterThan(clusters.length);
	expect(texts.length).toBeLessThanOrEqual(TEXT_FILES_MAX);
});

test('of a further profile there are 1.5 files at most, so that ten thousand fit every host', () => {
	expect(filesPerProfile).toBeLessThan(1.5);
	expect(files.length + MANY_PROFILES * filesPerProfile + TEXT_FILES_MAX).toBeLessThan(FILES_MAX);
});

import { expect, test } from 'vitest';
import { formatOpenSearch, formatRobots, formatSitemap } from '../../src/formats/root-files.ts';

const SITE = 'https://clusters.example';

test('a sitemap has the day of the last change where it is known', () => {
	expect(formatSitemap([{ address: '/' }, { address: '/clusters/a/', on: '2027-03-31' }], SITE)).toBe(
		`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://clusters.example/</loc></url>
<url><loc>https://clusters.example/clusters/a/</loc><lastmod>2027-03-31</lastmod></url>
</urlset>
`,
	);
});

test('programs stay out of the editor', () => {
	expect(formatRobots(SITE)).toBe(
		'User-agent: *\nDisallow: /admin/\n\nSitemap: https://clusters.example/sitemap.xml\n',
	);
});

test.each([
	['Social Economy Clusters', 'Social Economy'],
	['Clusters & Co', 'Clusters &amp; Co'],
	['Sozialwirtschaftscluster', 'Sozialwirtschaft'],
])('browsers show as many words of %s as fit', (name, short) => {
	expect(formatOpenSearch(name, 'Find.', SITE)).toContain(`<ShortName>${short}</ShortName>`);
});

import { expect, test } from 'vitest';
import { formatBibtex, formatCitation, formatCsl } from '../../src/formats/citation.ts';

const page = {
	slug: 'tetris',
	title: 'TETRIS & Cie: 100 % {local}',
	site: 'Social Economy Clusters',
	publisher: 'Euclid Network',
	on: '2027-03-01',
	url: 'https://clusters.example/clusters/tetris/',
};

test('a page is cited with the day of its last change', () => {
	expect(formatCitation(page)).toBe(
		'Euclid Network: “TETRIS & Cie: 100 % {local}”. Social Economy Clusters, 1 March 2027. https://clusters.example/clusters/tetris/',
	);
});

test('BibTeX keeps signs that mean something to TeX', () => {
	expect(formatBibtex(page)).toBe(
		String.raw`@misc{tetris,
  author = {{Euclid Network}},
  title = {{TETRIS \& Cie: 100 \% \{local\}}},
  howpublished = {Social Economy Clusters},
  year = {2027},
  note = {Last changed on 1 March 2027},
  url = {https://clusters.example/clusters/tetris/}
}`,
	);
});

test.each([
	['\\', String.raw`\textbackslash{}`],
	['~', String.raw`\textasciitilde{}`],
	['a_b#c$d^e', String.raw`a\_b\#c\$d\textasciicircum{}e`],
])('in BibTeX %s becomes %s', (title, tex) => {
	expect(formatBibtex({ ...page, title })).toContain(`title = {{${tex}}},`);
});

test('CSL-JSON has the parts of the day as numbers', () => {
	expect(JSON.parse(formatCsl(page))).toEqual([
		{
			id: 'tetris',
			type: 'webpage',
			title: page.title,
			'container-title': page.site,
			author: [{ literal: page.publisher }],
			issued: { 'date-parts': [[2027, 3, 1]] },
			URL: page.url,
			language: 'en',
		},
	]);
});

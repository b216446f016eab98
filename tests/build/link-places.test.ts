import { describe, expect, test } from 'vitest';
import { fileOfPage, problemsOfLinks } from '../../src/build/link-places.ts';
import { formatProblem } from '../../src/files/problem.ts';
import { temporaryFolder, writeFiles } from '../local/forms/form-site.ts';

/** What is said of a dead link to an address, in a page, in a folder with these files. */
function said(files: Record<string, string>, address: string, page = 'guide/dead/index.html'): string[] {
	const folder = temporaryFolder('links');
	writeFiles(folder, files);
	return problemsOfLinks(folder, [{ address, page }]).map(formatProblem);
}

const placeOf = (text: string, address: string) =>
	said({ 'guide/dead.md': `---\ntitle: Dead\n---\n\n${text}\n` }, address).map((words) => words.split('\n')[0]);

describe('a dead link is named by file and line', () => {
	/** What stands in a text, and the address that the built page has for it. */
	const written: [string, string, string][] = [
		['in a sentence', 'See [this](/guide/nowhere/).', '/guide/nowhere/'],
		['with a title', '[x](/guide/nowhere/ "Title")', '/guide/nowhere/'],
		['in angle brackets', '[x](</guide/nowhere/>)', '/guide/nowhere/'],
		['as a reference', '[x]: /guide/nowhere/', '/guide/nowhere/'],
		['with an anchor', '[x](/guide/#nowhere)', '/guide/#nowhere'],
		['to a heading of the page', '[x](#Über-uns)', '/guide/dead/#s-uber-uns'],
		['with letters that addresses escape', '[x](/clusters/köln/)', '/clusters/k%C3%B6ln/'],
		['with an ampersand', '[x](/a/?b&c)', '/a/?b&amp;c'],
		['with another query than the page that was named', '[x](/a/?b)', '/a/?c'],
		['with an escape of Markdown', String.raw`[x](/a\_b/)`, '/a_b/'],
		['as HTML in MDX', '<a href="/guide/nowhere/">x</a>', '/guide/nowhere/'],
		['with a percent sign that escapes nothing', '[x](/a%zz/)', '/a%25zz/'],
	];

	test.each(written)('%s', (_where, text, address) => {
		expect(placeOf(text, address)).toEqual(['guide/dead.md:5']);
	});

	test.each([
		['a longer address', '[x](/guide/nowhere/else/)'],
		['an address of another site', '[x](https://example.org/guide/nowhere/)'],
	])('and not where %s stands', (_what, text) => {
		expect(placeOf(text, '/guide/nowhere/')).toEqual(['the page /guide/dead/']);
	});

	test('wherever it stands', () => {
		const files = {
			'updates/one.md': '---\n---\n[x](/nowhere/)\n',
			'points/two.md': '---\nsteps:\n  - text: "See [this](/nowhere/)."\n---\n',
			'terms/three.yaml': 'definition: fine\n',
		};
		expect(said(files, '/nowhere/')).toEqual([
			'updates/one.md:3\n  The link /nowhere/ leads nowhere.\n  → Correct it, or take it out: this site has no such page, or the page no such heading.',
			'points/two.md:3\n  The link /nowhere/ leads nowhere.\n  → Correct it, or take it out: this site has no such page, or the page no such heading.',
		]);
	});
});

test('a dead link that code makes is named by its page', () => {
	expect(said({}, '/nowhere/', 'about/index.html')).toEqual([
		'the page /about/\n  The link /nowhere/ leads nowhere, and stands so in no entry.\n  → Correct it in src/, or what src/ makes of it.',
	]);
});

test.each([
	['/guide/dead/', 'guide/dead.mdx'],
	['/geces/meetings/spring/', 'meetings/spring.md'],
	['/about/', undefined],
])('the page %s is made of %s', (page, file) => {
	const folder = temporaryFolder('pages');
	writeFiles(folder, { 'guide/dead.mdx': '', 'meetings/spring.md': '' });
	expect(fileOfPage(folder, page)).toBe(file);
});

import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/files/problem.ts';
import { photo } from '../corpus/pictures.ts';
import { fileOf } from '../entries.ts';
import { messagesIn, readFiles, settings, type Files } from './content-folder.ts';

const cluster = fileOf('clusters');
const house = await photo(8, 8).jpeg().toBuffer();

describe('valid content', () => {
	test('has no problems', () => {
		expect(
			messagesIn({
				'clusters/one.md': cluster,
				'updates/one.md': fileOf('updates'),
				'meetings/one.md': fileOf('meetings'),
				'calls/one.md': fileOf('calls'),
				'points/one.md': fileOf('points'),
				'guide/one.md': fileOf('guide'),
				'guide/two.mdx': fileOf('guide'),
				'terms/one.yaml': fileOf('terms'),
				'organisations/one.yaml': fileOf('organisations'),
				'milestones/one.yaml': fileOf('milestones'),
				'signposts/one.yaml': fileOf('signposts'),
				'places/one.yaml': fileOf('places'),
			}),
		).toEqual([]);
	});

	test('gives each entry the slug of its file', () => {
		const { entries } = readFiles({ ...settings, 'clusters/tetris.md': cluster });
		expect(entries.clusters.map(({ id }) => id)).toEqual(['tetris']);
	});

	test('may lack a folder that nobody needs yet', () => {
		expect(messagesIn({})).toEqual([]);
	});

	test('may have hidden files, as computers leave them', () => {
		expect(messagesIn({ '.DS_Store': '', 'clusters/.gitkeep': '' })).toEqual([]);
	});

	test('may refer to entries that exist', () => {
		expect(
			messagesIn({
				'clusters/one.md': fileOf('clusters', { relations: [{ cluster: 'two', kind: 'partner' }] }),
				'clusters/two.md': cluster,
			}),
		).toEqual([]);
	});

	test('may have one former slug in two collections', () => {
		expect(
			messagesIn({
				'clusters/one.md': fileOf('clusters', { aliases: ['old'] }),
				'updates/one.md': fileOf('updates', { aliases: ['old'] }),
			}),
		).toEqual([]);
	});

	test('may show a picture of content/assets/ in a text', () => {
		expect(
			messagesIn({
				'assets/houses/a-house.jpg': house,
				'clusters/one.md': fileOf('clusters', {}, '![A house](../assets/houses/a-house.jpg)\n'),
			}),
		).toEqual([]);
	});

	test('may show a picture of content/assets/ on a profile', () => {
		expect(
			messagesIn({
				'assets/a-house.jpg': house,
				'clusters/one.md': fileOf('clusters', { image: { file: 'a-house.jpg', alt: 'A house', credit: 'A. Body' } }),
			}),
		).toEqual([]);
	});
});

test('all problems are found at once, not only the first', () => {
	const { problems } = readFiles({
		'clusters/one.md': fileOf('clusters', { name: undefined, kind: 'network' }, '# A heading\n'),
		'clusters/Two.md': cluster,
		'guide/one.md': 'no fields at all',
		'updates/one.md': fileOf('updates', { clusters: ['nowhere'] }),
		'notes.txt': '',
	});
	expect(problems.map(({ file, field }) => [file, field])).toEqual([
		['notes.txt', undefined],
		['clusters/Two.md', undefined],
		['clusters/one.md', 'name'],
		['clusters/one.md', 'kind'],
		['clusters/one.md', undefined],
		['updates/one.md', 'clusters[0]'],
		['guide/one.md', undefined],
		['site/settings.yaml', undefined],
	]);
});

test('valid entries come back even when others are broken', () => {
	const { entries } = readFiles({ 'clusters/one.md': cluster, 'clusters/two.md': fileOf('clusters', { name: 1 }) });
	expect(entries.clusters.map(({ id }) => id)).toEqual(['one']);
});

test('a reference to a broken entry is no second problem', () => {
	const files: Files = {
		'clusters/one.md': fileOf('clusters', { name: undefined }),
		'updates/one.md': fileOf('updates', { clusters: ['one'] }),
	};
	expect(messagesIn(files)).toEqual(['clusters/one.md\n  Name (name) is missing.\n  → Add it; it must be text.']);
});

describe('references', () => {
	test('that lead nowhere are reported', () => {
		expect(messagesIn({ 'updates/one.md': fileOf('updates', { meetings: ['2027-05-12-geces'] }) })).toEqual([
			'updates/one.md:8\n  Meetings (meetings[0]) "2027-05-12-geces" leads nowhere: there is no meeting with this slug.\n  → Use the name of a file in meetings/, without its ending.',
		]);
	});

	test('from an entry to itself are reported', () => {
		const relations = [{ cluster: 'one', kind: 'partner' }];
		expect(messagesIn({ 'clusters/one.md': fileOf('clusters', { relations }) })).toEqual([
			'clusters/one.md:9\n  Relations › Cluster (relations[0].cluster) "one" is this entry itself.\n  → Remove it.',
		]);
	});

	test('to an entry of another collection with the same slug are none to itself', () => {
		const files = { 'clusters/one.md': cluster, 'updates/one.md': fileOf('updates', { clusters: ['one'] }) };
		expect(messagesIn(files)).toEqual([]);
	});

	test('to a former slug lead to the entry that had it', () => {
		const files = {
			'clusters/new.md': fileOf('clusters', { aliases: ['old'] }),
			'clusters/other.md': fileOf('clusters', { relations: [{ cluster: 'old', kind: 'partner' }] }),
			'updates/one.md': fileOf('updates', { clusters: ['old'] }),
		};
		const { entries, problems } = readFiles({ ...settings, ...files });
		expect(problems).toEqual([]);
		expect(entries.updates[0]?.data.clusters).toEqual(['new']);
		expect(entries.clusters.find(({ id }) => id === 'other')?.data.relations?.[0]?.cluster).toBe('new');
	});
});

describe('slugs', () => {
	test('of two files may not be the same', () => {
		expect(messagesIn({ 'guide/one.md': fileOf('guide'), 'guide/one.mdx': fileOf('guide') })).toEqual([
			'guide/one.mdx\n  The slug “one” is taken by guide/one.md.\n  → Rename or remove one of the two files.',
		]);
	});

	test.each([
		['capitals', 'Tetris'],
		['a blank', 'a cluster'],
		['an accent', 'liège'],
		['a dot', 'a.cluster'],
		['two hyphens', 'a--cluster'],
		['81 characters', 'x'.repeat(81)],
	])('may not have %s', (_description, name) => {
		expect(messagesIn({ [`clusters/${name}.md`]: cluster })).toEqual([
			`clusters/${name}.md\n  The file’s name is no slug: “${name}”.\n  → Rename it: small letters a to z, digits and single hyphens, at most 80 characters.`,
		]);
	});

	test('may not be the address of another page', () => {
		expect(messagesIn({ 'updates/page.md': fileOf('updates') })).toEqual([
			'updates/page.md\n  The slug “page” is the address of another page.\n  → Rename the file; these names are taken: page, digest.',
		]);
	});
});

describe('former slugs', () => {
	test('may not be claimed by two entries', () => {
		const claiming = fileOf('clusters', { aliases: ['old'] });
		expect(messagesIn({ 'clusters/one.md': claiming, 'clusters/two.md': claiming })).toEqual([
			'clusters/two.md:9\n  Former addresses (aliases[0]) "old" is also claimed by clusters/one.md.\n  → An address leads to one entry: remove it from one of them.',
		]);
	});

	test('may not be the slug of an entry', () => {
		const files = { 'clusters/one.md': fileOf('clusters', { aliases: ['two'] }), 'clusters/two.md': cluster };
		expect(messagesIn(files)).toEqual([
			'clusters/one.md:9\n  Former addresses (aliases[0]) "two" is also claimed by clusters/two.\n  → An address leads to one entry: remove it from one of them.',
		]);
	});

	test('may not be the slug of the entry itself', () => {
		expect(messagesIn({ 'clusters/one.md': fileOf('clusters', { aliases: ['one'] }) })).toEqual([
			'clusters/one.md:9\n  Former addresses (aliases[0]) "one" is also claimed by clusters/one.\n  → An address leads to one entry: remove it from one of them.',
		]);
	});

	test('may not be the address of another page', () => {
		const { problems } = readFiles({ ...settings, 'clusters/one.md': fileOf('clusters', { aliases: ['country'] }) });
		expect(problems.map(({ file, field }) => [file, field])).toEqual([['clusters/one.md', 'aliases[0]']]);
	});
});

describe('stray files', () => {
	test('beside the folders are reported', () => {
		expect(messagesIn({ 'notes.txt': '' })).toEqual([
			'notes.txt\n  Nobody knows this folder or file.\n  → Content lies in: clusters, updates, meetings, calls, points, receipts, guide, terms, organisations, milestones, signposts, places, site, assets.',
		]);
	});

	test('in a folder that nobody knows are reported', () => {
		expect(messagesIn({ 'cluster/one.md': cluster })).toEqual([
			'cluster\n  Nobody knows this folder or file.\n  → Content lies in: clusters, updates, meetings, calls, points, receipts, guide, terms, organisations, milestones, signposts, places, site, assets.',
		]);
	});

	test.each([
		['a picture among profiles', 'clusters/a-house.jpg', 'profile', 'md'],
		['YAML among profiles', 'clusters/one.yaml', 'profile', 'md'],
		['MDX among profiles', 'clusters/one.mdx', 'profile', 'md'],
		['a file without an ending', 'updates/one', 'update', 'md'],
		['Markdown among terms', 'terms/one.md', 'term', 'yaml'],
		['the other ending of YAML', 'terms/one.yml', 'term', 'yaml'],
		['an ending in capitals', 'clusters/one.MD', 'profile', 'md'],
	])('of another type are reported: %s', (_description, file, label, extension) => {
		expect(messagesIn({ [file]: '' })).toEqual([
			`${file}\n  The file is no ${label}.\n  → Entries here are files that end in .${extension}; pictures belong in assets/.`,
		]);
	});

	test('of another type in the guide are reported with both endings', () => {
		expect(messagesIn({ 'guide/one.txt': '' })).toEqual([
			'guide/one.txt\n  The file is no guide page.\n  → Entries here are files that end in .md or .mdx; pictures belong in assets/.',
		]);
	});

	test('in a folder inside a collection are reported', () => {
		expect(messagesIn({ 'clusters/france/one.md': cluster })).toEqual([
			'clusters/france\n  The file is no profile.\n  → Entries here are files that end in .md; pictures belong in assets/.',
		]);
	});

	test('are reported even if they are a folder with the name of an entry', () => {
		const { problems } = readFiles({ ...settings, 'clusters/one.md/': '' });
		expect(problems.map(({ file }) => file)).toEqual(['clusters/one.md']);
	});
});

describe('files that cannot be read', () => {
	const yamlMend =
		'Check indentation and quotation marks near this line; text with a colon or # in it needs quotation marks.';
	const noFields =
		'The file does not start with its fields between two lines of ---.\n  → Put the fields at the top of the file, between two lines of three hyphens.';

	test('have no fields at the top', () => {
		expect(messagesIn({ 'clusters/one.md': 'A text.\n' })).toEqual([`clusters/one.md:1\n  ${noFields}`]);
	});

	test('are empty', () => {
		expect(messagesIn({ 'clusters/one.md': '' })).toEqual([`clusters/one.md:1\n  ${noFields}`]);
	});

	test('have fields without an end', () => {
		expect(messagesIn({ 'clusters/one.md': '---\nname: A cluster\n' })).toEqual([`clusters/one.md:1\n  ${noFields}`]);
	});

	test('have fields that are a program', () => {
		expect(messagesIn({ 'clusters/one.md': '---js\n({ name: process.exit() })\n---\n' })).toEqual([
			`clusters/one.md:1\n  ${noFields}`,
		]);
	});

	test('have broken YAML, told with its line', () => {
		expect(messagesIn({ 'clusters/one.md': '---\nname: A cluster\nsummary: "What it is\nkind: csei\n---\n' })).toEqual([
			`clusters/one.md:4\n  The fields cannot be read as YAML: deficient indentation.\n  → ${yamlMend}`,
		]);
	});

	test('have broken YAML in a file of fields alone, told with its line', () => {
		expect(messagesIn({ 'terms/one.yaml': 'term: cluster\n  language: en\n' })).toEqual([
			`terms/one.yaml:2\n  The fields cannot be read as YAML: bad indentation of a mapping entry.\n  → ${yamlMend}`,
		]);
	});

	test('have a field twice', () => {
		expect(messagesIn({ 'clusters/one.md': '---\nname: One\nkind: csei\nname: Two\n---\n' })).toEqual([
			`clusters/one.md:4\n  The fields cannot be read as YAML: duplicated mapping key.\n  → ${yamlMend}`,
		]);
	});

	test('have a list where their fields should be', () => {
		const { problems } = readFiles({ ...settings, 'clusters/one.md': '---\n- name\n---\n' });
		expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
			['clusters/one.md', 'The file holds no fields with names'],
		]);
	});
});

describe('hostile fields are refused:', () => {
	test('nine lists of nine lists, nine times over', () => {
		const names = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
		const bomb = names.map((name, index) => {
			const before = ['a', ...names][index] ?? '';
			return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
		});
		const { problems } = readFiles({
			...settings,
			'terms/one.yaml': ['a: &a [x, x, x, x, x, x, x, x, x]', ...bomb, 'term: *i', ''].join('\n'),
		});
		expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
			['terms/one.yaml', 'The fields hold more than 20000 values, or lists in lists without end'],
		]);
	});

	test('lists inside lists, five thousand deep', () => {
		const { problems } = readFiles({
			...settings,
			'terms/one.yaml': `term: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
		});
		expect(problems.map(({ file }) => file)).toEqual(['terms/one.yaml']);
	});

	test.each(['__proto__', 'constructor', 'prototype', '<<'])('a field named %s', (name) => {
		const text = `${fileOf('terms')}${name}: { isAdministrator: true }\n`;
		const { problems } = readFiles({ ...settings, 'terms/one.yaml': text });
		expect(problems.map(({ field }) => field)).toEqual([name]);
	});

	test('a field named __proto__ inside a group', () => {
		const text = fileOf('clusters').replace('check: {', 'members: { __proto__: { total: 8 } }\ncheck: {');
		const { problems } = readFiles({ ...settings, 'clusters/one.md': text });
		expect(problems.map(({ field }) => field)).toEqual(['members.__proto__']);
	});
});

describe('a text is refused when it has', () => {
	const textMessages = (body: string, files: Files = {}, links: Record<string, string> = {}) =>
		messagesIn({ 'clusters/one.md': fileOf('clusters', {}, body), ...files }, links);
	const linkMend = 'Link to https://…, to a page of this site starting with /, or to #heading.';
	const pictureMend = 'Put the picture there and write ![description](../assets/name.jpg).';
	const htmlMend = 'Use Markdown, or write &lt; for a plain <.';

	const rows: [description: string, body: string, rule: string, mend: string][] = [
		['raw HTML', '<div>hello</div>\n', 'The text has raw HTML: <div>hello</div>', htmlMend],
		['a script', '<script>alert(1)</script>\n', 'The text has raw HTML: <script>alert(1)</script>', htmlMend],
		['a link to a script', '[x](javascript:alert(1))\n', 'The text links to “javascript:alert(1)”', linkMend],
		['a link without a protocol', '[x](//example.org)\n', 'The text links to “//example.org”', linkMend],
		[
			'a heading of the first level',
			'# A heading\n',
			'The text has a heading of the first level',
			'Use ## and ###; the title is the first level.',
		],
		[
			'a picture from elsewhere',
			'![x](https://example.org/a.jpg)\n',
			'The text shows a picture that is not in content/assets/: https://example.org/a.jpg',
			pictureMend,
		],
		[
			'a picture that is not there',
			'![x](../assets/a.jpg)\n',
			'The text shows a picture that is not in content/assets/: ../assets/a.jpg',
			pictureMend,
		],
		[
			'a picture outside the assets',
			'![x](../../outside.jpg)\n',
			'The text shows a picture that is not in content/assets/: ../../outside.jpg',
			pictureMend,
		],
		[
			'a picture outside the assets by way of them',
			'![x](../assets/../../outside.jpg)\n',
			'The text shows a picture that is not in content/assets/: ../assets/../../outside.jpg',
			pictureMend,
		],
	];

	test.each(rows)('%s', (_description, body, rule, mend) => {
		expect(textMessages(body)).toEqual([`clusters/one.md:10\n  ${rule}.\n  → ${mend}`]);
	});

	test('a picture behind a link that leads out of the assets', () => {
		const links = { 'assets/a.jpg': 'outside.jpg' };
		expect(textMessages('![x](../assets/a.jpg)\n', {}, links)).toEqual([
			`clusters/one.md:10\n  The text shows a picture that is not in content/assets/: ../assets/a.jpg.\n  → ${pictureMend}`,
		]);
	});

	test('a picture without a description', () => {
		expect(textMessages('![](../assets/a.jpg)\n', { 'assets/a.jpg': house })).toEqual([
			'clusters/one.md:10\n  The picture ../assets/a.jpg has no description.\n  → Describe it between the square brackets.',
		]);
	});
});

describe('the image of a profile is refused when', () => {
	const image = { file: 'a.jpg', alt: 'A house', credit: 'A. Body' };

	test('it is not in content/assets/', () => {
		const { problems } = readFiles({ ...settings, 'clusters/one.md': fileOf('clusters', { image }) });
		expect(problems.map(formatProblem)).toEqual([
			'clusters/one.md:9\n  Image › Picture (image.file) "a.jpg" is not in content/assets/.\n  → Put the picture there, or correct its name.',
		]);
	});

	test('it is a link that leads out of the assets', () => {
		const files = { ...settings, 'clusters/one.md': fileOf('clusters', { image }) };
		const { problems } = readFiles(files, { 'assets/a.jpg': 'outside.jpg' });
		expect(problems.map(formatProblem)).toEqual([
			'clusters/one.md:9\n  Image › Picture (image.file) "a.jpg" is not in content/assets/.\n  → Put the picture there, or correct its name.',
		]);
	});
});

test('a site without settings is refused', () => {
	const { problems } = readFiles({ 'clusters/one.md': cluster });
	expect(problems).toEqual([
		{
			file: 'site/settings.yaml',
			rule: 'The settings of the site are missing',
			mend: 'Add the file; docs/editing.md says what it holds.',
		},
	]);
});

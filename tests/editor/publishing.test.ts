import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { whyNotPublished } from '../../src/editor/publishing.ts';

const PATH = 'content/clusters/act-group.md';
const profile = readFileSync(PATH, 'utf8');
const check = /\ncheck:\n(?: {2}.*\n)+/;
const picture = 'image:\n  file: house.png\n  alt: A house.\n  credit: ACT\n---\n\n';
const relation = 'relations:\n  - cluster: nowhere\n    kind: partner\n---\n\n';

const isThere = () => Promise.resolve(true);
const around = {
	pictures: ['there.png'],
	hasPage: isThere,
	hasEntry: (_: string, slug: string) => Promise.resolve(slug !== 'nowhere'),
};
const refusalOf = (text: string, path = PATH) => whyNotPublished(path, text, around);

test('a draft that the build accepts is published', async () => {
	expect(await refusalOf(profile)).toBe(undefined);
});

const refused: [description: string, text: string, sentence: string, path?: string][] = [
	['without a check', profile.replace(check, '\n'), 'Last checked is missing. Fill in its fields.'],
	['without fields', 'Hello', 'Line 1: '],
	['that is empty', '', 'The file is empty, or it is not there any more.'],
	[
		'with a picture that is not there',
		profile.replace('---\n\n', picture),
		'Image is not in content/assets/: house.png. Choose it again.',
	],
	[
		'with a relation to nobody',
		profile.replace('---\n\n', relation),
		'Relations › Cluster leads nowhere: there is no profile “nowhere”. Publish that first, or choose another.',
	],
	['at an address of another page', profile, 'The address “page” belongs to another page', 'content/clusters/page.md'],
	[
		'at no address',
		profile,
		'The address may have only small letters a to z, digits and single hyphens.',
		'content/clusters/Act Group.md',
	],
];

test.each(refused)(
	'a draft %s is not published, and a sentence says why',
	async (_description, text, sentence, path) => {
		expect(await refusalOf(text, path)).toContain(sentence);
	},
);

test('a draft whose picture comes along is published', async () => {
	expect(await refusalOf(profile.replace('---\n\n', picture.replace('house', 'there')))).toBe(undefined);
});

import { expect, test } from 'vitest';
import { TEXT_FILES_MAX, textsPerFile } from '../../src/search/index-format.ts';
import { indexOf } from '../../src/search/index-of.ts';
import { recordsOf } from '../../src/search/records.ts';
import { openIndexOf, siteOf } from './real-index.ts';
import { entryOf } from '../entries.ts';

test('ten thousand texts lie in few files, each of a real site in its own', () => {
	expect([86, 3000, 3001, 10_700].map(textsPerFile)).toEqual([1, 1, 2, 4]);
});

test('each text is found again where several lie in a file', async () => {
	const site = siteOf('content', '2026-11-26');
	const count = TEXT_FILES_MAX + 3;
	const clusters = Array.from({ length: count }, (_, index) => entryOf('clusters', {}, `profile-${index}`));
	const many = { ...site, clusters };
	const bodies = { textOf: (_: string, id: string) => `The text of ${id}.`, headingsOf: () => [] };
	const { files } = indexOf(many, recordsOf(many, bodies));
	expect([...files.keys()].filter((name) => name.startsWith('text-')).length).toBeLessThanOrEqual(TEXT_FILES_MAX);
	const index = await openIndexOf(many, bodies);
	for (const entry of [0, 1, 2, 1501, count - 1]) {
		expect(await index.textOf(entry)).toContain(`The text of profile-${entry}.`);
	}
});

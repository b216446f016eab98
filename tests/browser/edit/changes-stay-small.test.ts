import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readEntryFile } from '../../../src/files/entry-file.ts';
import type { Fields } from '../../../src/files/values.ts';
import { changedLines } from '../../files/real-files.ts';
import { useEditor } from './edit-session.ts';
import { clear, deleteEntry, fill, openEntry, publish, SAVED, sentencesIn } from './form.ts';
import { writePicture } from './picture.ts';

const session = useEditor();
const uploads = mkdtempSync(join(tmpdir(), 'uploads-'));
const SLUG = 'act-group';
const FILE = `clusters/${SLUG}.md`;

afterAll(() => {
	rmSync(uploads, { recursive: true });
});

const textOf = (file: string) => session.read(file) ?? '';

describe('an imported profile', () => {
	let before = '';
	beforeEach(async () => {
		before = textOf(FILE);
		await openEntry(session.editor, 'clusters', SLUG);
	});
	const changes = () => changedLines(before, textOf(FILE));

	test('keeps every line but the one of the field that was edited', async () => {
		await fill(session.editor, 'clusters', { region: 'Međimurje County' });
		expect(await publish(session.editor)).toBe(SAVED);
		expect(changes()).toEqual(['-region: Međimurje', '+region: Međimurje County']);
	});

	test('keeps every line but the ones of a field that was added', async () => {
		await fill(session.editor, 'clusters', { acronym: 'ACT', nuts: { code: 'HR061', version: '2021' } });
		expect(await publish(session.editor)).toBe(SAVED);
		expect(changes()).toEqual(['+acronym: ACT', '+nuts:', '+  code: HR061', '+  version: "2021"']);
	});

	test('loses the lines of optional fields that were cleared, and no other', async () => {
		await clear(session.editor, 'clusters', ['region', 'founded', 'stage', 'ecosystems', 'localNames', 'position']);
		await fill(session.editor, 'clusters', {
			sources: (readEntryFile('clusters', before).data?.['sources'] as Fields[]).map((source) => ({
				...source,
				supports: (source['supports'] as string[]).filter((name) => !['founded', 'localNames'].includes(name)),
			})),
		});
		expect(await publish(session.editor)).toBe(SAVED);
		const gone = changes().filter((line) => !line.includes('supports: '));
		expect(gone).toEqual([
			'-localNames:',
			'-  - name: ACT Grupa',
			'-    language: hr',
			'-founded: 2013',
			'-region: Međimurje County',
			'-position:',
			'-  latitude: 46.38',
			'-  longitude: 16.43',
			'-  precision: town',
			'-ecosystems: [textiles, agri-food, health]',
		]);
	});

	test('cannot be saved while a field that it needs is empty, and says so beside it', async () => {
		await clear(session.editor, 'clusters', ['summary']);
		expect(await publish(session.editor)).not.toBe(SAVED);
		expect(await sentencesIn(session.editor)).toEqual([{ labels: ['Summary'], sentence: 'Summary is missing.' }]);
		expect(changes()).toEqual([]);
	});

	test.each([
		['<b>Bold</b>', 'Line 1: The text has raw HTML: <b>. Use Markdown, or write &lt; for a plain <.'],
		[
			'![A house](../assets/nowhere.png)',
			'Line 1: The text shows a picture that is not in content/assets/: ../assets/nowhere.png. Put the picture there and write ![description](../assets/name.jpg).',
		],
	])('cannot be saved with %s in its text, and says so beside it', async (body, sentence) => {
		await fill(session.editor, 'clusters', { body });
		expect(await publish(session.editor)).not.toBe(SAVED);
		expect(await sentencesIn(session.editor)).toEqual([{ labels: ['Text'], sentence }]);
		expect(changes()).toEqual([]);
	});

	test('cannot be saved with an empty address, and says so beside it', async () => {
		await fill(session.editor, 'clusters', { $slug: '' });
		const sentence = 'The address is empty. Write one; the present one is “act-group”.';
		expect(await publish(session.editor)).not.toBe(SAVED);
		expect((await sentencesIn(session.editor)).map((shown) => shown.sentence)).toEqual([sentence]);
		expect(changes()).toEqual([]);
	});

	test('names a picture that was uploaded, which lies in content/assets/', async () => {
		const file = writePicture(uploads, 'act-house.png');
		await fill(session.editor, 'clusters', { image: { file, alt: 'A house.', credit: 'ACT Group' } });
		expect(await publish(session.editor)).toBe(SAVED);
		expect(changes()).toEqual(['+image:', '+  file: act-house.png', '+  alt: A house.', '+  credit: ACT Group']);
		expect(session.read('assets/act-house.png')).toBeDefined();
	});
});

test('a deleted organisation has no file any more', async () => {
	await openEntry(session.editor, 'organisations', 'albania');
	await deleteEntry(session.editor);
	expect(session.filesOf('organisations')).not.toContain('albania.yaml');
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readEntryFile, writeEntryFile } from '../../../src/files/entry-file.ts';
import type { Fields } from '../../../src/files/values.ts';
import { hasBody } from '../../../src/schemas/collections.ts';
import { changedLines } from '../../files/real-files.ts';
import { useEditor } from './edit-session.ts';
import { clear, deleteEntry, fill, formFieldsOf, openEntry, publish, SAVED, uploadPicture } from './form.ts';
import { fullEntries } from './full-entries.ts';
import { writePicture } from './picture.ts';

const session = useEditor();
const uploads = mkdtempSync(join(tmpdir(), 'uploads-'));

afterAll(() => {
	rmSync(uploads, { recursive: true });
});

type Name = keyof typeof fullEntries;

/** The fields that the full entry of each collection cannot do without, whether or not its form asks for them. */
const needed: Record<Name, string[]> = {
	clusters: ['name', 'summary', 'kind', 'country', 'themes', 'sources', 'check'],
	updates: ['title', 'summary', 'date', 'writtenOn', 'kind', 'sources'],
	meetings: ['title', 'date', 'group', 'sources'],
	calls: [
		'title',
		'summary',
		'opensOn',
		'closesOn',
		'decidedBy',
		'canChange',
		'questions',
		'minutesNeeded',
		'summaryPromisedOn',
	],
	points: ['title', 'steps'],
	receipts: ['reference', 'kind', 'receivedOn', 'state', 'changedOn', 'reason'],
	guide: ['title', 'summary', 'part', 'order', 'writtenOn', 'sources'],
	terms: ['term', 'language', 'concept', 'definition', 'sources'],
	organisations: ['name', 'kind', 'sources'],
	milestones: ['date', 'title', 'lane', 'detail', 'sources'],
	signposts: ['title', 'address'],
	places: ['name', 'country', 'otherNames'],
};
const renamed: Name[] = ['clusters', 'updates', 'meetings', 'calls', 'points', 'guide'];
const withText: Name[] = ['clusters', 'updates', 'meetings', 'calls', 'points', 'guide'];

const SLUG = 'a-full-entry';

/** A full entry as it can lose its fields: its sources support none that goes. */
const fullEntryOf = (collection: Name): Fields => {
	const { sources, ...fields } = fullEntries[collection];
	if (collection !== 'clusters') return fullEntries[collection];
	return { ...fields, sources: (sources as Fields[]).map((source) => ({ ...source, supports: ['name'] })) };
};

describe.each(Object.keys(needed) as Name[])('an entry of %s', (collection) => {
	const fileOf = (slug: string) => `${collection}/${slug}.${hasBody(collection) ? 'md' : 'yaml'}`;
	const textOf = (slug: string) => session.read(fileOf(slug)) ?? '';
	let slug = SLUG;

	test('loses the lines of its optional fields when they are cleared, and no other', async () => {
		const before = writeEntryFile(collection, fullEntryOf(collection));
		mkdirSync(join(session.folder, collection), { recursive: true });
		writeFileSync(join(session.folder, fileOf(SLUG)), before);
		await openEntry(session.editor, collection, SLUG);
		const optional = formFieldsOf(collection).filter(
			({ name }) => !needed[collection].includes(name) && !name.startsWith('$'),
		);
		await clear(
			session.editor,
			collection,
			optional.map(({ name }) => name),
		);
		if (optional.length > 0) expect(await publish(session.editor)).toBe(SAVED);
		expect(changedLines(before, textOf(SLUG)).filter((line) => !line.startsWith('-'))).toEqual([]);
		const { body, ...fields } = readEntryFile(collection, textOf(SLUG)).data ?? {};
		expect(Object.keys(fields)).toEqual(needed[collection]);
		expect(body ?? '').toBe('');
	});

	if (withText.includes(collection)) {
		test('shows a picture in its text that was uploaded', async () => {
			const before = textOf(SLUG);
			const name = `${collection}-in-text.png`;
			await uploadPicture(session.editor, writePicture(uploads, name));
			await openEntry(session.editor, collection, SLUG);
			await fill(session.editor, collection, { body: `![A square](../assets/${name})` });
			expect(await publish(session.editor)).toBe(SAVED);
			expect(changedLines(before, textOf(SLUG))).toEqual([`+![A square](../assets/${name})`, '+']);
			expect(session.read(`assets/${name}`)).toBeDefined();
		});
	}

	if (renamed.includes(collection)) {
		test('gets another address, and its old one leads there', async () => {
			const before = textOf(SLUG);
			slug = 'renamed-entry';
			await fill(session.editor, collection, { $slug: slug });
			const reloaded = session.editor.page.waitForEvent('load');
			const [message] = await Promise.all([publish(session.editor), reloaded]);
			expect(message).toBe(SAVED);
			expect(session.read(fileOf(SLUG))).toBeUndefined();
			expect(changedLines(before, textOf(slug))).toEqual(['+aliases:', `+  - ${SLUG}`]);
		});
	} else {
		test('keeps its address, which is a place on a page with others', async () => {
			expect(await session.editor.page.locator('input[id^="$slug-field"]').count()).toBe(0);
		});
	}

	test('is deleted with its file', async () => {
		await openEntry(session.editor, collection, slug);
		await deleteEntry(session.editor);
		expect(session.read(fileOf(slug))).toBeUndefined();
	});
});

test('the settings have no address of their own, and cannot be deleted', async () => {
	await openEntry(session.editor, 'site', 'settings');
	const { page } = session.editor;
	expect(await page.locator('input[id^="$slug-field"]').count()).toBe(0);
	expect(await page.getByRole('button', { name: /^Delete/ }).count()).toBe(0);
});

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatPath } from '../../../src/files/check-entry.ts';
import { readEntryFile, writeEntryFile } from '../../../src/files/entry-file.ts';
import type { Fields } from '../../../src/files/values.ts';
import {
	addressOf,
	collections,
	type AddressedCollection,
	type CollectionName,
} from '../../../src/schemas/collections.ts';
import { buildEnvironment } from '../../builds/build-environment.ts';
import { copyCheckout, type Checkout } from '../../builds/checkout.ts';
import { fieldPaths, valuesIn, withValue } from '../../files/entries-from-schema.ts';
import { changedLines } from '../../files/real-files.ts';
import { useEditor } from './edit-session.ts';
import { fill, openEntry, openNew, publish, SAVED, titleFieldOf } from './form.ts';
import { fullEntries } from './full-entries.ts';
import { writePicture } from './picture.ts';

const session = useEditor();
const names = Object.keys(fullEntries) as (keyof typeof fullEntries)[];
const created = new Map<CollectionName, string>();
const uploads = mkdtempSync(join(tmpdir(), 'uploads-'));

afterAll(() => {
	rmSync(uploads, { recursive: true });
});

/** Fields that the full entry lacks: two stand only where another does not, one chooses among points, and there are none yet. */
const lacking: Partial<Record<CollectionName, string[]>> = {
	calls: ['answersReadOn'],
	receipts: ['point'],
	signposts: ['group', 'countries'],
};

/** An entry with the picture as it lies on the editor’s disk. */
function asTyped(data: Fields): Fields {
	const image = data['image'] as { file: string } | undefined;
	return image ? withValue(data, ['image', 'file'], writePicture(uploads, image.file)) : data;
}

describe.each(names)('a new entry of %s', (collection) => {
	const data = fullEntries[collection];

	test('has every field of the form', () => {
		const filled = valuesIn(data).map(({ path }) => formatPath(path).replaceAll(/\[\d+\]/g, '[]'));
		const known = fieldPaths(collections[collection].schema);
		expect(known.filter((path) => !filled.includes(path))).toEqual(lacking[collection] ?? []);
	});

	test('is published', async () => {
		const before = session.filesOf(collection);
		await openNew(session.editor, collection);
		await fill(session.editor, collection, asTyped(data));
		expect(await publish(session.editor)).toBe(SAVED);
		const added = session.filesOf(collection).filter((file) => !before.includes(file));
		expect(added).toHaveLength(1);
		created.set(collection, added[0] ?? '');
	});

	test('is a file that says what was typed, as the other files are written', () => {
		const text = session.read(`${collection}/${created.get(collection) ?? ''}`) ?? '';
		const read = readEntryFile(collection, text).data ?? {};
		expect(read).toEqual(data);
		expect(Object.keys(read).filter((name) => name !== 'body')).toEqual(
			Object.keys(collections[collection].schema.shape).filter((name) => !lacking[collection]?.includes(name)),
		);
		expect(text).toBe(writeEntryFile(collection, data));
	});
});

test('one of the settings is changed, and no other line', async () => {
	const before = session.read('site/settings.yaml') ?? '';
	await openEntry(session.editor, 'site', 'settings');
	await fill(session.editor, 'site', { tagline: 'Where social enterprises join forces.' });
	expect(await publish(session.editor)).toBe(SAVED);
	expect(changedLines(before, session.read('site/settings.yaml') ?? '')).toEqual([
		expect.stringMatching(/^-tagline: /),
		'+tagline: Where social enterprises join forces.',
	]);
});

describe('a build of what was edited', () => {
	let checkout: Checkout;
	let folder = '';
	const pageOf = (address: string) => readFileSync(join(folder, address.replace(/#.*/, ''), 'index.html'), 'utf8');

	beforeAll(async () => {
		checkout = copyCheckout();
		folder = mkdtempSync(join(tmpdir(), 'edited-'));
		await promisify(execFile)('npm', ['run', 'build', '--silent'], {
			cwd: checkout.folder,
			// A day on which every step of them has come.
			env: buildEnvironment({
				CONTENT_DIR: session.folder,
				OUT_DIR: folder,
				EDITOR_PAGE: 'off',
				SHARE_CARDS: 'off',
				SITE_TODAY: '2027-12-31',
			}),
		});
	});
	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
		checkout.remove();
	});

	const onPages = names.filter((name): name is typeof name & AddressedCollection => 'address' in collections[name]);
	test.each(onPages)('shows the new entry of %s', (collection) => {
		const { name: slug } = parse(created.get(collection) ?? '');
		const title = String(fullEntries[collection][titleFieldOf(collection)]).replaceAll('&', '&amp;');
		expect(pageOf(addressOf(collection, slug)).includes(title)).toBe(true);
	});

	test('shows the changed setting', () => {
		expect(pageOf('/').includes('Where social enterprises join forces.')).toBe(true);
	});
});

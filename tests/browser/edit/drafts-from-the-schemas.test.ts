import { parse } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEntryFile } from '../../../src/files/entry-file.ts';
import type { Fields } from '../../../src/files/values.ts';
import { collectionNames, collections, type CollectionName } from '../../../src/schemas/collections.ts';
import { labelsAlong } from '../../../src/schemas/describe-fields.ts';
import { withSeenSigns } from '../../../src/schemas/unseen-signs.ts';
import { withoutBody } from '../../files/entries-from-schema.ts';
import { realFiles } from '../../files/real-files.ts';
import { useEditor } from './edit-session.ts';
import { clear, fill, openEntry, openNew, publish, SAVED, sentencesIn } from './form.ts';
import { typedBrokenEntry, typedEntry } from './typed-entries.ts';

const session = useEditor();

// As the build knew them: relations choose from its index.
const slugs = Object.fromEntries(
	collectionNames.map((name) => [
		name,
		realFiles.filter(({ collection }) => collection === name).map(({ file }) => parse(file).name),
	]),
);

const open = (collection: CollectionName) =>
	collection === 'site' ? openEntry(session.editor, 'site', 'settings') : openNew(session.editor, collection);

/** What an entry means: with what is filled in by itself, and without what nobody sees. */
const meaningOf = (collection: CollectionName, data: Fields) => ({
	...collections[collection].schema.parse(withoutBody(data)),
	body: withSeenSigns((data['body'] as string | undefined) ?? '').replace(/\n+$/, ''),
});

describe.each(collectionNames)('an entry of %s made from the schema', (collection) => {
	test('is published if the schema accepts it, and its file says what was typed', async () => {
		const before = session.filesOf(collection);
		const data = typedEntry(collection, slugs);
		await open(collection);
		await fill(session.editor, collection, data);
		const known = Object.keys(readEntryFile(collection, session.read(`${collection}/settings.yaml`) ?? '').data ?? {});
		await clear(
			session.editor,
			collection,
			known.filter((name) => !(name in data)),
		);
		expect(await publish(session.editor)).toBe(SAVED);
		const added = session.filesOf(collection).filter((file) => !before.includes(file));
		const file = collection === 'site' ? 'settings.yaml' : (added[0] ?? '');
		const read = readEntryFile(collection, session.read(`${collection}/${file}`) ?? '').data ?? {};
		expect(meaningOf(collection, read)).toEqual(meaningOf(collection, data));
	});

	test('cannot be published if the schema refuses it, and a sentence says so beside the field', async () => {
		const textsBefore = session.filesOf(collection).map((file) => session.read(`${collection}/${file}`));
		const { data, field } = typedBrokenEntry(collection, slugs);
		const path = field.split(/[.[\]]+/).filter((name) => name !== '');
		const labels = labelsAlong(collections[collection].schema, path);
		await open(collection);
		await fill(session.editor, collection, data);
		expect(await publish(session.editor)).not.toBe(SAVED);
		const beside = (await sentencesIn(session.editor)).map((each) => each.labels[0]);
		expect([...new Set(beside)]).toEqual([labels[0]]);
		expect(session.filesOf(collection).map((file) => session.read(`${collection}/${file}`))).toEqual(textsBefore);
	});
});

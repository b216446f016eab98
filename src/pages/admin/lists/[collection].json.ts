import type { APIRoute } from 'astro';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFieldsOf } from '../../../editor/config.ts';
import { SHA_LENGTH, type EntryList } from '../../../editor/listing.ts';
import { contentFolder } from '../../../files/folders.ts';
import { isGroup, type Fields } from '../../../files/values.ts';
import { loadAll } from '../../../model/load.ts';
import { entryCollections, extensionOf, type EntryCollection } from '../../../schemas/collections.ts';

/** The name that git gives a file’s content. */
const gitHashOf = (bytes: Buffer) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** The value at a dotted path, in groups of its own: `check.on` of `{ check: { on, by } }` is `{ check: { on } }`. */
function pick(fields: Fields, [key = '', ...rest]: readonly string[]): Fields {
	const value = fields[key];
	if (value === undefined) return {};
	return { [key]: rest.length > 0 && isGroup(value) ? pick(value, rest) : value };
}

export const getStaticPaths = () =>
	entryCollections.map((collection) => ({ params: { collection }, props: { collection } }));

/** What the editor lists without reading every file from the git host: ten thousand requests, one by one. */
export const GET: APIRoute<{ collection: EntryCollection }> = async ({ props: { collection } }) => {
	const { title, sortable, groups } = listFieldsOf(collection);
	const paths = [...new Set([title, ...sortable, ...groups.map(({ field }) => field)])].map((path) => path.split('.'));
	const list: EntryList = {};
	for (const { id, data } of (await loadAll())[collection]) {
		const file = `${id}.${extensionOf(collection)}`;
		// Files of developers, such as MDX, are not in the list.
		const path = join(contentFolder, collection, file);
		if (!existsSync(path)) continue;
		list[file] = [
			gitHashOf(readFileSync(path)).slice(0, SHA_LENGTH),
			Object.assign({}, ...paths.map((path) => pick(data, path))),
		];
	}
	return Response.json(list);
};

import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { normalizeEntryFile } from '../files/entry-file.ts';
import { contentFolder } from '../files/folders.ts';
import { collectionNames, collections, type Collection } from '../schemas/collections.ts';

// Prints the fields of every entry as a save would, so that the next save changes only the lines of its own field.
for (const collection of collectionNames) {
	const { extensions }: Collection = collections[collection];
	const endings = extensions.map((extension) => `.${extension}`);
	const folder = join(contentFolder, collection);
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		if (!endings.includes(extname(name))) continue;
		const file = join(folder, name);
		const bytes = readFileSync(file);
		if (!isUtf8(bytes)) continue;
		const normalized = normalizeEntryFile(collection, bytes.toString());
		if (normalized === bytes.toString()) continue;
		writeFileSync(file, normalized);
		console.log(file);
	}
}

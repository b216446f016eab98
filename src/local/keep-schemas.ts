// Keeps the schemas of the open data as a new version, if records are judged otherwise than by the newest one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openCollections } from '../formats/entry-files.ts';
import { publishedSchemaOf } from '../schemas/published-schema.ts';
import { keptFile, keptSchema, newestKept, withoutRemarks } from './kept-schemas.ts';

const newest = newestKept();
const isKept =
	newest > 0 &&
	openCollections.every((collection) =>
		isDeepStrictEqual(
			withoutRemarks(JSON.parse(keptSchema(newest, collection))),
			withoutRemarks(publishedSchemaOf(collection)),
		),
	);
if (isKept) {
	console.log(`Version ${newest} says it all.`);
} else {
	for (const collection of openCollections) {
		const file = keptFile(newest + 1, collection);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${JSON.stringify(publishedSchemaOf(collection), undefined, '\t')}\n`);
	}
	console.log(`Kept as version ${newest + 1}: commit ${dirname(keptFile(newest + 1, ''))}.`);
}

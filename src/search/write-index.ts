import { close, createIndex } from 'pagefind';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packTexts, readTexts, TEXT_FILES_MAX } from './pack-texts.ts';
import type { SearchRecord } from './records.ts';

/** Parts of Pagefind that this site does without: its ready-made interfaces, its worker, other languages. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|^wasm\.unknown\./;

/**
 * Writes a Pagefind index of the records into a folder, in one language, so that one search finds names in all; their
 * texts into so many files at most.
 * Answers with the id of each address in the index. Throws if Pagefind refuses a record.
 */
export async function writeIndex(
	records: readonly SearchRecord[],
	folder: string,
	textFilesMax = TEXT_FILES_MAX,
): Promise<Map<string, string>> {
	const refuse = (errors: readonly string[]) => {
		if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
	};
	try {
		const { index, errors } = await createIndex({ forceLanguage: 'en' });
		if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
		// All at once: Pagefind works in a process of its own while pages are rendered here.
		const added = await Promise.all(
			records.map(({ url, title, where, text, plain }) =>
				index.addCustomRecord({
					url,
					content: text,
					language: 'en',
					meta: { title, where, plain },
				}),
			),
		);
		refuse(added.flatMap(({ errors }) => errors));
		mkdirSync(folder, { recursive: true });
		refuse((await index.writeFiles({ outputPath: folder })).errors);
	} finally {
		await close();
	}
	for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name));
	const texts = readTexts(folder);
	packTexts(folder, texts, textFilesMax);
	return new Map([...texts].map(([id, text]) => [(JSON.parse(text) as { url: string }).url, id]));
}

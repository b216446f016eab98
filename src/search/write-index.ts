import { close, createIndex } from 'pagefind';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SearchRecord } from './records.ts';

/** Parts of Pagefind that this site does without: its ready-made interfaces, its worker, other languages. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|^wasm\.unknown\./;

/** Pagefind begins every file it packs with this. */
const SIGNATURE = 'pagefind_dcd';

/** The addresses of the entries in an index by the ids that Pagefind gives them, read from its fragments. */
function idsByAddress(folder: string): Map<string, string> {
	const fragments = join(folder, 'fragment');
	// An index of nothing has none.
	const names = existsSync(fragments) ? readdirSync(fragments) : [];
	return new Map(
		names.map((name) => {
			const text = gunzipSync(readFileSync(join(fragments, name))).toString();
			// A fragment is an entry as it was added below.
			const { url } = JSON.parse(text.slice(SIGNATURE.length)) as { url: string };
			return [url, name.replace('.pf_fragment', '')];
		}),
	);
}

/**
 * Writes a Pagefind index of the records into a folder, in one language, so that one search finds names in all.
 * Answers with the id of each address in the index. Throws if Pagefind refuses a record.
 */
export async function writeIndex(records: readonly SearchRecord[], folder: string): Promise<Map<string, string>> {
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
	return idsByAddress(folder);
}

import { csvParseRows } from 'd3-dsv';
import { formatProblem } from '../files/problem.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { openCollections, type OpenCollection } from '../formats/entry-files.ts';
import { formatSize } from '../formats/text.ts';
import { wordsForField } from '../model/changes.ts';
import { fileOf } from '../schemas/collections.ts';
import { readTable, TABLE_MAX_BYTES, type ImportInto } from '../submissions/imported-table.ts';
import { noDraft, type DecapBackend } from './decap-backend.ts';
import { loadIndex } from './entry-index.ts';
import { Refusal } from './refusal.ts';

/** What a table would make of the entries. */
export interface DroppedTable {
	collection: OpenCollection;
	/** How it was read. */
	notes: string[];
	/** What is wrong with it, in words. */
	problems: string[];
	entries: { slug: string; isNew: boolean; changes: string[]; text: string }[];
}

/** More drafts than this nobody reads. */
const DRAFTS_MAX = 100;

const AGAIN = 'Take the table from the site once more when it is built anew.';

/** As many files are asked for at once. */
const AT_ONCE = 8;

const lineOf = (cells: readonly string[]): string => JSON.stringify(cells);

/** The rows of the table that the site published; none if it cannot be had. */
async function publishedRows(collection: OpenCollection): Promise<Set<string>> {
	const answer = await fetch(`/data/${collection}.csv`).catch(() => undefined);
	if (!answer?.ok) return new Set();
	return new Set(csvParseRows(await answer.text()).map(lineOf));
}

/** The files of entries as they are now. One that the index has must be there; what nobody knows is new. */
async function readOriginals(
	collection: OpenCollection,
	slugs: readonly string[],
	known: ReadonlySet<string>,
	{ getEntry }: Pick<DecapBackend, 'getEntry'>,
): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	const waiting = [...slugs];
	const work = async () => {
		for (let slug = waiting.pop(); slug !== undefined; slug = waiting.pop()) {
			const { data } = await getEntry(fileOf(collection, slug));
			if (data) texts.set(slug, data);
			else if (known.has(slug)) throw new Refusal(`${slug} was deleted or renamed since the site was built. ${AGAIN}`);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return texts;
}

/** Reads a table, and says what it would change. Rows that are as the site published them ask for nothing. */
export async function readDropped(
	file: File,
	collection: OpenCollection,
	implementation: Pick<DecapBackend, 'getEntry'>,
): Promise<DroppedTable> {
	if (file.size > TABLE_MAX_BYTES) {
		throw new Refusal(`${file.name} has ${formatSize(file.size)}; at most ${formatSize(TABLE_MAX_BYTES)} are read.`);
	}
	const [bytes, index, published] = await Promise.all([file.arrayBuffer(), loadIndex(), publishedRows(collection)]);
	const slugs = new Map(
		openCollections.map((name) => [name as string, new Set((index[name] ?? []).map(([slug]) => slug))]),
	);
	const asked = new Set<string>();
	const into: ImportInto = {
		collection,
		originalOf: (slug) => {
			asked.add(slug);
			return undefined;
		},
		exists: (name, slug) => slugs.get(name)?.has(slug) ?? true,
		isPublished: (head, cells) => published.has(lineOf(head)) && published.has(lineOf(cells)),
		today: brusselsToday(),
	};
	// Once to learn which entries it is about, and once with their files.
	readTable(new Uint8Array(bytes), file.name, into);
	const getEntry = (path: string) => implementation.getEntry(path);
	const originals = await readOriginals(collection, [...asked], slugs.get(collection) ?? new Set(), { getEntry });
	const { entries, problems, notes } = readTable(new Uint8Array(bytes), file.name, {
		...into,
		originalOf: (slug) => originals.get(slug),
	});
	return {
		collection,
		notes,
		problems: problems.map(formatProblem),
		entries: entries.map(({ slug, isNew, fields, text }) => ({
			slug,
			isNew,
			text,
			changes: fields.map(wordsForField),
		})),
	};
}

/** Puts what a table changes onto the board, an entry a draft; says of each what became of it. One that waits there already stays. */
export async function draftEntries(
	{ collection, entries }: DroppedTable,
	implementation: Pick<DecapBackend, 'persistEntry' | 'unpublishedEntry'>,
): Promise<string[]> {
	if (entries.length > DRAFTS_MAX) {
		throw new Refusal(
			`The table changes ${entries.length} entries; at most ${DRAFTS_MAX} become drafts at once. Take it in parts.`,
		);
	}
	const lines: string[] = [];
	for (const { slug, isNew, text } of entries) {
		if (await implementation.unpublishedEntry({ collection, slug }).catch(noDraft)) {
			lines.push(`${slug}: not made, for a draft of it waits already. Publish or reject that first.`);
			continue;
		}
		await implementation.persistEntry(
			{ dataFiles: [{ path: fileOf(collection, slug), slug, raw: text }], assets: [] },
			{
				collectionName: collection,
				newEntry: isNew,
				useWorkflow: true,
				commitMessage: `${isNew ? 'Create' : 'Update'} ${collection} “${slug}” from a table`,
			},
		);
		lines.push(`${slug}: a draft waits on the board.`);
	}
	return lines;
}

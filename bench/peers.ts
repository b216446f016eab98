import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { close, createIndex } from 'pagefind';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Columns } from '../src/search/row-columns.ts';
import { toRows } from '../src/search/filter-rows.ts';
import {
	folderOf,
	MANIFEST,
	SHOWN_PER_FILE,
	TEXT_END,
	textsPerFile,
	type Manifest,
	type Shown,
} from '../src/search/index-format.ts';

/** A record as MiniSearch is told it: the same words as the index has. */
export interface IndexedRecord {
	url: string;
	title: string;
	where: string;
	text: string;
}

/** What MiniSearch is asked and told; the weights are those of the search box. */
export const miniSearchOptions = {
	idField: 'url',
	fields: ['title', 'where', 'text'],
	storeFields: ['title', 'where'],
} satisfies Options<IndexedRecord>;
export const miniSearchQuery = {
	prefix: true,
	combineWith: 'AND',
	boost: { title: 8, where: 2 },
	fuzzy: 0.2,
} satisfies SearchOptions;

/** The records of a built site, read back from its index, so that every search has the same. */
export function readRecords(site: string): IndexedRecord[] {
	const manifest = JSON.parse(readFileSync(join(site, MANIFEST), 'utf8')) as Manifest;
	const read = (name: string) => readFileSync(join(site, folderOf(manifest.version), name), 'utf8');
	const perFile = textsPerFile(manifest.entries);
	return Array.from({ length: manifest.entries }, (_, entry) => {
		const shown = JSON.parse(read(`shown-${Math.floor(entry / SHOWN_PER_FILE)}.json`)) as Shown[];
		const [url, title, where] = shown[entry % SHOWN_PER_FILE] ?? ['', '', ''];
		const texts = read(`text-${Math.floor(entry / perFile)}.txt`).split(TEXT_END);
		return { url, title, where, text: texts[entry % perFile] ?? '' };
	});
}

/** Where a file lies that the list of a built site is made of: its folder is named by the version of the list. */
export const listFile = (site: string, name: string): string =>
	readdirSync(join(site, 'data'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(name))
		.map((path) => join('data', path))[0] ?? name;

/** The facets of each row of the list, as Pagefind takes them. */
function facetsOfRows({ count, facets }: Columns): Record<string, string[]>[] {
	const rows: Record<string, string[]>[] = Array.from({ length: count }, () => ({}));
	for (const [facet, values] of Object.entries(facets))
		for (const [id, distances] of Object.entries(values))
			for (const row of toRows(distances)) {
				const filters = rows[row];
				if (filters) (filters[facet] ??= []).push(id);
			}
	return rows;
}

/** A Pagefind index with nothing but facets. */
async function writeFacetIndex(columns: Columns, folder: string): Promise<void> {
	try {
		const { index } = await createIndex({ forceLanguage: 'en' });
		if (!index) throw new Error('Pagefind made no index.');
		await Promise.all(
			facetsOfRows(columns).map((filters, row) =>
				index.addCustomRecord({ url: `/${row}/`, content: 'profile', language: 'en', filters }),
			),
		);
		await index.writeFiles({ outputPath: folder });
	} finally {
		await close();
	}
}

/**
 * Writes a folder with what this site's search is compared with: the same records as one JSON index of MiniSearch, the
 * same facets as filters of Pagefind, and the site's own filter as a module.
 */
export async function writePeers(site: string, folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Peers</title>');
	const index = new MiniSearch<IndexedRecord>(miniSearchOptions);
	index.addAll(readRecords(site));
	writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index));
	const { resolve } = createRequire(import.meta.url);
	writeFileSync(join(folder, 'minisearch.js'), readFileSync(join(resolve('minisearch'), '../../es/index.js')));
	for (const name of ['row-set', 'filter-rows']) {
		const code = stripTypeScriptTypes(readFileSync(`src/search/${name}.ts`, 'utf8'));
		writeFileSync(join(folder, `${name}.js`), code.replaceAll(".ts'", ".js'"));
	}
	const columns = readFileSync(join(site, listFile(site, 'columns.json')), 'utf8');
	writeFileSync(join(folder, 'columns.json'), columns);
	await writeFacetIndex(JSON.parse(columns) as Columns, join(folder, 'pagefind'));
}

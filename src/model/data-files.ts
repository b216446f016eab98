import { strToU8 } from 'fflate';
import { toCsv } from '../formats/csv.ts';
import { entryFiles, formatsOf, openCollections, type OpenCollection } from '../formats/entry-files.ts';
import { columnsOf, isFilled } from '../formats/entry-table.ts';
import { formatMurmurations } from '../formats/murmurations.ts';
import { toSourceTable } from '../formats/source-table.ts';
import { formatCount } from '../formats/text.ts';
import { toZip } from '../formats/zip.ts';
import { collectionOf, collections } from '../schemas/collections.ts';
import { countries } from '../schemas/countries.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { publishedSchemaOf } from '../schemas/published-schema.ts';
import * as vocabularies from '../schemas/vocabularies.ts';
import type { Site } from './site.ts';

/** Files that hold the same, in several formats. */
export interface DataPart {
	title: string;
	/** What one line or record is. */
	about: string;
	/** How many there are: “137 profiles”. Undefined if there is none yet. */
	holds: string | undefined;
	/** What stands in it follows the schema of this collection. */
	collection?: OpenCollection;
}

/** A file of open data, as it lies under `/data/`. */
export interface DataFile {
	/** Of the file: `clusters.csv`. */
	name: string;
	/** What it is part of, as the page of the data lists it. */
	part: DataPart;
	/** Of its format: “CSV”. */
	label: string;
	/** As a host sends it. */
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** Where the files of open data lie, and the page that explains them. */
export const DATA_ADDRESS = '/data/';

/** The file with all others. */
export const ALL_FILES = 'all.zip';

/** By the names under which they are published. */
const allVocabularies: Readonly<Record<string, Readonly<Record<string, vocabularies.Concept>>>> = {
	countries,
	...vocabularies,
};

/** The entries that the files of open data are made of: those of the open collections that show, without their texts. */
export const openEntriesOf = (site: Site) =>
	openCollections.map((collection) => ({
		collection,
		entries: site[collection].map(({ id, data }) => ({ id, data })),
	}));

/** What one entry of a collection is, for those who have not seen the site. */
const abouts: Record<OpenCollection, string> = {
	clusters: 'The clusters with their facts, sources, checks and corrections.',
	updates: 'What happened around clusters in GECES and in European policy.',
	meetings: 'Meetings of GECES and its working group, with what was said.',
	calls: 'Rounds in which members are asked for views and examples.',
	points: 'What members raised, and what became of it.',
	organisations: 'Members and observers of GECES.',
	terms: 'Words of the social economy in several languages, with definitions.',
	milestones: 'Steps in the policy story, by date.',
};

function entriesAsFiles(site: Site, at: string): DataFile[] {
	return openEntriesOf(site).flatMap(({ collection, entries }) => {
		const { label, plural } = collectionOf(collection);
		const holds = entries.length > 0 ? formatCount(entries.length, label, plural.toLowerCase()) : undefined;
		const part = { title: plural, about: abouts[collection], holds, collection };
		return formatsOf(collection).map((format) => {
			const { label, type, toText } = entryFiles[format];
			return { name: `${collection}.${format}`, part, label, type, bytes: strToU8(toText(collection, entries, at)) };
		});
	});
}

const csvFile = (name: string, part: DataPart, lines: readonly (readonly string[])[]): DataFile => ({
	name: `${name}.csv`,
	part,
	label: entryFiles.csv.label,
	type: entryFiles.csv.type,
	bytes: strToU8(toCsv(lines)),
});

function sourcesAsFile(site: Site): DataFile {
	const lines = toSourceTable(
		openEntriesOf(site).flatMap(({ collection, entries }) => entries.map((entry) => ({ collection, entry }))),
	);
	const about = 'Which source supports which fact: one line for each entry, field and source.';
	return csvFile('sources', { title: 'Sources', about, holds: formatCount(lines.length - 1, 'line') }, lines);
}

function vocabulariesAsFiles(): DataFile[] {
	const terms = keysOf(allVocabularies).flatMap((vocabulary) =>
		Object.entries(allVocabularies[vocabulary] ?? {}).map(([id, concept]) => ({ vocabulary, id, ...concept })),
	);
	const part = {
		title: 'Vocabularies',
		about: 'The codes in the data, each with its words, its definition and where that comes from.',
		holds: formatCount(terms.length, 'code'),
	};
	const lines = terms.map(({ vocabulary, id, label, definition, source = '' }) => [
		vocabulary,
		id,
		label,
		definition,
		source,
	]);
	return [
		csvFile('vocabularies', part, [['vocabulary', 'id', 'label', 'definition', 'source'], ...lines]),
		{
			name: 'vocabularies.json',
			part,
			label: entryFiles.json.label,
			type: entryFiles.json.type,
			bytes: strToU8(`${JSON.stringify(allVocabularies, undefined, '\t')}\n`),
		},
	];
}

const limits = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;

/** What each column of the tables means: the dictionary of the data. */
function dictionaryAsFile(site: Site): DataFile {
	const lines = openEntriesOf(site).flatMap(({ collection, entries }) =>
		columnsOf(collections[collection].schema)
			.filter(({ words }) => !words)
			.map((column) => {
				const { name, titles, field } = column;
				return [
					collection,
					name,
					titles.join(', '),
					field.description ?? '',
					field.type,
					field.isList ? 'yes' : 'no',
					...limits.map((limit) => String(field[limit] ?? '')),
					field.choices.map(({ value }) => value).join(' | '),
					String(entries.filter(({ data }) => isFilled(data, column)).length),
					String(entries.length),
				];
			}),
	);
	const head = ['type', 'column', 'label', 'meaning', 'kind', 'list', ...limits, 'codes', 'stated by', 'of'];
	const about = 'What each column means, which values it takes, and how many entries have it.';
	return csvFile('fields', { title: 'Columns', about, holds: formatCount(lines.length, 'column') }, [head, ...lines]);
}

function schemasAsFiles(at: string): DataFile[] {
	const part = {
		title: 'Schemas',
		about: 'What a record of each JSON file holds, for programs that check it (JSON Schema 2020-12).',
		holds: formatCount(openCollections.length, 'schema'),
	};
	return openCollections.map((collection) => {
		const name = `schema/${collection}.json`;
		const json = { $id: new URL(`${DATA_ADDRESS}${name}`, at).href, ...publishedSchemaOf(collection) };
		return {
			name,
			part,
			label: collectionOf(collection).plural,
			type: 'application/schema+json',
			bytes: strToU8(`${JSON.stringify(json, undefined, '\t')}\n`),
		};
	});
}

const murmurationsAsFile = ({ clusters }: Site, at: string): DataFile => ({
	name: 'murmurations.json',
	part: {
		title: 'Murmurations',
		about: 'The profiles as the Murmurations network maps organisations.',
		holds: formatCount(clusters.length, 'profile'),
	},
	label: entryFiles.json.label,
	type: entryFiles.json.type,
	bytes: strToU8(formatMurmurations(clusters, at)),
});

const zipped = (files: readonly DataFile[]): DataFile => ({
	name: ALL_FILES,
	part: { title: 'Everything', about: 'All of these files in one.', holds: formatCount(files.length, 'file') },
	label: 'ZIP',
	type: 'application/zip',
	// The same on every machine, and on every day.
	bytes: toZip(files, new Date('1980-01-01T12:00:00')),
});

/** All files of open data of a site that lies at an address. */
export function dataFilesOf(site: Site, at: string): DataFile[] {
	const files = [
		...entriesAsFiles(site, at),
		sourcesAsFile(site),
		dictionaryAsFile(site),
		...vocabulariesAsFiles(),
		...schemasAsFiles(at),
		murmurationsAsFile(site, at),
	];
	return [...files, zipped(files)];
}

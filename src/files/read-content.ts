import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { extname, join, parse } from 'node:path';
import { lastDayDone } from '../formats/brussels-days.ts';
import { renderMarkdown, unreadableLines, type Picture } from '../formats/markdown.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import {
	collectionNames,
	collectionOf,
	isCollectionName,
	type CollectionName,
	type Entry,
} from '../schemas/collections.ts';
import { slug as slugSchema } from '../schemas/fields.ts';
import { referencesIn } from '../schemas/linked-entries.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { isDeviceName } from '../schemas/slug.ts';
import { checkEntry, problemAt } from './check-entry.ts';
import { valueAt } from './values.ts';
import { checkPictures } from './check-picture.ts';
import { parseFile } from './front-matter.ts';
import type { KeptEntries } from './kept-entries.ts';
import { listPictures } from './picture-facts.ts';
import { ContentError, type Problem } from './problem.ts';
import { findPublished } from './published-picture.ts';
import { lineNotInUtf8, readText } from './read-text.ts';
import { findUnread } from './unread-yaml.ts';

/** The text of an entry below its fields, and the same as safe HTML; that is empty of MDX, which is a component. */
export interface Body {
	source: string;
	html: string;
}

/** An entry with its file and its text. */
export type ReadEntry<N extends CollectionName> = Entry<N> & { file: string; body: Body };

/** Everything in the content folder that is valid, and everything that is wrong. */
export interface ReadContent {
	entries: { [N in CollectionName]: ReadEntry<N>[] };
	problems: Problem[];
	/** What is read, yet perhaps not as it is meant. */
	warnings: Problem[];
}

/** Folders of the content folder that hold no entries. */
const OTHER_FOLDERS = ['assets'];

/** Why a file cannot be an entry of a collection, from its name and what it is. `taken` has the slugs so far. */
function refuseFile(collection: CollectionName, path: string, id: string, taken: Map<string, string>) {
	const { extensions, label, reservedSlugs = [], onlySlug } = collectionOf(collection);
	const endings: readonly string[] = extensions;
	const twin = taken.get(id);
	if (!endings.includes(extname(path).slice(1)) || !lstatSync(path).isFile()) {
		const mend = `Entries here are files that end in .${endings.join(' or .')}; pictures belong in assets/.`;
		return { rule: `The file is no ${label}`, mend };
	}
	if (isDeviceName(id)) {
		const mend = 'Rename it, with a longer name: “con-group” in place of “con”.';
		return { rule: `“${id}” is a name that Windows keeps for itself, so nobody there could have this file`, mend };
	}
	if (!slugSchema.safeParse(id).success) {
		const mend = 'Rename it: small letters a to z, digits and single hyphens, at most 80 characters.';
		return { rule: `The file’s name is no slug: “${id}”`, mend };
	}
	if (onlySlug && id !== onlySlug) {
		return { rule: `Only ${onlySlug} is read here`, mend: 'Move what it holds there, or remove the file.' };
	}
	if (reservedSlugs.includes(id)) {
		const mend = `Rename the file; these names are taken: ${reservedSlugs.join(', ')}.`;
		return { rule: `The slug “${id}” is the address of another page`, mend };
	}
	if (twin) return { rule: `The slug “${id}” is taken by ${twin}`, mend: 'Rename or remove one of the two files.' };
	return undefined;
}

/** Answers with the picture of a file in content/assets/, as pages show it. */
type FindPicture = (file: string) => Picture | undefined;

/** What stands for a picture that is refused by itself. */
const REFUSED: Picture = { src: '', width: 0, height: 0 };

function readEntry<N extends CollectionName>(
	collection: N,
	file: string,
	text: string,
	findPicture: FindPicture,
	today: string,
) {
	const parsed = parseFile(file, text);
	if ('rule' in parsed) return { problems: [parsed], warnings: [] };
	const { data, problems } = checkEntry(collection, file, parsed, today);
	const image = data && 'image' in data ? data.image : undefined;
	if (image && !findPicture(image.file)) {
		const mend = 'Put the picture there, or correct its name.';
		problems.push(problemAt(collection, file, parsed, ['image', 'file'], { rule: 'is not in content/assets/', mend }));
	}
	const { html, problems: inText } = readBody(file, parsed.body, findPicture);
	for (const { line, ...problem } of inText) problems.push({ file, lineNumber: parsed.bodyLine + line, ...problem });
	const entry = data && { data, body: { source: parsed.body, html } };
	return { entry, problems, warnings: findUnread(file, parsed) };
}

/** Whether nothing has to be told of what was read. */
const isRight = ({ problems, warnings }: Pick<ReadContent, 'problems' | 'warnings'>): boolean =>
	problems.length === 0 && warnings.length === 0;

/** A body as HTML, and what is wrong in it. MDX is code of developers: only what nobody can read is looked for. */
const readBody = (file: string, body: string, findPicture: FindPicture) =>
	file.endsWith('.md') ? renderMarkdown(body, findPicture) : { html: '', problems: unreadableLines(body) };

function readCollection<N extends CollectionName>(
	contentFolder: string,
	collection: N,
	findPicture: FindPicture,
	today: string,
	kept?: KeptEntries,
) {
	const entries: ReadEntry<N>[] = [];
	const problems: Problem[] = [];
	const warnings: Problem[] = [];
	const folder = join(contentFolder, collection);
	const slugs = new Map<string, string>();
	/** The slug that an entry has now, by those it had before. */
	const formerSlugs = new Map<string, string>();
	for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
		if (name.startsWith('.')) continue;
		const file = `${collection}/${name}`;
		const path = join(folder, name);
		const id = parse(name).name;
		const refusal = refuseFile(collection, path, id, slugs);
		if (refusal) {
			problems.push({ file, ...refusal });
			continue;
		}
		slugs.set(id, file);
		const text = readText(path);
		if (text === undefined) {
			const mend = 'Save it again with the encoding UTF-8.';
			problems.push({ file, lineNumber: lineNotInUtf8(path), rule: 'The file is not in UTF-8', mend });
			continue;
		}
		const read = () => readEntry(collection, file, text, findPicture, today);
		const { entry, ...told } = kept ? kept.take(file, text, read, isRight) : read();
		problems.push(...told.problems);
		warnings.push(...told.warnings);
		if (!entry) continue;
		entries.push({ id, file, ...entry });
		for (const alias of aliasesOf(entry.data)) formerSlugs.set(alias, id);
	}
	return { entries, problems, warnings, slugs, formerSlugs };
}

type ReadCollections = { [N in CollectionName]: ReturnType<typeof readCollection<N>> };

/** What is wrong with a field that single files cannot show: where it stands, and how to mend it. */
interface CrossProblem extends Pick<Problem, 'file' | 'rule' | 'mend'> {
	path: (string | number)[];
}

/** Former slugs that are still somebody's address, or that two entries claim. */
function findAliasProblems(
	collection: CollectionName,
	{ entries, slugs }: ReadCollections[CollectionName],
): CrossProblem[] {
	const { reservedSlugs = [] } = collectionOf(collection);
	const claimed = new Map<string, string>();
	return entries.flatMap(({ data, file }) =>
		aliasesOf(data).flatMap((alias, index) => {
			const page = reservedSlugs.includes(alias) ? 'another page of the site' : undefined;
			const owner = page ?? (slugs.has(alias) ? `${collection}/${alias}` : claimed.get(alias));
			claimed.set(alias, file);
			if (!owner) return [];
			const mend = 'An address leads to one entry: remove it from one of them.';
			return [{ file, path: ['aliases', index], rule: `is also claimed by ${owner}`, mend }];
		}),
	);
}

/** Leads references by a former slug to the entry that has it, as readers are led: a rename must break nothing. */
function followFormerSlugs(read: ReadCollections): void {
	for (const collection of collectionNames) {
		for (const { data } of read[collection].entries) {
			for (const { path, collection: target, slug } of referencesIn(collection, data)) {
				const now = read[target].slugs.has(slug) ? undefined : read[target].formerSlugs.get(slug);
				const group = valueAt(data, path.slice(0, -1));
				const [key] = path.slice(-1);
				if (now === undefined || key === undefined || typeof group !== 'object' || group === null) continue;
				Reflect.set(group, key, now);
			}
		}
	}
}

/** References to entries that do not exist, or to the entry itself. */
function findReferenceProblems(collection: CollectionName, read: ReadCollections): CrossProblem[] {
	return read[collection].entries.flatMap(({ data, file, id }) =>
		referencesIn(collection, data).flatMap(({ path, collection: target, slug }) => {
			if (target === collection && slug === id)
				return [{ file, path, rule: 'is this entry itself', mend: 'Remove it.' }];
			if (read[target].slugs.has(slug)) return [];
			const rule = `leads nowhere: there is no ${collectionOf(target).label} with this slug`;
			return [{ file, path, rule, mend: `Use the name of a file in ${target}/, without its ending.` }];
		}),
	);
}

const missingSettings: Problem = {
	file: 'site/settings.yaml',
	rule: 'The settings of the site are missing',
	mend: 'Add the file; docs/editing.md says what it holds.',
};

/**
 * Reads and checks the whole content folder, as it is right on a day. Collects every problem; throws only if the folder
 * cannot be read. `keptFor` gives what the last build has read, by what pictures there are.
 */
export function readContent(
	contentFolder: string,
	today = lastDayDone(),
	keptFor?: (pictures: unknown) => KeptEntries,
): ReadContent {
	const files = listPictures(contentFolder);
	// All at once, and before texts ask for one.
	const pictureProblems = checkPictures(contentFolder, files);
	const names = new Set(files);
	const findPicture = (file: string) => (names.has(file) ? (findPublished(contentFolder, file) ?? REFUSED) : undefined);
	const kept = keptFor?.(files.map((file) => [file, findPicture(file)]));
	// No collection is left out, and each is read as what it is: `Object.fromEntries` knows neither.
	const read = Object.fromEntries(
		collectionNames.map((name) => [name, readCollection(contentFolder, name, findPicture, today, kept)]),
	) as ReadCollections;
	kept?.keep();
	followFormerSlugs(read);
	const problems: Problem[] = [];
	for (const { name } of readdirSync(contentFolder, { withFileTypes: true })) {
		if (!name.startsWith('.') && !OTHER_FOLDERS.includes(name) && !isCollectionName(name)) {
			const mend = `Content lies in: ${[...collectionNames, ...OTHER_FOLDERS].join(', ')}.`;
			problems.push({ file: name, rule: 'Nobody knows this folder or file', mend });
		}
	}
	for (const collection of collectionNames) {
		problems.push(...read[collection].problems);
		const crossProblems = [
			...findAliasProblems(collection, read[collection]),
			...findReferenceProblems(collection, read),
		];
		for (const { file, path, ...explanation } of crossProblems) {
			// Read once more, for the line: keeping every file in memory for the few with a problem would cost too much.
			const parsed = parseFile(file, readText(join(contentFolder, file)) ?? '');
			problems.push(
				'rule' in parsed ? { file, ...explanation } : problemAt(collection, file, parsed, path, explanation),
			);
		}
	}
	problems.push(...pictureProblems);
	if (!read.site.slugs.has('settings')) problems.push(missingSettings);
	// As above.
	const entries = Object.fromEntries(
		collectionNames.map((name) => [name, read[name].entries]),
	) as ReadContent['entries'];
	return { entries, problems, warnings: collectionNames.flatMap((name) => read[name].warnings) };
}

/** The settings alone, for what needs them before the content is loaded. Throws `ContentError` if they are wrong. */
export function readSettings(contentFolder: string): SiteSettings {
	const { entries, problems } = readCollection(contentFolder, 'site', () => undefined, lastDayDone());
	const settings = entries[0]?.data;
	if (!settings) throw new ContentError(problems.length > 0 ? problems : [missingSettings]);
	return settings;
}

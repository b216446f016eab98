import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { renderMarkdown } from '../formats/markdown.ts';
import { collections, type Collection, type CollectionName, type Entry } from '../schemas/collections.ts';
import { slug as slugSchema } from '../schemas/fields.ts';
import { referencesIn } from '../schemas/references.ts';
import { checkEntry, formatPath, labelOf } from './check-entry.ts';
import { parseFile } from './front-matter.ts';
import type { Problem } from './problem.ts';

/** Everything in the content folder that is valid, and everything that is wrong. */
export interface ReadContent {
	entries: { [N in CollectionName]: (Entry<N> & { file: string })[] };
	problems: Problem[];
}

const collectionNames = Object.keys(collections) as CollectionName[];

/** Folders of the content folder that hold no entries. */
const OTHER_FOLDERS = ['assets'];

/** Answers whether a picture lies in content/assets/, and not behind a link that leads elsewhere. */
function pictureFinder(contentFolder: string) {
	const assets = join(contentFolder, 'assets');
	return (file: string): boolean => {
		const path = join(assets, file);
		return existsSync(path) && realpathSync(path).startsWith(realpathSync(assets) + sep);
	};
}

function readEntry<N extends CollectionName>(
	collection: N,
	file: string,
	text: string,
	hasPicture: (file: string) => boolean,
) {
	const parsed = parseFile(file, text);
	if ('rule' in parsed) return { problems: [parsed] };
	const { data, problems } = checkEntry(collection, file, parsed);
	const image = data && 'image' in data ? data.image : undefined;
	if (image && !hasPicture(image.file)) {
		problems.push({
			file,
			field: 'image.file',
			value: image.file,
			rule: 'is not in content/assets/',
			mend: 'Put the picture there, or correct its name.',
		});
	}
	if (file.endsWith('.md')) {
		const size = { src: '', width: 0, height: 0 };
		const body = renderMarkdown(parsed.body, (picture) => (hasPicture(picture) ? size : undefined));
		problems.push(...body.problems.map((problem) => ({ file, lineNumber: parsed.bodyLine, ...problem })));
	}
	return { data, problems };
}

function readCollection<N extends CollectionName>(contentFolder: string, collection: N) {
	const entries: (Entry<N> & { file: string })[] = [];
	const problems: Problem[] = [];
	const folder = join(contentFolder, collection);
	const { extensions, label, reservedSlugs = [] }: Collection = collections[collection];
	const hasPicture = pictureFinder(contentFolder);
	const seen = new Map<string, string>();
	for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
		if (name.startsWith('.')) continue;
		const file = `${collection}/${name}`;
		const [, id = name, extension = ''] = /^(.+?)\.([^.]+)$/.exec(name) ?? [];
		if (!(extensions as readonly string[]).includes(extension)) {
			problems.push({
				file,
				rule: `The file is no ${label}`,
				mend: `Entries here end in .${extensions.join(' or .')}; pictures belong in assets/.`,
			});
			continue;
		}
		if (!slugSchema.safeParse(id).success) {
			problems.push({
				file,
				rule: `The file’s name is no slug: “${id}”`,
				mend: 'Rename it: small letters a to z, digits and single hyphens, at most 80 characters.',
			});
			continue;
		}
		if (reservedSlugs.includes(id)) {
			problems.push({
				file,
				rule: `The slug “${id}” is the address of another page`,
				mend: `Rename the file; these names are taken: ${reservedSlugs.join(', ')}.`,
			});
			continue;
		}
		const twin = seen.get(id);
		if (twin) {
			problems.push({
				file,
				rule: `The slug “${id}” is taken by ${twin}`,
				mend: 'Rename or remove one of the two files.',
			});
			continue;
		}
		seen.set(id, file);
		const entry = readEntry(collection, file, readFileSync(join(folder, name), 'utf8'), hasPicture);
		problems.push(...entry.problems);
		if (entry.data) entries.push({ id, data: entry.data, file });
	}
	return { entries, problems, slugs: new Set(seen.keys()) };
}

/** Former slugs that are still somebody's address, or that two entries claim. */
function checkAliases(
	collection: CollectionName,
	entries: { id: string; data: unknown; file: string }[],
	slugs: Set<string>,
): Problem[] {
	const claimed = new Map<string, string>();
	return entries.flatMap(({ data, file }) => {
		const { aliases = [] } = data as { aliases?: string[] };
		return aliases.flatMap((alias, index): Problem[] => {
			const owner = slugs.has(alias) ? `${collection}/${alias}` : claimed.get(alias);
			claimed.set(alias, file);
			return owner
				? [
						{
							file,
							field: `aliases[${index}]`,
							value: alias,
							rule: `is also claimed by ${owner}`,
							mend: 'An address leads to one entry: remove it from one of them.',
						},
					]
				: [];
		});
	});
}

/** Reads and checks the whole content folder. Collects every problem; throws only if the folder cannot be read. */
export function readContent(contentFolder: string): ReadContent {
	const read = Object.fromEntries(collectionNames.map((name) => [name, readCollection(contentFolder, name)])) as {
		[N in CollectionName]: ReturnType<typeof readCollection<N>>;
	};
	const problems: Problem[] = [];
	for (const { name } of readdirSync(contentFolder, { withFileTypes: true })) {
		if (!name.startsWith('.') && !OTHER_FOLDERS.includes(name) && !collectionNames.includes(name as CollectionName)) {
			problems.push({
				file: name,
				rule: 'Nobody knows this folder or file',
				mend: `Content lies in: ${[...collectionNames, ...OTHER_FOLDERS].join(', ')}.`,
			});
		}
	}
	for (const collection of collectionNames) {
		const { entries, problems: own, slugs } = read[collection];
		problems.push(...own, ...checkAliases(collection, entries, slugs));
		for (const { data, file, id } of entries) {
			for (const { path, collection: target, slug } of referencesIn(collection, data)) {
				const isSelf = target === collection && slug === id;
				if (read[target].slugs.has(slug) && !isSelf) continue;
				const label = labelOf(collection, path);
				problems.push({
					file,
					field: formatPath(path),
					...(label ? { label } : {}),
					value: slug,
					rule: isSelf
						? 'is this entry itself'
						: `leads nowhere: there is no ${collections[target].label} with this slug`,
					mend: isSelf ? 'Remove it.' : `Use the name of a file in ${target}/, without its ending.`,
				});
			}
		}
	}
	if (!read.site.slugs.has('settings')) {
		problems.push({
			file: 'site/settings.yaml',
			rule: 'The settings of the site are missing',
			mend: 'Add the file; docs/editing.md says what it holds.',
		});
	}
	const entries = Object.fromEntries(
		collectionNames.map((name) => [name, read[name].entries]),
	) as ReadContent['entries'];
	return { entries, problems };
}

import { itemsOf, isSame, pruned, valueAt, type Fields } from '../files/values.ts';
import { differenceOf, formatChange } from '../model/difference.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { collections, fileOf, type CollectionName } from '../schemas/collections.ts';
import { descriptionsOf } from '../schemas/describe-fields.ts';
import type { DecapBackend } from './decap-backend.ts';
import { textOf } from './entry-values.ts';
import { ENTRY_VERSIONS, VERSIONS_AT_ONCE, type EntryVersion } from './local-back-end.ts';
import { readForForm } from './unusable.ts';

const TOLD_AT_ONCE = VERSIONS_AT_ONCE - 1;

/** A version as editors read of it. */
export interface ToldVersion extends Pick<EntryVersion, 'id' | 'at' | 'by'> {
	/** What it changed, a line each. */
	changes: string[];
	/** What it held; undefined where its file cannot be read today. */
	fields: Fields | undefined;
}

/** Some versions, newest first, and from which one on there are more. */
export interface ToldVersions {
	versions: ToldVersion[];
	more?: string;
}

/** What tells versions: a git host, or one’s own machine. */
type VersionedBackend = Pick<DecapBackend, 'api' | 'request'>;

/** Where the file of an entry lies and lay, its place of today first: its former slugs tell. */
export const placesOf = (collection: CollectionName, path: string, slug: string, fields: Fields): string[] => [
	...new Set([path, ...[slug, ...aliasesOf(fields)].map((each) => fileOf(collection, each))]),
];

/** A text as GitHub hands out files. */
const fromBase64 = (content: string): string =>
	new TextDecoder().decode(Uint8Array.from(atob(content.replaceAll('\n', '')), (sign) => sign.charCodeAt(0)));

/** The versions that GitHub knows, or Gitea, which answers alike. */
async function versionsAtHost(
	api: NonNullable<VersionedBackend['api']>,
	places: readonly string[],
	from = api.branch ?? 'main',
): Promise<EntryVersion[]> {
	const ask = (path: string, params: Record<string, string>) =>
		api.request?.(`${api.originRepoURL ?? ''}${path}`, { params });
	const lists = await Promise.all(
		places.map(async (path) =>
			itemsOf(await ask('/commits', { path, sha: from, per_page: String(VERSIONS_AT_ONCE) })).map((commit) => ({
				path,
				id: textOf(valueAt(commit, ['sha'])),
				at: textOf(valueAt(commit, ['commit', 'committer', 'date'])),
				by: textOf(valueAt(commit, ['commit', 'author', 'name'])),
			})),
		),
	);
	const newest = lists
		.flat()
		// Of a commit that moved the file both places tell: the later one has it.
		.filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
		.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
		.slice(0, VERSIONS_AT_ONCE);
	const versions = newest.map(async ({ path, ...version }) => {
		const file = await ask(`/contents/${path}`, { ref: version.id })?.catch((error: unknown) => {
			// It was deleted then.
			if (valueAt(error, ['status']) !== 404) throw error;
		});
		return { ...version, text: fromBase64(textOf(valueAt(file, ['content']))) };
	});
	return Promise.all(versions);
}

/** The versions that git on one’s own machine knows. */
async function versionsHere(
	backend: VersionedBackend,
	places: readonly string[],
	from: string | undefined,
): Promise<EntryVersion[]> {
	const params = { paths: places, ...(from === undefined ? {} : { from }) };
	return itemsOf(await backend.request?.({ action: ENTRY_VERSIONS, params })).map((version) => {
		const text = (name: keyof EntryVersion) => textOf(valueAt(version, [name]));
		return { id: text('id'), at: text('at'), by: text('by'), text: text('text') };
	});
}

/** The fields that the form has today, of what a version held. */
function knownFields(collection: CollectionName, { text }: EntryVersion): Fields | undefined {
	const { data } = readForForm(collection, text);
	const names = new Set(['body', ...descriptionsOf(collections[collection].schema).map(({ name }) => name)]);
	return data && Object.fromEntries(Object.entries(data).filter(([name]) => names.has(name)));
}

/** Whether two states of an entry say the same. */
export const saysTheSame = (one: Fields, other: Fields): boolean => isSame(pruned(one), pruned(other));

/** What each version changed beside the one before it; one that changed nothing is not told. */
export function tellVersions(collection: CollectionName, versions: readonly EntryVersion[]): ToldVersions {
	const read = versions.map((version) => ({ ...version, fields: knownFields(collection, version) }));
	const told = read.slice(0, TOLD_AT_ONCE).flatMap(({ id, at, by, text, fields }, index): ToldVersion[] => {
		const version = { id, at, by, fields };
		const before = read[index + 1];
		if (text === '') return [{ ...version, changes: ['It was deleted.'] }];
		if (!fields) return [{ ...version, changes: ['Its file cannot be read.'] }];
		if (!before) return [{ ...version, changes: ['The oldest version that git knows.'] }];
		if (!before.fields) return [{ ...version, changes: ['What it changed cannot be told.'] }];
		const changes = differenceOf(collection, before.fields, fields).map(formatChange);
		return changes.length > 0 ? [{ ...version, changes }] : [];
	});
	const next = read[TOLD_AT_ONCE];
	return next ? { versions: told, more: next.id } : { versions: told };
}

/** The versions of an entry that were published, from one on or from the newest. */
export async function loadVersions(
	backend: VersionedBackend,
	collection: CollectionName,
	places: readonly string[],
	from?: string,
): Promise<ToldVersions> {
	const { api } = backend;
	const versions = await (api ? versionsAtHost(api, places, from) : versionsHere(backend, places, from));
	return tellVersions(collection, versions);
}

/**
 * What the form is to hold so that it says what a version said: a value for each field that differs. Former slugs stay
 * as they are, for they lead old links here.
 */
export function restoring(now: Fields, version: Fields): Map<string, unknown> {
	const names = new Set([...Object.keys(now), ...Object.keys(version)].filter((name) => name !== 'aliases'));
	return new Map(
		[...names]
			.filter((name) => !saysTheSame({ value: now[name] }, { value: version[name] }))
			.map((name) => [name, version[name]]),
	);
}

import { VERSIONS_AT_ONCE, type EntryVersion } from '../../editor/local-back-end.ts';
import { itemsOf } from '../../files/values.ts';
import { refuse } from '../../hosts/refused-request.ts';
import { shown, type CmsRequest } from './cms-request.ts';
import { runGit } from './git-tree.ts';

const COMMIT_ID = /^[\da-f]{40,64}$/;

/** A line of git’s log in front of the files of a commit. */
const COMMIT = '\u0001';

const NO_GIT =
	'Nobody knows earlier versions here: git keeps them, and this folder is none of its repositories, or has no commit yet.';

/** A version whose file is yet to be read: the blob that holds it, by its path. */
interface FoundVersion extends Omit<EntryVersion, 'text'> {
	blobs: Map<string, string>;
}

/** Reads git’s log with the files of each commit. What a commit took away has no blob. */
function readLog(log: string): FoundVersion[] {
	const versions: FoundVersion[] = [];
	const tokens = log.split('\0').map((token) => token.trim());
	for (const [index, token] of tokens.entries()) {
		if (token.startsWith(COMMIT)) {
			const [id = '', at = '', ...by] = token.slice(1).split(' ');
			versions.push({ id, at, by: by.join(' '), blobs: new Map() });
		} else if (token.startsWith(':')) {
			const [, , , blob = '', status] = token.split(' ');
			if (status !== 'D') versions.at(-1)?.blobs.set(tokens[index + 1] ?? '', blob);
		}
	}
	return versions;
}

/** The versions of an entry that were committed, newest first, from one on or from the newest: of the paths the first one counts. */
export async function entryVersions(root: string, { params }: CmsRequest): Promise<EntryVersion[]> {
	const { from = 'HEAD' } = params;
	if (from !== 'HEAD' && !COMMIT_ID.test(String(from))) refuse(422, `“${shown(from)}” is no commit.`);
	const paths = itemsOf(params['paths']).map(String);
	const log = await runGit(root, [
		...['log', '--first-parent', '--diff-merges=first-parent', '--raw', '--no-renames', '--no-abbrev', '--relative'],
		...['-z', `--max-count=${VERSIONS_AT_ONCE}`, `--format=${COMMIT}%H %cI %an`, String(from), '--', ...paths],
	]).catch(() => refuse(409, NO_GIT));
	const versions = readLog(log.toString('utf8')).map(async ({ blobs, ...version }) => {
		const [blob] = paths.flatMap((path) => blobs.get(path) ?? []);
		const text = blob === undefined ? '' : String(await runGit(root, ['cat-file', 'blob', blob]));
		return { ...version, text };
	});
	return Promise.all(versions);
}

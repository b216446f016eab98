import { execFileSync } from 'node:child_process';
import { brusselsToday } from '../formats/brussels-days.ts';
import { parseFile } from './front-matter.ts';
import type { Fields } from './values.ts';

/** A file as it stood at some time. */
export interface FileState {
	fields: Fields;
	body: string;
}

/** What a day made of a file: how it stood before, nothing if it is new, and after. */
export interface FileChange {
	on: string;
	before: FileState | undefined;
	after: FileState;
}

/** What git knows of content files. */
export interface ContentHistory {
	/** From which day on; what was before it nobody knows here. Undefined where there is no history at all. */
	since: string | undefined;
	/** The changes of files that are there today, by their path in the content folder, newest first. */
	changes: ReadonlyMap<string, readonly FileChange[]>;
}

/** The blobs at both ends of a day of a file. */
interface DayOfFile {
	on: string;
	before: string | undefined;
	after: string;
}

const NO_HISTORY: ContentHistory = { since: undefined, changes: new Map() };

/** More than any history has in one answer. */
const ANSWER_MAX_BYTES = 1_000_000_000;

function ask(folder: string, args: readonly string[], input = ''): Buffer {
	return execFileSync('git', args, {
		cwd: folder,
		input,
		maxBuffer: ANSWER_MAX_BYTES,
		stdio: ['pipe', 'pipe', 'ignore'],
		// What a clone left out is not fetched: a build asks nobody.
		env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' },
	});
}

/** A line of git’s log in front of the files of a commit. */
const COMMIT = '\u0001';

/**
 * Reads git’s log, newest first. What went through several commits on a day counts once, and a file that was renamed
 * keeps its days. The oldest commits of a clone without all history say nothing: git shows their files as new.
 */
function readLog(log: string, isShallow: boolean): Pick<ContentHistory, 'since'> & { days: Map<string, DayOfFile[]> } {
	const days = new Map<string, DayOfFile[]>();
	/** What a former path is called today. */
	const today = new Map<string, string>();
	const tokens = log.split('\0');
	let on = '';
	let since: string | undefined;
	let isBoundary = false;
	for (let at = 0; at < tokens.length; at++) {
		const token = (tokens[at] ?? '').trim();
		if (token.startsWith(COMMIT)) {
			const [day = '', parents = ''] = token.slice(1).split(' ', 2);
			on = brusselsToday(new Date(day));
			isBoundary = isShallow && parents === '';
			since = on;
		} else if (token.startsWith(':')) {
			const [, , before = '', after = '', status = ''] = token.split(' ');
			const first = tokens[++at] ?? '';
			const path = /^[RC]/.test(status) ? (tokens[++at] ?? '') : first;
			const name = today.get(path) ?? path;
			if (status.startsWith('R')) today.set(first, name);
			if (isBoundary || status === 'D') continue;
			const known = days.get(name) ?? [];
			days.set(name, known);
			const newest = known.at(-1);
			const old = status === 'A' ? undefined : before;
			if (newest?.on === on) newest.before = old;
			else known.push({ on, before: old, after });
		}
	}
	return { since, days };
}

/** The texts of blobs; those that this clone has not are left out. */
function readBlobs(folder: string, ids: readonly string[]): Map<string, string> {
	const texts = new Map<string, string>();
	const answer = ask(folder, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
	for (let at = 0; at < answer.length;) {
		const end = answer.indexOf('\n', at);
		const [id = '', type, size = '0'] = answer.toString('utf8', at, end).split(' ');
		at = end + 1;
		if (type !== 'blob') continue;
		texts.set(id, answer.toString('utf8', at, at + Number(size)));
		at += Number(size) + 1;
	}
	return texts;
}

/** What git knows of the files in folders of the content; nothing, where there is no git or no history. */
export function readHistory(contentFolder: string, folders: readonly string[]): ContentHistory {
	try {
		const isShallow = ask(contentFolder, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
		const args = [
			'log',
			'--first-parent',
			'--diff-merges=first-parent',
			'--raw',
			'-M',
			'--no-abbrev',
			'--relative',
			'-z',
		];
		const log = ask(contentFolder, [...args, `--format=${COMMIT}%cI %P`, '--', ...folders]).toString('utf8');
		const { since, days } = readLog(log, isShallow);
		const blobs = readBlobs(contentFolder, [
			...new Set([...days.values()].flat().flatMap(({ before, after }) => (before ? [before, after] : [after]))),
		]);
		const stateOf = (file: string, id: string): FileState | undefined => {
			const parsed = parseFile(file, blobs.get(id) ?? '');
			return 'rule' in parsed ? undefined : { fields: parsed.fields, body: parsed.body };
		};
		const changes = new Map<string, FileChange[]>();
		for (const [file, own] of days) {
			const known = own.flatMap(({ on, before, after }): FileChange[] => {
				const from = before === undefined ? undefined : stateOf(file, before);
				const to = stateOf(file, after);
				// What cannot be read today says nothing about what changed.
				return to && (from !== undefined || before === undefined) ? [{ on, before: from, after: to }] : [];
			});
			changes.set(file, known);
		}
		return { since, changes };
	} catch {
		return NO_HISTORY;
	}
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isGroup } from '../../files/pruned.ts';
import type { SubmissionSource } from '../../submissions/bring-waiting.ts';
import type { PostedData, Submission } from '../../submissions/read-submission.ts';
import { errorCode } from '../../files/error-code.ts';

/** The folder in which submissions wait on this machine: `SUBMISSIONS_DIR`, or .submissions/ of this project. */
export const submissionsFolder = resolve(process.env['SUBMISSIONS_DIR'] ?? '.submissions');

const ENDING = '.json';
/** A file that is being written; it gets its name when it is whole. */
const UNFINISHED = '.unfinished';
const LONGEST_WRITE_IN_MS = 60_000;

const isId = (id: string): boolean => /^\d{8}t\d{9}z-[0-9a-f]{12}$/.test(id);

/** An id that no other submission has, and that sorts by time: `20270331t215959000z-0123456789ab`. */
const newId = (receivedAt: string): string =>
	`${receivedAt.toLowerCase().replace(/[^0-9tz]/g, '')}-${randomBytes(6).toString('hex')}`;

async function keep(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Writes a file that is there whole or not at all, whatever happens to the process or the machine. */
export async function writeWhole(path: string, text: string): Promise<void> {
	const folder = dirname(path);
	const unfinished = `${path}${UNFINISHED}`;
	// What members send is nobody else's business on a machine that several people use.
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	await writeFile(unfinished, text, { mode: 0o600, flush: true });
	await rename(unfinished, path);
	// Windows opens no folders, and keeps names by itself.
	if (process.platform !== 'win32') await keep(folder);
}

/** Removes what was begun by a process that was stopped before it was done, and so never accepted. */
export function removeUnfinished(folder: string): void {
	for (const name of namesIn(folder).filter((found) => found.endsWith(UNFINISHED))) {
		const file = join(folder, name);
		const begun = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		if (Date.now() - begun > LONGEST_WRITE_IN_MS) rmSync(file, { force: true });
	}
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return [];
		throw error;
	}
}

/** Where a note or the word of a draft lies that a submission became. */
export const traceOf = (folder: string, kind: 'notes' | 'drafts', id: string): string =>
	join(folder, kind, `${id}.txt`);

/** Keeps a submission in a file of its own, and gives it its id. It is safe when this returns. */
export async function storeSubmission(
	folder: string,
	{ form, data }: { form: string; data: PostedData },
): Promise<Submission> {
	const receivedAt = new Date().toISOString();
	const id = newId(receivedAt);
	await writeWhole(join(folder, `${id}${ENDING}`), `${JSON.stringify({ form, receivedAt, data }, null, '\t')}\n`);
	return { id, form, receivedAt, data };
}

async function readSubmissionFile(folder: string, name: string): Promise<Submission | undefined> {
	const id = name.slice(0, -ENDING.length);
	if (!isId(id)) return undefined;
	try {
		const file: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
		const { form, receivedAt, data } = isGroup(file) ? file : {};
		const isWhole = typeof form === 'string' && typeof receivedAt === 'string' && isGroup(data);
		return isWhole ? { id, form, receivedAt, data } : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** The submissions in a folder. What is no submission is named after all the others were listed. */
export function submissionFiles(folder: string): SubmissionSource {
	return {
		list: async function* () {
			const others: string[] = [];
			for (const name of namesIn(folder).sort()) {
				if (!name.endsWith(ENDING)) continue;
				const submission = await readSubmissionFile(folder, name);
				if (submission) yield submission;
				else others.push(name);
			}
			if (others.length > 0) {
				throw new Error(`These files in ${folder} are no submissions; mend or remove them: ${others.join(', ')}`);
			}
		},
		remove: (id) => {
			if (!isId(id)) throw new Error(`“${id}” is not the id of a submission.`);
			for (const kind of ['notes', 'drafts'] as const) rmSync(traceOf(folder, kind, id), { force: true });
			rmSync(join(folder, `${id}${ENDING}`), { force: true });
			return Promise.resolve();
		},
	};
}

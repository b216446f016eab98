import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderIn } from '../../files/folders.ts';
import { isGroup } from '../../files/values.ts';
import { makeFolders, namesIn, writeWhole } from '../../files/write-whole.ts';
import type { SubmissionSource } from '../../submissions/bring-waiting.ts';
import type { PostedData, Submission } from '../../submissions/read-submission.ts';

/** The folder in which submissions wait on this machine: `SUBMISSIONS_DIR`, or .submissions/ of this project. */
export const submissionsFolder = folderIn('SUBMISSIONS_DIR', '.submissions');

const ENDING = '.json';

const isId = (id: string): boolean => /^\d{8}t\d{9}z-[0-9a-f]{12}$/.test(id);

/** An id that no other submission has, and that sorts by time: `20270331t215959000z-0123456789ab`. */
const newId = (receivedAt: string): string =>
	`${receivedAt.toLowerCase().replace(/[^0-9tz]/g, '')}-${randomBytes(6).toString('hex')}`;

/** Writes a text that is there whole or not at all. What members send is nobody else’s business on the machine. */
export async function keepText(path: string, text: string): Promise<void> {
	const file = { path, content: text, mode: 0o600 };
	makeFolders([file], 0o700);
	await writeWhole([file]);
}

/** Where a note or the word of a draft lies that a submission became. */
export const traceOf = (folder: string, kind: 'notes' | 'drafts', id: string): string =>
	join(folder, kind, `${id}.txt`);

/** The notes that wait for an editor: who has done one removes its file. */
export async function readNotes(folder: string): Promise<{ title: string; text: string }[]> {
	const names = await readdir(join(folder, 'notes')).catch(() => []);
	const notes = names.sort().map(async (name) => {
		const [title = '', ...sentences] = (await readFile(join(folder, 'notes', name), 'utf8')).split('\n');
		return { title, text: `${sentences.join(' ').trim()} (${join(folder, 'notes', name)}: remove it when it is done)` };
	});
	return Promise.all(notes);
}

/** Keeps a submission in a file of its own, and gives it its id. It is safe when this returns. */
export async function storeSubmission(
	folder: string,
	{ form, data }: { form: string; data: PostedData },
): Promise<Submission> {
	const receivedAt = new Date().toISOString();
	const id = newId(receivedAt);
	await keepText(join(folder, `${id}${ENDING}`), `${JSON.stringify({ form, receivedAt, data }, null, '\t')}\n`);
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

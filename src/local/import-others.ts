import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { writeEntryFile } from '../files/entry-file.ts';
import { contentFolder } from '../files/folders.ts';
import { formatProblem } from '../files/problem.ts';
import { readContent } from '../files/read-content.ts';
import { formatCount, formatSize } from '../formats/text.ts';
import { fileOf } from '../schemas/collections.ts';
import { parseUrl } from '../schemas/parse-url.ts';
import { freeSlug } from '../submissions/bring-to-board.ts';
import { OTHERS_MAX_BYTES, readOthers, type OthersDraft } from '../submissions/others-clusters.ts';
import { contentEdits } from './editing/content-edits.ts';
import { givenMode, rootOf, whyEditingIsOff } from './editing/editing-mode.ts';
import { readTree } from './editing/git-tree.ts';
import { localBoard } from './forms/local-board.ts';
import { submissionsFolder } from './forms/submission-files.ts';

/** What a draft is known by, so that the same file brings it once. */
const idOf = (from: string, name: string): string =>
	`others-${createHash('sha256').update(`${from}\n${name}`).digest('hex').slice(0, 16)}`;

/** Puts drafts on the board of this machine; answers with how many were not there yet. */
async function bringDrafts(drafts: readonly OthersDraft[], from: string): Promise<number> {
	const mode = givenMode();
	if (mode !== 'git') throw new Error('Drafts need branches to wait on: put CMS_MODE=git before the command.');
	const off = whyEditingIsOff(contentFolder);
	if (off !== undefined) throw new Error(off);
	const root = rootOf(contentFolder);
	return contentEdits({ folder: contentFolder, mode }).alone(async (act) => {
		const { branch, problem } = await readTree(root);
		if (problem !== undefined) throw new Error(problem);
		const board = localBoard({ root, branch, folder: submissionsFolder, act });
		let brought = 0;
		for (const { name, fields } of drafts) {
			const id = idOf(from, name);
			if (await board.knows(id)) continue;
			const slug = await freeSlug(name, board);
			const text = writeEntryFile('clusters', fields);
			await board.openDraft({
				id,
				slug,
				path: fileOf('clusters', slug),
				text,
				title: `From another directory: ${name}`,
			});
			brought += 1;
		}
		return brought;
	});
}

/**
 * Says which drafts a file of Murmurations or GoGoCarto would make, with `from`, where it can be read, as their source;
 * makes them if it is told to. Nothing is published.
 */
export async function importOthers(path: string, from: string | undefined, isWritten: boolean): Promise<void> {
	if (from === undefined || !/^https?:$/.test(parseUrl(from)?.protocol ?? '')) {
		throw new Error('Say where the file can be read, as the source of the drafts: --from=https://…');
	}
	const { size } = statSync(path);
	if (size > OTHERS_MAX_BYTES) {
		throw new Error(`${path} has ${formatSize(size)}; at most ${formatSize(OTHERS_MAX_BYTES)} are read.`);
	}
	const known = readContent(contentFolder).entries.clusters.map(({ id, data: { name, website } }) => ({
		slug: id,
		name,
		website,
	}));
	const read = readOthers(readFileSync(path, 'utf8'), basename(path), from, known);
	if ('rule' in read) throw new Error(formatProblem(read));
	const drafts = read.drafts.filter(({ same }) => same === undefined);
	console.log(`${read.format}: ${formatCount(drafts.length, 'draft')}.`);
	console.log(
		read.licence
			? `The file is under ${read.licence}: see that it lets you take facts from it, and name it where it asks for it.`
			: 'The file names no licence: ask its publisher whether you may take facts from it.',
	);
	for (const { name, fields, notes, same } of read.drafts) {
		console.log(`\n${name}${same ? `: no draft, for it is probably “${same}”` : ''}`);
		if (same) continue;
		for (const [field, value] of Object.entries(fields)) {
			if (field !== 'sources') console.log(`  ${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
		}
		for (const note of notes) console.log(`  ${note}`);
	}
	if (read.problems.length > 0) console.error(`\n${read.problems.map(formatProblem).join('\n\n')}`);
	if (drafts.length === 0) console.log('\nNothing to draft.');
	else if (isWritten) {
		const brought = await bringDrafts(drafts, from);
		console.log(
			`\n${formatCount(brought, 'draft')} on the board now, ${drafts.length - brought} were brought before. An editor completes, checks and publishes them.`,
		);
	} else console.log('\nNothing was made; CMS_MODE=git and --write make these drafts on the board.');
}

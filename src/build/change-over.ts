import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { giveBack, takeLock } from '../files/process-lock.ts';

/** A build that was not begun or not finished, with a sentence for whoever runs it. */
export class RefusedBuild extends Error {
	override name = 'RefusedBuild';
}

/** Where the last site lies while a new one takes its place. */
const lastOf = (outFolder: string): string => `${outFolder}.last`;

/** Where a new one is brought first if it was built on another disk. */
const nextOf = (outFolder: string): string => `${outFolder}.next`;

const isWithin = (folder: string, outer: string): boolean => `${folder}${sep}`.startsWith(`${outer}${sep}`);

/** Puts back what a build that was killed had moved away, and removes what it had not removed. */
export function settle(outFolder: string): void {
	rmSync(nextOf(outFolder), { recursive: true, force: true });
	const last = lastOf(outFolder);
	if (!existsSync(last)) return;
	if (!existsSync(outFolder)) {
		renameSync(last, outFolder);
		return;
	}
	// The repository of those who publish by git from the folder itself.
	const [from, to] = [join(last, '.git'), join(outFolder, '.git')];
	if (existsSync(from) && !existsSync(to)) renameSync(from, to);
	rmSync(last, { recursive: true, force: true });
}

/** Refuses to replace a folder that holds something else than a site. */
function refuseOtherFolders(outFolder: string, kept: readonly string[]): void {
	const lost = kept.find((folder) => isWithin(folder, outFolder));
	const names = existsSync(outFolder) ? readdirSync(outFolder) : [];
	const isSite = names.every((name) => name === '.git') || names.includes('index.html') || names.includes('_astro');
	if (lost === undefined && isSite) return;
	throw new RefusedBuild(
		`The site cannot be built into ${outFolder}: a build replaces the whole folder, and this one holds something else${lost === undefined ? '' : ` (${relative(outFolder, lost) || 'the project'})`}. Give OUT_DIR another folder.`,
	);
}

/** The locks that this process took: it may say twice that it begins. */
const begun = new Set<string>();

/** Whether this process builds. */
export const isBegun = (lockFile: string): boolean => begun.has(lockFile);

/** Keeps a checkout to this build until the process ends, and prepares the folder. Throws if another build runs there. */
export function beginBuild(lockFile: string, outFolder: string, kept: readonly string[]): void {
	if (begun.has(lockFile)) return;
	mkdirSync(dirname(lockFile), { recursive: true });
	if (!takeLock(lockFile)) {
		throw new RefusedBuild(
			`Another build runs in this folder, and two would disturb each other. Wait until it is done, or remove ${lockFile} if there is none.`,
		);
	}
	begun.add(lockFile);
	process.once('exit', () => {
		giveBack(lockFile);
	});
	settle(outFolder);
	refuseOtherFolders(outFolder, kept);
}

/** Brings a site to the disk that it is to stand on, where it can take its place at once. */
function bringNear(buildFolder: string, outFolder: string): string {
	const parent = dirname(outFolder);
	mkdirSync(parent, { recursive: true });
	if (statSync(parent).dev === statSync(buildFolder).dev) return buildFolder;
	cpSync(buildFolder, nextOf(outFolder), { recursive: true });
	rmSync(buildFolder, { recursive: true, force: true });
	return nextOf(outFolder);
}

/** Puts a site that is built and checked in the place of the last one, which is kept until then. */
export function changeOver(buildFolder: string, outFolder: string): void {
	settle(outFolder);
	try {
		const near = bringNear(buildFolder, outFolder);
		if (existsSync(outFolder)) renameSync(outFolder, lastOf(outFolder));
		renameSync(near, outFolder);
	} catch (error) {
		settle(outFolder);
		throw new RefusedBuild(
			`The new site cannot take the place of ${outFolder}, which cannot be renamed (${errorCode(error) ?? String(error)}). Close what uses that folder, or give OUT_DIR another one, then build again.`,
			{ cause: error },
		);
	}
	settle(outFolder);
}

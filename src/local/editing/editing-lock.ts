import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';

const LONGEST_WAIT_IN_MS = 30_000;
const PAUSE_IN_MS = 25;
const LONGEST_WRITE_IN_MS = 1_000;

/** Another process keeps the content to itself. */
export class ContentIsBusy extends Error {
	constructor(file: string) {
		super(`Another process is changing the content. Wait for it, or remove ${file} if there is none.`);
	}
}

/** Whether the process that took a lock has ended without giving it back. */
function isLeft(file: string): boolean {
	try {
		const holder = readFileSync(file, 'utf8');
		// One that is being written, unless whoever began to has ended.
		if (holder === '') return Date.now() - statSync(file).mtimeMs > LONGEST_WRITE_IN_MS;
		process.kill(Number(holder), 0);
		return false;
	} catch (error) {
		return errorCode(error) === 'ESRCH';
	}
}

function take(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') throw error;
		return false;
	}
}

/**
 * Removes a lock that was left, unless another process is about to. Who removes looks again while no other may: the
 * lock that it saw can be gone by then, and the next holder's in its place.
 */
function removeLeft(file: string): void {
	const turn = `${file}.removing`;
	if (!take(turn)) {
		if (isLeft(turn)) removeLeft(turn);
		return;
	}
	try {
		if (isLeft(file)) rmSync(file, { force: true });
	} finally {
		rmSync(turn, { force: true });
	}
}

/**
 * Does something while no other process does it: `npm start`, `npm run dev` and `npm run submissions` change branches
 * of one working tree. A lock whose process has died is taken over. Throws if another keeps it for half a minute.
 */
export async function whileLocked<T>(file: string, task: () => Promise<T>): Promise<T> {
	const end = Date.now() + LONGEST_WAIT_IN_MS;
	while (!take(file)) {
		if (isLeft(file)) removeLeft(file);
		if (Date.now() > end) throw new ContentIsBusy(file);
		await setTimeout(PAUSE_IN_MS);
	}
	try {
		return await task();
	} finally {
		rmSync(file, { force: true });
	}
}

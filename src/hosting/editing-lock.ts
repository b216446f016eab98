import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const LONGEST_WAIT_IN_MS = 30_000;
const PAUSE_IN_MS = 25;

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
		// One that is being written.
		if (holder === '') return false;
		process.kill(Number(holder), 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ESRCH';
	}
}

function take(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return false;
	}
}

/**
 * Does something while no other process does it: `npm start`, `npm run dev` and `npm run submissions` change branches
 * of one working tree. A lock whose process has died is taken over. Throws if another keeps it for half a minute.
 */
export async function whileLocked<T>(file: string, task: () => Promise<T>): Promise<T> {
	const end = Date.now() + LONGEST_WAIT_IN_MS;
	while (!take(file)) {
		if (isLeft(file)) rmSync(file, { force: true });
		else if (Date.now() > end) throw new ContentIsBusy(file);
		else await setTimeout(PAUSE_IN_MS);
	}
	try {
		return await task();
	} finally {
		rmSync(file, { force: true });
	}
}

import { setTimeout } from 'node:timers/promises';
import { giveBack, takeLock } from '../../files/process-lock.ts';

const LONGEST_WAIT_IN_MS = 30_000;
const PAUSE_IN_MS = 25;

/** Another process keeps the content to itself. */
export class ContentIsBusy extends Error {
	constructor(file: string) {
		super(`Another process is changing the content. Wait for it, or remove ${file} if there is none.`);
	}
}

/**
 * Does something while no other process does it: `npm start`, `npm run dev` and `npm run submissions` change branches
 * of one working tree. A lock whose process has died is taken over. Throws if another keeps it for half a minute.
 */
export async function whileLocked<T>(file: string, task: () => Promise<T>): Promise<T> {
	const end = Date.now() + LONGEST_WAIT_IN_MS;
	while (!takeLock(file)) {
		if (Date.now() > end) throw new ContentIsBusy(file);
		await setTimeout(PAUSE_IN_MS);
	}
	try {
		return await task();
	} finally {
		giveBack(file);
	}
}

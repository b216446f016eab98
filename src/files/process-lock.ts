import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { errorCode } from './error-code.ts';

const LONGEST_WRITE_IN_MS = 1_000;

/** The locks that this process has. */
const held = new Set<string>();

/** Whether the process that took a lock has ended without giving it back. */
function isLeft(file: string): boolean {
	try {
		const holder = readFileSync(file, 'utf8');
		const { mtimeMs } = statSync(file);
		// One that is being written, unless whoever began to has ended.
		if (holder === '') return Date.now() - mtimeMs > LONGEST_WRITE_IN_MS;
		// Ids begin anew with the machine, and in a container most processes get the same one each time.
		if (mtimeMs < Date.now() - uptime() * 1000 || Number(holder) === process.pid) return !held.has(file);
		process.kill(Number(holder), 0);
		return false;
	} catch (error) {
		return errorCode(error) === 'ESRCH';
	}
}

function take(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		held.add(file);
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
		giveBack(turn);
	}
}

/** Takes a lock, also from a process that has died with it. Answers whether this process has it now. */
export function takeLock(file: string): boolean {
	if (take(file)) return true;
	if (!isLeft(file)) return false;
	removeLeft(file);
	return take(file);
}

/** Gives a lock back that this process has. */
export function giveBack(file: string): void {
	rmSync(file, { force: true });
	held.delete(file);
}

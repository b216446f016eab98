import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ContentIsBusy, whileLocked } from '../../../src/local/editing/editing-lock.ts';
import { temporaryFolder } from '../forms/form-site.ts';

/** The id that a process had. */
const idOfDead = () => execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();

const newLock = () => join(temporaryFolder('lock'), 'editing.lock');

test('two that want the content at once have it one after the other', async () => {
	const file = newLock();
	const seen: string[] = [];
	const task = (name: string) => async () => {
		seen.push(`${name} begins`);
		await new Promise((done) => setTimeout(done, 50));
		seen.push(`${name} ends`);
	};
	await Promise.all([whileLocked(file, task('one')), whileLocked(file, task('other'))]);
	expect(seen).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
	expect(existsSync(file)).toBe(false);
});

test('the content is free again after a failure', async () => {
	const file = newLock();
	await expect(whileLocked(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(existsSync(file)).toBe(false);
});

test('the lock of a process that has died is taken over', async () => {
	const file = newLock();
	writeFileSync(file, idOfDead());
	expect(await whileLocked(file, () => Promise.resolve('done'))).toBe('done');
});

test('of two that find the lock of a dead process at once, one takes it over and the other waits', async () => {
	const file = newLock();
	const dead = idOfDead();
	writeFileSync(file, dead);
	let isOtherIn = false;
	const look = vi.spyOn(process, 'kill').mockImplementationOnce((id) => {
		// Another process looked at the same moment, and is quicker: it is this one's parent, which lives.
		rmSync(file);
		writeFileSync(file, String(process.ppid));
		isOtherIn = true;
		setTimeout(() => {
			isOtherIn = false;
			rmSync(file);
		}, 100);
		throw Object.assign(new Error(`There is no process ${id}`), { code: 'ESRCH' });
	});
	onTestFinished(() => {
		look.mockRestore();
	});
	expect(await whileLocked(file, () => Promise.resolve(isOtherIn))).toBe(false);
	expect(look).toHaveBeenNthCalledWith(1, Number(dead), 0);
	expect(readdirSync(dirname(file))).toEqual([]);
});

test('a process that died while it took a lock over keeps nobody out', async () => {
	const file = newLock();
	for (const name of [file, `${file}.removing`]) writeFileSync(name, idOfDead());
	expect(await whileLocked(file, () => Promise.resolve('done'))).toBe('done');
	expect(readdirSync(dirname(file))).toEqual([]);
});

test.each([
	['of the same user', undefined],
	['of another user, which nobody else may signal', 'EPERM'],
])('the lock of a living process is never taken over: %s', async (_whose, code) => {
	const file = newLock();
	writeFileSync(file, String(process.ppid));
	const look = vi.spyOn(process, 'kill').mockImplementation(() => {
		if (code !== undefined) throw Object.assign(new Error(code), { code });
		return true;
	});
	vi.useFakeTimers({ toFake: ['Date'] });
	onTestFinished(() => {
		look.mockRestore();
		vi.useRealTimers();
	});
	const waiting = whileLocked(file, () => Promise.resolve());
	vi.advanceTimersByTime(31_000);
	await expect(waiting).rejects.toThrow(ContentIsBusy);
	expect(readFileSync(file, 'utf8')).toBe(String(process.ppid));
});

test('who waits in vain learns which file to remove', async () => {
	const file = newLock();
	writeFileSync(file, String(process.ppid));
	vi.useFakeTimers({ toFake: ['Date'] });
	onTestFinished(() => void vi.useRealTimers());
	const waiting = whileLocked(file, () => Promise.resolve());
	vi.advanceTimersByTime(31_000);
	await expect(waiting).rejects.toThrow(ContentIsBusy);
	await expect(waiting).rejects.toThrow(
		`Another process is changing the content. Wait for it, or remove ${file} if there is none.`,
	);
});

import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ContentIsBusy, whileLocked } from '../../../src/local/editing/editing-lock.ts';
import { temporaryFolder } from '../forms/form-site.ts';

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
	writeFileSync(file, execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim());
	expect(await whileLocked(file, () => Promise.resolve('done'))).toBe('done');
});

test('who waits in vain learns which file to remove', async () => {
	const file = newLock();
	writeFileSync(file, String(process.pid));
	vi.useFakeTimers({ toFake: ['Date'] });
	onTestFinished(() => void vi.useRealTimers());
	const waiting = whileLocked(file, () => Promise.resolve());
	vi.advanceTimersByTime(31_000);
	await expect(waiting).rejects.toThrow(ContentIsBusy);
	await expect(waiting).rejects.toThrow(
		`Another process is changing the content. Wait for it, or remove ${file} if there is none.`,
	);
});

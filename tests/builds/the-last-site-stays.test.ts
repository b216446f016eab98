import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LAST_DAY } from '../entries.ts';
import { randomFrom } from '../random.ts';
import { filesOf } from '../site/pages.ts';
import {
	type BuildResult,
	buildInto,
	checkoutFolder,
	contentWith,
	runBuild,
	startScript,
	temporaryFolder,
} from './build-of.ts';

/** More kills take more minutes: `KILLS=20 KILL_SEED=2 npm run vitest -- tests/builds/the-last-site-stays.test.ts`. */
const KILLS = Number(process.env['KILLS'] ?? 4);
const SEED = Number(process.env['KILL_SEED'] ?? 1);
const KILL_IN_MS = 30_000;

const guide = (title: string, body = 'Text.') =>
	`---\ntitle: ${title}\nsummary: A page.\npart: clusters\norder: 1\nwrittenOn: "2026-11-24"\nsources:\n  - title: A page\n    url: https://example.org/\n---\n\n${body}\n`;

/** What a built site is, to the byte. */
function digestOf(folder: string): string {
	const hash = createHash('sha256');
	for (const file of filesOf(folder)) hash.update(file).update(readFileSync(join(folder, file)));
	return hash.digest('hex');
}

const expectBuilt = ({ exitCode, output }: BuildResult) => {
	expect(exitCode, output).toBe(0);
};

/** What lies beside a built site that a build left. */
const leftBeside = (folder: string) => filesOf(dirname(folder)).filter((file) => /\.(?:building|last)\//.test(file));

test(
	`killed at ${KILLS} random moments of seed ${SEED}, a build leaves a whole site: the last one, or the new one`,
	async () => {
		const random = randomFrom(SEED);
		const out = join(temporaryFolder(), 'site');
		const content = contentWith({ 'guide/page.md': guide('Old') });
		const variables = { CONTENT_DIR: content, SITE_TODAY: LAST_DAY };
		const began = performance.now();
		expectBuilt(await buildInto(out, variables));
		const duration = performance.now() - began;
		const old = digestOf(out);
		writeFileSync(join(content, 'guide/page.md'), guide('New'));
		const fresh = await runBuild(variables);
		const sites = [old, digestOf(fresh.folder)];
		expect(new Set(sites).size).toBe(2);

		for (let kills = 0; kills < KILLS; kills++) {
			const { kill, ended } = startScript('build', out, variables);
			// Each in a part of its own: all that a build does is met.
			const moment = (duration * (kills + random.share())) / KILLS;
			await wait(moment);
			kill();
			await ended;
			expect(sites, `killed after ${Math.round(moment)} ms`).toContain(digestOf(out));
		}
		expectBuilt(await buildInto(out, variables));
		expect(digestOf(out)).toBe(sites[1]);
		expect(leftBeside(out)).toEqual([]);
	},
	90_000 + KILLS * KILL_IN_MS,
);

test('a refused build leaves the last site as it was, and nothing beside it', async () => {
	const out = join(temporaryFolder(), 'site');
	const content = contentWith({ 'guide/page.md': guide('Page') });
	const variables = { CONTENT_DIR: content };
	const report = join(checkoutFolder(), '.astro/failed-build.json');
	mkdirSync(dirname(report), { recursive: true });
	writeFileSync(report, '{}');
	expectBuilt(await buildInto(out, variables));
	expect(existsSync(report)).toBe(false);
	const last = digestOf(out);
	for (const file of [guide('Page', '[x](/nowhere/)'), 'no entry']) {
		writeFileSync(join(content, 'guide/page.md'), file);
		const { exitCode, output } = await buildInto(out, variables);
		expect(exitCode).toBe(1);
		expect(output).toContain(`What was in ${out} before stays as it was.`);
		expect(digestOf(out)).toBe(last);
		// For the first page of the editor on this machine.
		expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ entries: [{ file: 'guide/page.md' }] });
	}
	expect(existsSync(join(out, '_headers'))).toBe(true);
	expect(leftBeside(out)).toEqual([]);
});

test('of two builds at once the second says so, and the first is whole', async () => {
	const out = join(temporaryFolder(), 'site');
	const variables = { CONTENT_DIR: contentWith({ 'guide/page.md': guide('Page') }) };
	const first = startScript('build', out, variables);
	await first.said(/The content is read/);
	// However long the second takes to begin, the first is at work.
	first.signal('SIGSTOP');
	const second = await buildInto(out, variables);
	first.signal('SIGCONT');
	expect(second.exitCode).toBe(1);
	expect(second.output).toContain('Another build runs in this folder, and two would disturb each other.');
	expect(await first.ended).toBe(0);
	expect(existsSync(join(out, '_headers'))).toBe(true);
	expect(leftBeside(out)).toEqual([]);
});

/** Puts a disk of so many megabytes into the place of a folder. */
function mountDisk(folder: string, megabytes: number): void {
	mkdirSync(folder, { recursive: true });
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
}

const unmount = (folder: string): void => {
	execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
};

/** Whether this user may mount a disk: administrators alone, and on Linux. */
function mayMount(): boolean {
	const folder = mkdtempSync(join(tmpdir(), 'disk-'));
	try {
		mountDisk(folder, 1);
		unmount(folder);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe.skipIf(!mayMount())('on a disk that is full (tried where disks may be mounted)', () => {
	test.each([
		['it is built', 1],
		['it is to stand', 0],
	])('a build says so, and the last site stays: where %s', async (_where, isBuiltThere) => {
		const disk = isBuiltThere ? join(checkoutFolder(), '.astro') : temporaryFolder();
		const out = join(isBuiltThere ? temporaryFolder() : disk, 'site');
		const content = contentWith({ 'guide/page.md': guide('Old') });
		mountDisk(disk, 200);
		onTestFinished(() => {
			unmount(disk);
		});
		expectBuilt(await buildInto(out, { CONTENT_DIR: content }));
		const last = digestOf(out);
		writeFileSync(join(content, 'guide/page.md'), guide('New'));
		execFileSync('sh', ['-c', `head --bytes=199M /dev/zero > "$1/full" || true`, 'sh', disk], { stdio: 'ignore' });
		const { exitCode, output } = await buildInto(out, { CONTENT_DIR: content });
		expect([exitCode, output]).toEqual([
			1,
			expect.stringContaining('The disk is full, so the site could not be built.'),
		]);
		expect(output).not.toMatch(/^ +at /m);
		expect(digestOf(out)).toBe(last);
		rmSync(join(disk, 'full'));
		expect(leftBeside(out)).toEqual([]);
		expectBuilt(await buildInto(out, { CONTENT_DIR: content }));
		expect(digestOf(out)).not.toBe(last);
	});
});

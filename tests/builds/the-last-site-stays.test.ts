import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { filesOf } from '../site/pages.ts';
import { buildInto, contentWith, runBuild, startScript, temporaryFolder } from './build-of.ts';

const MOMENTS = 4;

const guide = (title: string, body = 'Text.') =>
	`---\ntitle: ${title}\nsummary: A page.\norder: 1\nwrittenOn: "2026-11-24"\nsources:\n  - title: A page\n    url: https://example.org/\n---\n\n${body}\n`;

/** What a built site is, to the byte. */
function digestOf(folder: string): string {
	const hash = createHash('sha256');
	for (const file of filesOf(folder)) hash.update(file).update(readFileSync(join(folder, file)));
	return hash.digest('hex');
}

/** What lies beside a built site that a build left. */
const leftBeside = (folder: string) => filesOf(dirname(folder)).filter((file) => /\.(?:building|last)\//.test(file));

test('whenever a build is killed, a whole site stands: the last one, or the new one', async () => {
	const out = join(temporaryFolder(), 'site');
	const content = contentWith({ 'guide/page.md': guide('Old') });
	const variables = { CONTENT_DIR: content, SITE_TODAY: '2026-11-24' };
	const began = performance.now();
	expect((await buildInto(out, variables)).exitCode).toBe(0);
	const duration = performance.now() - began;
	const old = digestOf(out);
	writeFileSync(join(content, 'guide/page.md'), guide('New'));
	const fresh = await runBuild(variables);
	const sites = [old, digestOf(fresh.folder)];
	expect(new Set(sites).size).toBe(2);

	for (let moment = 1; moment <= MOMENTS; moment++) {
		const { kill, ended } = startScript('build', out, variables);
		await wait((duration * moment) / MOMENTS);
		kill();
		await ended;
		expect(sites, `killed at moment ${moment}`).toContain(digestOf(out));
	}
	expect((await buildInto(out, variables)).exitCode).toBe(0);
	expect(digestOf(out)).toBe(sites[1]);
	expect(leftBeside(out)).toEqual([]);
});

test('a refused build leaves the last site as it was, and nothing beside it', async () => {
	const out = join(temporaryFolder(), 'site');
	const content = contentWith({ 'guide/page.md': guide('Page') });
	const variables = { CONTENT_DIR: content };
	expect((await buildInto(out, variables)).exitCode).toBe(0);
	const last = digestOf(out);
	for (const file of [guide('Page', '[x](/nowhere/)'), 'no entry']) {
		writeFileSync(join(content, 'guide/page.md'), file);
		const { exitCode, output } = await buildInto(out, variables);
		expect(exitCode).toBe(1);
		expect(output).toContain(`What was in ${out} before stays as it was.`);
		expect(digestOf(out)).toBe(last);
	}
	expect(existsSync(join(out, '_headers'))).toBe(true);
	expect(leftBeside(out)).toEqual([]);
});

test('of two builds at once the second says so, and the first is whole', async () => {
	const out = join(temporaryFolder(), 'site');
	const variables = { CONTENT_DIR: contentWith({ 'guide/page.md': guide('Page') }) };
	const first = startScript('build', out, variables);
	await first.said(/The content is read/);
	const second = await buildInto(out, variables);
	expect(second.exitCode).toBe(1);
	expect(second.output).toContain('Another build runs in this folder, and two would disturb each other.');
	expect(await first.ended).toBe(0);
	expect(existsSync(join(out, '_headers'))).toBe(true);
	expect(leftBeside(out)).toEqual([]);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { beginBuild, changeOver, settle } from '../../src/build/change-over.ts';
import { temporaryFolder, writeFiles } from '../local/forms/form-site.ts';

/** A folder with these files, as long as the test lasts. */
function folderWith(files: Record<string, string>): string {
	const folder = temporaryFolder('change-over');
	writeFiles(folder, files);
	return folder;
}

const begin = (folder: string, out: string, kept: string[] = []) => {
	beginBuild(join(folder, '.astro/build.lock'), join(folder, out), kept);
};

const siteIn = (folder: string) =>
	Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
	);

test('a new site takes the place of the last one, and nothing of either is left beside it', () => {
	const folder = folderWith({ 'dist/index.html': 'old', 'dist/gone.html': 'old', 'dist.building/index.html': 'new' });
	changeOver(join(folder, 'dist.building'), join(folder, 'dist'));
	expect(readdirSync(folder)).toEqual(['dist']);
	expect(siteIn(join(folder, 'dist'))).toEqual({ 'index.html': 'new' });
});

test('a first site needs none before it', () => {
	const folder = folderWith({ 'dist.building/index.html': 'new' });
	changeOver(join(folder, 'dist.building'), join(folder, 'dist'));
	expect(siteIn(folder)).toEqual({ 'index.html': 'new' });
});

test('a repository in the folder stays there, for those who publish by git from it', () => {
	const folder = folderWith({ 'dist/index.html': 'old', 'dist/.git/HEAD': 'x', 'dist.building/index.html': 'new' });
	changeOver(join(folder, 'dist.building'), join(folder, 'dist'));
	expect(siteIn(join(folder, 'dist'))).toEqual({ 'index.html': 'new', HEAD: 'x' });
});

/** What a build leaves that is killed while it changes over, and which site must stand afterwards. */
const killed: [string, Record<string, string>, string][] = [
	['after the last site was moved away', { 'dist.last/index.html': 'old', 'dist.building/index.html': 'new' }, 'old'],
	['before the last site was removed', { 'dist.last/index.html': 'old', 'dist/index.html': 'new' }, 'new'],
	['while the last site was removed', { 'dist.last/x.html': 'old', 'dist/index.html': 'new' }, 'new'],
];

test.each(killed)('a build that was killed %s leaves a whole site', (_when, files, site) => {
	const folder = folderWith(files);
	settle(join(folder, 'dist'));
	expect(siteIn(join(folder, 'dist'))).toEqual({ 'index.html': site });
	expect(existsSync(join(folder, 'dist.last'))).toBe(false);
});

test('a site whose place cannot be taken leaves the last one, and says why', () => {
	const folder = folderWith({ 'dist/index.html': 'old' });
	expect(() => {
		changeOver(join(folder, 'dist.building'), join(folder, 'dist'));
	}).toThrow(/^The new site cannot take the place of .*dist.* \(ENOENT\)\. Close what uses that folder/);
	expect(siteIn(join(folder, 'dist'))).toEqual({ 'index.html': 'old' });
});

/** Folders that no build may replace. */
const others: [string, Record<string, string>, string, string[]][] = [
	['a folder with other things', { 'notes/todo.txt': '' }, 'notes', []],
	['the project', { 'index.html': '', 'package.json': '' }, '.', ['.']],
	['a folder that the content lies in', { 'all/index.html': '', 'all/content/x.md': '' }, 'all', ['all/content']],
];

test.each(others)('a build never replaces %s', (_what, files, out, kept) => {
	const folder = folderWith(files);
	expect(() => {
		begin(
			folder,
			out,
			kept.map((path) => join(folder, path)),
		);
	}).toThrow('a build replaces the whole folder, and this one holds something else');
});

test.each([
	['an empty folder', {}],
	['a site', { 'dist/index.html': '' }],
	['a site that an older build left broken', { 'dist/_astro/x.js': '' }],
	['a repository alone', { 'dist/.git/HEAD': '' }],
])('a build may replace %s', (_what, files) => {
	begin(folderWith(files), 'dist');
});

test('a second build at the same time says so and changes nothing; once the first has died, it goes on', async () => {
	const folder = folderWith({ 'dist/index.html': 'old' });
	const lock = join(folder, '.astro/build.lock');
	const first = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
	onTestFinished(() => void first.kill('SIGKILL'));
	writeFiles(folder, { '.astro/build.lock': String(first.pid) });
	const second = () => {
		begin(folder, 'dist');
	};
	expect(second).toThrow(
		`Another build runs in this folder, and two would disturb each other. Wait until it is done, or remove ${lock} if there is none.`,
	);
	first.kill('SIGKILL');
	await once(first, 'exit');
	expect(second).not.toThrow();
	expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
});

test('a lock from before the machine started keeps nobody out, whoever has its number now', () => {
	const folder = folderWith({ '.astro/build.lock': String(process.ppid) });
	utimesSync(join(folder, '.astro/build.lock'), 0, 0);
	begin(folder, 'dist');
	expect(readFileSync(join(folder, '.astro/build.lock'), 'utf8')).toBe(String(process.pid));
});

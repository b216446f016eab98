import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '../../src/files/content-history.ts';
import { fileOf, type Fields } from '../entries.ts';

let folder: string;
const inFolder = (name: string) => join(folder, name);
const git = (cwd: string, ...args: string[]) =>
	execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd, stdio: 'pipe' });

function write(repository: string, file: string, changes: Fields, body = 'A text.') {
	mkdirSync(join(repository, 'content/clusters'), { recursive: true });
	writeFileSync(join(repository, 'content/clusters', file), fileOf('clusters', changes, body));
}

/** Commits all that is there, at a time. */
function commit(repository: string, at: string) {
	git(repository, 'add', '-A');
	execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'x'], {
		cwd: repository,
		env: { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at },
	});
}

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'history-'));
	const repository = inFolder('whole');
	mkdirSync(repository);
	git(repository, 'init', '-q', '-b', 'main');
	write(repository, 'one.md', { founded: 2010 });
	commit(repository, '2027-03-01T10:00:00Z');
	write(repository, 'one.md', { founded: 2011 });
	commit(repository, '2027-03-02T08:00:00Z');
	write(repository, 'one.md', { founded: 2012 });
	write(repository, 'unreadable.md', {});
	writeFileSync(join(repository, 'content/clusters/unreadable.md'), '---\n[\n---\n');
	commit(repository, '2027-03-02T22:59:00Z');
	git(repository, 'mv', 'content/clusters/one.md', 'content/clusters/two.md');
	// After midnight in Brussels, though not where the commit was made.
	commit(repository, '2027-03-02T23:30:00Z');
	git(folder, 'clone', '-q', '--depth=2', `file://${repository}`, 'shallow');
	mkdirSync(inFolder('none/content'), { recursive: true });
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

const readIn = (name: string) => readHistory(inFolder(`${name}/content`), ['clusters']);
const told = (name: string) =>
	(readIn(name).changes.get('clusters/two.md') ?? []).map(({ on, before, after }) => [
		on,
		before?.fields['founded'],
		after.fields['founded'],
	]);

test('each day of a file counts once, in Brussels, also under its former name', () => {
	expect(told('whole')).toEqual([
		['2027-03-03', 2012, 2012],
		['2027-03-02', 2010, 2012],
		['2027-03-01', undefined, 2010],
	]);
	expect(readIn('whole').since).toBe('2027-03-01');
});

test('a file that could not be read has no history', () => {
	expect(readIn('whole').changes.get('clusters/unreadable.md')).toEqual([]);
});

test('the oldest commit of a clone without all history says nothing', () => {
	expect(told('shallow')).toEqual([['2027-03-03', 2012, 2012]]);
	expect(readIn('shallow').since).toBe('2027-03-02');
});

test('where there is no git there is no history', () => {
	expect(readIn('none')).toEqual({ since: undefined, changes: new Map() });
});

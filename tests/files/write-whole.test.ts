import {
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isDiskFull } from '../../src/files/disk-full.ts';
import { removeUnfinished, writeWhole } from '../../src/files/write-whole.ts';

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'whole-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

test('files are written, with nothing left beside them', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'old.md'), 'old');
	await writeWhole([
		{ path: join(folder, 'old.md'), content: 'Łódź' },
		{ path: join(folder, 'new.png'), content: Buffer.from([1, 2]) },
	]);
	expect(readdirSync(folder)).toEqual(['new.png', 'old.md']);
	expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('Łódź');
	expect([...readFileSync(join(folder, 'new.png'))]).toEqual([1, 2]);
});

test('if one of them cannot be written, none is changed', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'old.md'), 'old');
	const files = [join(folder, 'old.md'), join(folder, 'no-folder/new.md')].map((path) => ({ path, content: 'new' }));
	await expect(writeWhole(files)).rejects.toThrow('ENOENT');
	expect(readdirSync(folder)).toEqual(['old.md']);
	expect(readFileSync(join(folder, 'old.md'), 'utf8')).toBe('old');
});

test('who may read a file stays as it was, and a link stays a link', async () => {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'inner'));
	writeFileSync(join(folder, 'inner/file.md'), 'old', { mode: 0o640 });
	symlinkSync('inner/file.md', join(folder, 'link.md'));
	await writeWhole([{ path: join(folder, 'link.md'), content: 'new' }]);
	expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
	expect(readFileSync(join(folder, 'inner/file.md'), 'utf8')).toBe('new');
	expect(statSync(join(folder, 'inner/file.md')).mode & 0o777).toBe(0o640);
});

test('what a killed process had begun goes, once nobody can be writing it', () => {
	const folder = temporaryFolder();
	for (const name of ['.old.md.7.unfinished', '.now.md.8.unfinished']) writeFileSync(join(folder, name), 'ha');
	utimesSync(join(folder, '.old.md.7.unfinished'), 0, 0);
	removeUnfinished(folder);
	expect(readdirSync(folder)).toEqual(['.now.md.8.unfinished']);
});

const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each([
	[coded('ENOSPC'), true],
	[coded('EDQUOT'), true],
	[new Error('git hash-object failed: No space left on device'), true],
	[new Error('The build stopped', { cause: coded('ENOSPC') }), true],
	[coded('ENOENT'), false],
	['ENOSPC', false],
])('whether %s says that the disk is full: %s', (error, isFull) => {
	expect(isDiskFull(error)).toBe(isFull);
});

import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderIn, safeOutFolder } from '../../src/files/folders.ts';

test.each([
	['nothing', undefined],
	['an empty text', ''],
])('a variable that says %s names the folder of this project', (_what, value) => {
	vi.stubEnv('SOME_DIR', value);
	expect(folderIn('SOME_DIR', 'standard')).toBe(join(process.cwd(), 'standard'));
	vi.unstubAllEnvs();
});

test.each([
	['this folder', process.cwd()],
	['the one around it', dirname(process.cwd())],
	['the root', '/'],
])('a build does not empty %s', (_what, folder) => {
	expect(() => safeOutFolder(folder)).toThrow(`OUT_DIR is ${folder}, which a build would empty`);
});

test.each([join(process.cwd(), 'dist'), join(process.cwd(), '..site'), join(tmpdir(), 'site')])(
	'a site may be built into %s',
	(folder) => {
		expect(safeOutFolder(folder)).toBe(folder);
	},
);

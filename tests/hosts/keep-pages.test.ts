import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { LAST_BUILD_FOLDER } from '../../src/files/last-build.ts';
import * as plugin from '../../src/hosts/keep-pages/index.js';

test('Netlify brings back what a build left, and keeps it afterwards', async () => {
	const done: string[] = [];
	const note = (what: string) => (folders: string[]) => {
		done.push(...folders.map((folder) => `${what} ${folder}`));
		return Promise.resolve(true);
	};
	const utils = { cache: { restore: note('restore'), save: note('save') } };
	await plugin.onPreBuild({ utils });
	await plugin.onPostBuild({ utils });
	const left = relative('.', LAST_BUILD_FOLDER);
	expect(done).toEqual(expect.arrayContaining([`restore ${left}`, `save ${left}`]));
});

test('netlify.toml names the folder of the plugin', () => {
	const [, folder = ''] = /^\[\[plugins\]\]\npackage = "\/([^"]+)"$/m.exec(readFileSync('netlify.toml', 'utf8')) ?? [];
	expect(['index.js', 'manifest.yml'].map((file) => existsSync(`${folder}/${file}`))).toEqual([true, true]);
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesOf } from '../site/pages.ts';
import { checkoutFolder, runBuild } from './build-of.ts';

const digestsOf = (folder: string) =>
	filesOf(folder).map(
		(file) =>
			`${file} ${createHash('sha256')
				.update(readFileSync(join(folder, file)))
				.digest('hex')}`,
	);

test('two builds of the same content are the same to the byte, in another folder and time zone', async () => {
	// Pages tell what git knows of them, so both have the same history.
	if (existsSync('.git')) {
		const history = execFileSync('git', ['rev-parse', '--absolute-git-dir'], { encoding: 'utf8' });
		writeFileSync(join(checkoutFolder(), '.git'), `gitdir: ${history}`);
	}
	const { exitCode, folder } = await runBuild({
		TZ: 'Pacific/Auckland',
		LANG: 'de_DE.UTF-8',
		SITE_TODAY: inject('siteDay'),
		EDITOR_PAGE: 'on',
		SHARE_CARDS: 'on',
	});
	expect(exitCode).toBe(0);
	expect(digestsOf(folder)).toEqual(digestsOf(inject('siteFolder')));
});

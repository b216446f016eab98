import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitIn } from '../repository.ts';
import { desks } from './desk.ts';
import { temporaryFolder } from './form-site.ts';

const useDesk = desks();

test('clusters of another directory wait on the board with their source, once, and nothing is published', () => {
	const { root, folder } = useDesk();
	const git = gitIn(root);
	const file = join(temporaryFolder('others'), 'others.json');
	writeFileSync(
		file,
		JSON.stringify([{ linked_schemas: ['organizations_schema-v1.0.0'], name: 'Mill Works', country_iso_3166: 'PT' }]),
	);
	const run = (mode: string, ...options: string[]) => {
		const { stdout, stderr, status } = spawnSync(
			process.execPath,
			['src/local/import-table.ts', file, '--from=https://map.example.org/', ...options],
			{
				env: { ...process.env, CONTENT_DIR: join(root, 'content'), SUBMISSIONS_DIR: folder, CMS_MODE: mode },
				encoding: 'utf8',
			},
		);
		return { status, output: stdout + stderr };
	};
	const published = git('rev-parse', 'main');
	expect(run('git').output).toContain('Nothing was made');
	expect(run('fs', '--write')).toMatchObject({
		status: 1,
		output: expect.stringContaining('put CMS_MODE=git before') as string,
	});
	expect(git('branch', '--list', 'cms/*')).toBe('');
	expect(run('git', '--write').output).toContain('1 draft on the board now');
	expect(git('show', 'cms/clusters/mill-works:content/clusters/mill-works.md')).toContain(
		'url: https://map.example.org/',
	);
	expect(git('rev-parse', 'main')).toBe(published);
	expect(run('git', '--write').output).toContain('0 drafts on the board now, 1 were brought before');
});

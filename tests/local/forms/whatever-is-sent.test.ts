import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEntryFile } from '../../../src/files/entry-file.ts';
import { correction, desks, MARKED, proposal } from './desk.ts';

const useDesk = desks();

describe('whatever is sent', { timeout: 120_000 }, () => {
	const large = 'x'.repeat(1_000_000);
	const hostile: [string, string, Record<string, string | string[]>, 'draft' | 'note'][] = [
		['an end of the fields', 'proposal', { ...proposal, summary: 'a\n---\nevil: true\n---\n<script>' }, 'draft'],
		['code in the fields', 'proposal', { ...proposal, name: '---js\nmodule.exports = 1' }, 'draft'],
		['a script', 'proposal', { ...proposal, name: '<script>alert(1)</script>' }, 'draft'],
		['a path', 'proposal', { ...proposal, name: '../../.git/config' }, 'draft'],
		['an option of git', 'proposal', { ...proposal, name: '--upload-pack=x' }, 'draft'],
		['another script alone', 'proposal', { ...proposal, name: '社会' }, 'draft'],
		['a trailer of another submission', 'proposal', { ...proposal, name: 'A\n\nSubmission: x' }, 'draft'],
		['a megabyte', 'proposal', { ...proposal, summary: large }, 'note'],
		['a megabyte of lines', 'proposal', { ...proposal, name: 'x\n'.repeat(500_000) }, 'note'],
		['a field that is none', 'proposal', { ...proposal, aliases: ['hub'] }, 'note'],
		['a list in place of a text', 'proposal', { ...proposal, name: ['a', 'b'] }, 'note'],
		['an address that runs code', 'proposal', { ...proposal, source: 'javascript:alert(1)' }, 'note'],
		['signs that nobody sees', 'proposal', { ...proposal, name: 'a\u0007b' }, 'note'],
		['a path for a profile', 'correction', { ...correction, cluster: '../../.git/config' }, 'note'],
		['a profile that is not there', 'correction', { ...correction, cluster: 'nowhere' }, 'note'],
		['a fact that nobody corrects', 'correction', { ...correction, field: 'check' }, 'note'],
		['a value that the fact cannot have', 'correction', { ...correction, proposed: 'long ago' }, 'note'],
		['a script for a name', 'correction', { ...correction, field: 'name', proposed: '<script>' }, 'draft'],
	];

	test.each(hostile)('%s becomes a draft or a note, never both', async (_description, form, data, outcome) => {
		const { open, send, branches, namesIn, git, ask } = useDesk();
		const sent = await send(form, data);
		expect(await open().bring(sent)).toBe(outcome);
		const drafts = branches().filter((branch) => branch !== 'main');
		expect([drafts.length, namesIn('drafts').length, namesIn('notes').length]).toEqual(
			outcome === 'draft' ? [1, 1, 0] : [0, 0, 1],
		);
		expect(git('status', '--porcelain', '--branch')).toBe('## main');
		for (const draft of drafts) {
			const paths = git('diff', '--name-only', `main...${draft}`).split('\n');
			expect(paths).toEqual([expect.stringMatching(/^content\/clusters\/[a-z0-9-]+\.md$/)]);
			const { data: fields } = readEntryFile('clusters', git('show', `${draft}:${paths[0] ?? ''}`));
			expect(Object.keys(fields ?? {})).not.toContain('evil');
		}
		expect(await ask('unpublishedEntries')).toEqual(drafts.map((draft) => draft.replace('cms/', '')));
		expect(await open().bring(sent)).toBe('known');
	});

	test('no address of a sender gets into the repository, the notes or their titles', async () => {
		const { root, open, send, git, textsIn } = useDesk();
		const { bring } = open();
		for (const [, form, data] of hostile.filter(([, , sent]) => 'email' in sent)) await bring(await send(form, data));
		await bring(await send('correction', { ...correction, email: `${MARKED} and more` }));
		const objects = git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)').split('\n');
		const found = objects.filter((object) => git('cat-file', '-p', object).includes(MARKED));
		expect(objects.length).toBeGreaterThan(20);
		expect(found).toEqual([]);
		expect(textsIn('notes').filter((text) => text.includes(MARKED))).toEqual([]);
		const inGit = readdirSync(join(root, '.git'), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('/objects'))
			.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(MARKED));
		expect(inGit).toEqual([]);
	});
});

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentEdits } from '../../../src/local/editing/content-edits.ts';
import { temporaryFolder, writeFiles } from '../forms/form-site.ts';
import { commitAll, repositories } from '../repository.ts';

const HUB = 'content/clusters/hub.md';
const MOVED = 'content/clusters/moved.md';
const hub = (founded: number) => `---\nname: Łódź\nfounded: ${founded}\n---\n`;

const repository = repositories({ [HUB]: hub(2016), 'content/clusters/other.md': hub(1900) });

const ask = (root: string, mode: 'fs' | 'git', params: object) =>
	contentEdits({ folder: join(root, 'content'), mode }).alone((act) =>
		act({ action: 'entryVersions', params: { ...params } }),
	);

const textsIn = ({ body }: { body: unknown }) => (body as { text: string }[]).map(({ text }) => text);

test.each(['fs', 'git'] as const)(
	'in mode %s git tells the versions of a file, also from before it moved',
	async (mode) => {
		const { root, git } = repository();
		writeFileSync(join(root, HUB), hub(2017));
		commitAll(git, 'Change it');
		git('mv', HUB, MOVED);
		writeFileSync(join(root, MOVED), hub(2018));
		commitAll(git, 'Move it');
		writeFiles(root, { 'content/clusters/other.md': hub(1901) });
		commitAll(git, 'Another one');
		writeFileSync(join(root, MOVED), hub(2019));
		const answer = await ask(root, mode, { paths: [MOVED, HUB] });
		expect(textsIn(answer)).toEqual([hub(2018), hub(2017), hub(2016)]);
		expect(answer.body).toMatchObject([{ by: 'An editor' }, {}, { id: git('rev-list', '--max-parents=0', 'HEAD') }]);
		const from = git('rev-parse', 'HEAD~2');
		expect(textsIn(await ask(root, mode, { paths: [MOVED, HUB], from }))).toEqual([hub(2017), hub(2016)]);
	},
);

test('a version that took the file away is empty', async () => {
	const { root, git } = repository();
	rmSync(join(root, HUB));
	commitAll(git, 'Delete it');
	expect(textsIn(await ask(root, 'fs', { paths: [HUB] }))).toEqual(['', hub(2016)]);
});

test('without git it is said who knows versions', async () => {
	const root = temporaryFolder('no-git');
	writeFiles(root, { [HUB]: hub(2016) });
	await expect(ask(root, 'fs', { paths: [HUB] })).rejects.toThrow('Nobody knows earlier versions here');
});

test.each([
	['a path outside content', { paths: ['../secret.md'] }, 'is not a path in content/'],
	['what is no commit', { paths: [HUB], from: '--output=x' }, 'is no commit'],
])('%s is refused', async (_what, params, sentence) => {
	await expect(ask(repository().root, 'fs', params)).rejects.toThrow(sentence);
});

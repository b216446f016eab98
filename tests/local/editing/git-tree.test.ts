import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesChangedBy } from '../../../src/local/editing/git-tree.ts';
import { writeFiles } from '../forms/form-site.ts';
import { commitAll, gitIn, startRepository } from '../repository.ts';

const HUB = 'content/clusters/hub.md';
const OTHER = 'content/clusters/other.md';
const NEW = 'content/clusters/new.md';
const ODD = 'content/clusters/Łódź "hub" \n.md';

const root = mkdtempSync(join(tmpdir(), 'tree-'));
const git = gitIn(root);
const remove = (path: string) => {
	rmSync(join(root, path));
};

const drafts: [name: string, change: () => void][] = [
	[
		'hub',
		() => {
			writeFiles(root, { [HUB]: 'Draft' });
		},
	],
	[
		'new',
		() => {
			writeFiles(root, { [NEW]: 'New' });
		},
	],
	[
		'gone',
		() => {
			remove(OTHER);
		},
	],
	[
		'renamed',
		() => {
			renameSync(join(root, HUB), join(root, NEW));
		},
	],
	[
		'same',
		() => {
			writeFiles(root, { [OTHER]: 'Published' });
		},
	],
	[
		'half',
		() => {
			writeFiles(root, { [HUB]: 'Draft', [OTHER]: 'Published' });
		},
	],
	[
		'odd',
		() => {
			writeFiles(root, { [ODD]: 'Odd' });
		},
	],
];

beforeAll(() => {
	writeFiles(root, { [HUB]: 'A text of some length.', [OTHER]: 'Another text.' });
	startRepository(root);
	git('branch', 'cms/clusters/nothing');
	for (const [name, change] of drafts) {
		git('switch', '--quiet', '--create', `cms/clusters/${name}`, 'main');
		change();
		commitAll(git, name);
	}
	git('switch', '--quiet', 'main');
	writeFiles(root, { 'content/receipts/a.yaml': 'A receipt', [OTHER]: 'Published' });
	commitAll(git, 'Publish');
});
afterAll(() => {
	rmSync(root, { recursive: true, force: true });
});

describe('a draft, after a receipt and a profile were published by others,', () => {
	test.each<[description: string, draft: string, files: string[]]>([
		['that changed a file has that one', 'hub', [HUB]],
		['that added a file has that one', 'new', [NEW]],
		['that removed a file has that one, though it was changed since', 'gone', [OTHER]],
		['that renamed a file has both names', 'renamed', [HUB, NEW]],
		['that says what was published by other ways has none', 'same', []],
		['of which a part was published by other ways has the rest', 'half', [HUB]],
		['that changed nothing has none', 'nothing', []],
		['with an odd name of a file has that one', 'odd', [ODD]],
		['that is not there has none', 'nowhere', []],
	])('%s', async (_description, draft, files) => {
		expect([...(await filesChangedBy(root, `cms/clusters/${draft}`, 'main'))]).toEqual(files);
	});
});

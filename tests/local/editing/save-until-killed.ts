// Saves an entry over and over, as the editor does, until it is killed: `node save-until-killed.ts folder mode size`.
import { join } from 'node:path';
import { contentEdits } from '../../../src/local/editing/content-edits.ts';

const [root = '', mode = '', size = ''] = process.argv.slice(2);
const edits = contentEdits({ folder: join(root, 'content'), mode: mode === 'git' ? 'git' : 'fs' });
const [path, slug] = ['content/clusters/hub.md', 'hub'];
const picture = { path: 'content/assets/hub.png', content: 'eA==', encoding: 'base64' };

console.log('begins');
for (let round = 0; ; round++) {
	const raw = `${String(round % 10).repeat(Number(size))}\n`;
	const useWorkflow = mode === 'git';
	await edits.alone(async (act) => {
		const ask = (action: string, params: Record<string, unknown>) =>
			act({ action, params: { branch: 'main', collection: 'clusters', slug, ...params } });
		await ask('persistEntry', {
			dataFiles: [{ slug, path, raw }],
			assets: round % 2 === 0 ? [picture] : [],
			options: { collectionName: 'clusters', commitMessage: `Save ${round}`, useWorkflow, status: 'draft' },
		});
		if (!useWorkflow) return;
		await ask('unpublishedEntry', {});
		await ask('unpublishedEntryDataFile', { id: `clusters/${slug}`, path });
		if (round % 3 === 2) await ask('publishUnpublishedEntry', {});
	});
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { brusselsToday } from '../../../src/formats/brussels-days.ts';
import { draftWaits } from './board.ts';
import { useEditor } from './editor.ts';

const patient = { timeout: 30_000 };

const proposal = `---
name: Olive Grove
country: PT
sources:
  - title: olive.example
    url: https://olive.example/
    supports: [name, country]
proposedBy: A network
---
`;

const RECEIPT = 'content/receipts/2026-11-20-0123456789ab.yaml';
const receipt = 'reference: oak-tree\nkind: proposal\nreceivedOn: 2026-11-20\nstate: received\n';

describe('where drafts are kept', () => {
	const { desk, withEditor } = useEditor(inject('siteFolder'), 'git', { [RECEIPT]: receipt });

	test('the first page and the board say what waits: proposal or correction, and what it changes', async () => {
		draftWaits(desk(), 'olive-grove', proposal);
		const published = desk().read('content/clusters/bluecity.md');
		const founded = /^founded: .*$/m.exec(published)?.[0];
		expect(founded).toBeDefined();
		const line = `corrections:\n  - on: ${brusselsToday()}\n    field: founded\n    from: "2015"\n    to: "2001"\n---\n\n`;
		draftWaits(desk(), 'bluecity', published.replace(String(founded), 'founded: 2001').replace(/---\n\n/, line));
		await withEditor('/start', async (page) => {
			const main = page.getByRole('main');
			await main.getByRole('link', { name: 'Olive Grove: Proposal from A network' }).waitFor(patient);
			await main.getByText('draft · not checked yet · unfinished: 4 to mend · today').waitFor();
			await main.getByRole('link', { name: 'BlueCity: Correction: Founded 2015 → 2001' }).click();
			await page.getByText('1 change to what is published').waitFor();
			await page.getByText(`Founded: ${String(founded).slice('founded: '.length)} → 2001`).waitFor();
		});
		await withEditor('/workflow', async (page) => {
			const card = page.locator('[class*="-WorkflowCardContainer"]');
			await card
				.filter({ hasText: 'Proposal from A network' })
				.getByText('Not checked yet', { exact: true })
				.waitFor(patient);
			await card
				.filter({ hasText: 'Correction: Founded 2015 → 2001' })
				.getByText(`Founded: ${String(founded).slice('founded: '.length)} → 2001`)
				.waitFor();
		});
	});
});

describe('a proposal that is not taken up', () => {
	const { desk, withEditor } = useEditor(inject('siteFolder'), 'git', { [RECEIPT]: receipt });

	test('is thrown away with a reason, which the reference of its sender then shows', async () => {
		draftWaits(desk(), 'olive-grove', proposal);
		await withEditor('/collections/clusters/entries/olive-grove', async (page, { git, read }) => {
			await page.getByRole('button', { name: 'Delete unpublished entry' }).click(patient);
			const dialog = page.getByRole('dialog').filter({ hasText: 'Throw this draft away' });
			expect(await dialog.getByLabel('Reference').innerText()).toContain('oak-tree, received on 20 November 2026');
			await dialog.getByRole('button', { name: 'Throw away' }).click();
			await dialog.getByRole('alert').getByText('Reason is missing.').waitFor();
			await dialog.getByLabel('Reason').fill('It works alone, without other organisations.');
			await dialog.getByRole('button', { name: 'Throw away' }).click();
			await expect.poll(() => git('branch', '--format=%(refname:short)'), patient).toBe('main');
			expect(read(RECEIPT)).toBe(
				receipt.replace(
					'state: received\n',
					`state: not-taken\nchangedOn: "${brusselsToday()}"\nreason: It works alone, without other organisations.\n`,
				),
			);
		});
	});
});

describe('where saving publishes', () => {
	const { withEditor } = useEditor(inject('siteFolder'), 'fs', {
		'content/terms/broken.yaml': 'term: broken\nlanguage: fr\n',
	});

	test('the first page shows what was sent and could not become a draft', async () => {
		await withEditor('/collections/clusters', async (page, { submissions }) => {
			mkdirSync(join(submissions, 'notes'), { recursive: true });
			writeFileSync(join(submissions, 'notes/x.txt'), 'A correction that names no page\n\nSent for “Founded”: 2016\n');
			await page.goto(page.url().replace(/#.*/, '#/start'));
			await page.getByRole('heading', { name: 'Sent, to be put in by hand' }).waitFor(patient);
			await page.getByText('Sent for “Founded”: 2016').waitFor();
		});
	});

	test('the first page says why the last build on this machine failed, with the entry', async () => {
		const failure = {
			words: '',
			entries: [{ file: 'terms/broken.yaml', sentence: 'Concept is missing. Fill it in.' }],
		};
		await withEditor('/collections/clusters', async (page) => {
			await page.route('**/api/v1', async (route) => {
				if (route.request().method() !== 'GET') return route.fallback();
				return route.fulfill({ json: { local: true, mode: 'fs', failure } });
			});
			await page.goto(page.url().replace(/#.*/, '#/start'));
			const section = page.locator('section', { hasText: 'The last build did not go through' });
			await section.getByText('Concept is missing. Fill it in.').waitFor(patient);
			expect(await section.getByRole('link', { name: 'Words: broken' }).getAttribute('href')).toBe(
				'#/collections/terms/entries/broken',
			);
		});
	});

	test('the first page names what will stop the next build, with what is wrong', async () => {
		await withEditor('/start', async (page) => {
			await page.getByText('The next build will stop: 1 entry must be mended first.').waitFor(patient);
			await page.getByText('Concept is missing. Fill it in.').waitFor();
			await page.getByRole('link', { name: 'Words: broken' }).click();
			await page.locator('input[id^="term-field"]').waitFor();
		});
	});

	test('words of a text lead to the form of the entry that has them', async () => {
		await withEditor('/start', async (page) => {
			await page.getByLabel('Find in names, places and texts').fill('swimming pool Rotterdam');
			await page.getByRole('button', { name: 'Find' }).click();
			await page.getByRole('link', { name: 'BlueCity' }).click(patient);
			await page.locator('input[id^="name-field"]').first().waitFor();
		});
	});
});

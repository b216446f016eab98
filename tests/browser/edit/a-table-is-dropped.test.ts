import { csvFormatRows, csvParseRows } from 'd3-dsv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { Desk } from './desk.ts';
import { useEditor } from './editor.ts';

const { withEditor } = useEditor(inject('siteFolder'), 'git');

/** The table that the site published, with cells of the row of a profile changed. */
function tableWith(slug: string, cells: Record<string, string>): Buffer {
	const [head = [], ...rows] = csvParseRows(
		readFileSync(join(inject('siteFolder'), 'data/clusters.csv'), 'utf8').slice(1),
	);
	const changed = rows.map((row) => (row[0] === slug ? row.map((cell, at) => cells[head[at] ?? ''] ?? cell) : row));
	return Buffer.from(csvFormatRows([head.with(0, 'slug'), ...changed]));
}

async function give(page: Page, buffer: Buffer): Promise<void> {
	await page.getByText('Bring in a spreadsheet').click();
	await page
		.getByLabel('Table', { exact: true })
		.setInputFiles({ name: 'clusters (1).csv', mimeType: 'text/csv', buffer });
}

const draftsOf = ({ git }: Desk) => git('branch', '--list', '--format=%(refname:short)', 'cms/*');

test('a table shows what it would change, field by field, and makes drafts when it is told to', async () => {
	await withEditor('/start', async (page, desk) => {
		const published = desk.git('rev-parse', 'main');
		await give(page, tableWith('act-group', { founded: '2014' }));
		await page.getByText('Founded: 2013 → 2014').waitFor();
		expect(await page.locator('.table-drop h3').allInnerTexts()).toEqual(['act-group']);
		expect(draftsOf(desk)).toBe('');
		await page.getByRole('button', { name: 'Make 1 draft' }).click();
		await page.getByText('act-group: a draft waits on the board.').waitFor({ timeout: 30_000 });
		expect(draftsOf(desk)).toBe('cms/clusters/act-group');
		const before = desk.read('content/clusters/act-group.md', 'main');
		expect(desk.read('content/clusters/act-group.md', 'cms/clusters/act-group')).toBe(
			before.replace('founded: 2013', 'founded: 2014'),
		);
		expect(desk.git('rev-parse', 'main')).toBe(published);
		await page.getByRole('link', { name: 'Open the board' }).click();
		await page.locator('.draft-facts').getByText('Founded: 2013 → 2014').waitFor({ timeout: 30_000 });
	});
});

test('what the forms refuse is refused by row, and nothing can be made', async () => {
	await withEditor('/start', async (page) => {
		await give(page, tableWith('bluecity', { founded: 'long ago' }));
		await page.getByText('Nothing can be made of this table').waitFor();
		expect(await page.locator('.table-drop').innerText()).toMatch(/clusters \(1\)\.csv:\d+.*founded/);
		expect(await page.getByRole('button', { name: /^Make/ }).count()).toBe(0);
	});
});

import { expect, inject, test } from 'vitest';
import { readEntryFile } from '../../../src/files/entry-file.ts';
import { brusselsToday } from '../../../src/formats/brussels-days.ts';
import { formatDate } from '../../../src/formats/date.ts';
import { violationsOn } from '../axe.ts';
import { draftWaits } from './board.ts';
import { useEditor } from './editor.ts';

const FILE = 'content/clusters/bluecity.md';
const patient = { timeout: 30_000 };

const { desk, withEditor } = useEditor(inject('siteFolder'), 'git');

test('a correction is published once its form says on which sources it rests, and the old one is off the fact', async () => {
	const published = desk().read(FILE);
	expect(published).toMatch(/^founded: /m);
	const line = `corrections:\n  - on: ${brusselsToday()}\n    field: founded\n    from: "2015"\n    to: "2001"\n`;
	const added = '  - title: The register\n    url: https://register.example/\n    supports: [founded]\n';
	const corrected = published
		.replace(/^founded: .*$/m, 'founded: 2001')
		.replace(/^sources:\n/m, (sources) => sources + added)
		.replace(/---\n\n/, `${line}---\n\n`);
	draftWaits(desk(), 'bluecity', corrected, 'pending_publish');
	await withEditor('/workflow', async (page, { git }) => {
		const card = page.locator('[class*="-WorkflowCardContainer"]').filter({ hasText: 'BlueCity' });
		await card.hover(patient);
		await card.getByRole('button', { name: /^Publish/ }).click();
		await page.getByText('Founded was corrected (2015 → 2001). Say above its form which sources').waitFor(patient);

		await page.getByRole('heading', { name: /^BlueCity/ }).click();
		const asked = page.getByRole('group', { name: 'Founded was corrected: 2015 → 2001' });
		await asked.waitFor(patient);
		expect(await asked.getByLabel('The register').isChecked()).toBe(true);
		expect(await violationsOn(page, 'all', 'iframe')).toEqual([]);
		const old = asked.getByText('supported what stood there before');
		expect(await old.count()).toBeGreaterThan(0);
		const steps = page.getByRole('region', { name: 'Correction: Founded 2015 → 2001' });
		expect(await steps.getByRole('link').getAttribute('href')).toBe('https://register.example/');
		await page.getByText(`${formatDate(brusselsToday())} · founded`, { exact: true }).click();
		await page.getByLabel('Corrected on', { exact: true }).waitFor();
		await asked.getByRole('button', { name: 'These support Founded' }).click();
		await asked.waitFor({ state: 'detached' });
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByText('Entry saved').waitFor(patient);
		await page.getByRole('button', { name: 'Publish' }).first().click();
		await page.getByRole('menuitem', { name: 'Publish now' }).click();
		await expect.poll(() => git('branch', '--format=%(refname:short)'), patient).toBe('main');
	});
	const sources = readEntryFile('clusters', desk().read(FILE)).data?.['sources'] as { supports: string[] }[];
	expect(sources.filter(({ supports }) => supports.includes('founded'))).toEqual([
		{
			title: 'The register',
			url: 'https://register.example/',
			accessed: brusselsToday(),
			supports: ['founded'],
		},
	]);
});

import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useEditor } from './editor.ts';
import { fill } from './form.ts';
import { fullEntries } from './full-entries.ts';

const patient = { timeout: 30_000 };
const FILE = 'content/terms/half-written.yaml';
const BRANCH = 'cms/terms/half-written';
const NEW = '/collections/terms/new';

const summaryOf = (page: Page) => page.locator('.problem-summary');
const listed = (page: Page) => summaryOf(page).getByRole('listitem').allInnerTexts();
const messages = (page: Page) => page.locator('.Toastify__toast');

async function setStatus(page: Page, status: string): Promise<void> {
	await page.getByRole('button', { name: /^Status:/ }).click();
	await page.getByRole('menuitem', { name: status }).click();
	await page.getByRole('button', { name: `Status: ${status}` }).waitFor(patient);
}

async function publishNow(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Publish now' }).click();
}

describe('where saving publishes', () => {
	const { withEditor } = useEditor(inject('siteFolder'), 'fs');

	test('all that is wrong is listed at the top; the focus goes to the first, and what is mended goes', async () => {
		await withEditor(NEW, async (page) => {
			await page.locator('input[id^="term-field"]').fill('half-written');
			await publishNow(page);
			await expect
				.poll(() => listed(page), patient)
				.toEqual([
					'Language is missing. Fill it in.',
					'Concept is missing. Fill it in.',
					'Definition is missing. Fill it in.',
					'Sources is missing. Add at least one.',
				]);
			const language = page.locator('input[id^="language-field"]');
			await expect.poll(() => language.evaluate((input) => input === document.activeElement), patient).toBe(true);
			await language.fill('fr');
			await expect.poll(() => listed(page), patient).toHaveLength(3);
			await expect.poll(() => page.getByText('Language is missing.').count(), patient).toBe(0);
			await summaryOf(page).getByRole('button', { name: 'Sources is missing.' }).click();
			const sources = page.locator('label[for^="sources-field"]').locator('xpath=../..');
			await expect.poll(() => sources.evaluate((field) => field.contains(document.activeElement)), patient).toBe(true);
			expect(await sources.innerText()).toContain('Sources is missing. Add at least one.');
		});
	});

	test('whoever writes in another field at once is not led away from it', async () => {
		await withEditor(NEW, async (page) => {
			const term = page.locator('input[id^="term-field"]');
			await term.fill('half-written');
			const stays = term.evaluate(
				(input) =>
					new Promise<boolean>((resolve) => {
						const leave = () => {
							if (!document.activeElement?.id.startsWith('language-field')) return;
							document.removeEventListener('focusin', leave);
							setTimeout(() => {
								input.focus();
							});
							setTimeout(() => {
								resolve(document.activeElement === input);
							}, 400);
						};
						document.addEventListener('focusin', leave);
					}),
			);
			await publishNow(page);
			expect(await stays).toBe(true);
		});
	});

	test('a connection that is gone is told in words of a person, and what was typed stays', async () => {
		await withEditor('/collections/terms/entries/asbl', async (page) => {
			const note = page.locator('textarea[id^="definition-field"]').first();
			await note.fill('Another definition.');
			await page.context().setOffline(true);
			await publishNow(page);
			await messages(page).getByText('Not saved. You are offline.').waitFor(patient);
			expect(await note.inputValue()).toBe('Another definition.');
			await page.context().setOffline(false);
		});
	});
});

describe('where drafts are kept', () => {
	const { withEditor } = useEditor(inject('siteFolder'), 'git');

	test('a draft may be unfinished: it says what is missing, and is published when nothing is', async () => {
		await withEditor(NEW, async (page, desk) => {
			await page.locator('input[id^="term-field"]').fill('half-written');
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await page.waitForURL(/entries\/half-written$/, patient);
			expect(desk.read(FILE, BRANCH)).toBe('term: half-written\n');
			// A colleague opens it elsewhere.
			await page.reload();
			await expect.poll(() => listed(page), patient).toHaveLength(4);
			await setStatus(page, 'Ready');
			await publishNow(page);
			const language = page.locator('input[id^="language-field"]');
			await expect.poll(() => language.evaluate((input) => input === document.activeElement), patient).toBe(true);
			const whole = { ...fullEntries.terms, term: 'half-written' };
			await fill({ page, address: `${desk.address}admin/` }, 'terms', whole);
			await summaryOf(page).waitFor({ state: 'detached' });
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await messages(page).getByText('The draft is still ready, also with this change.').waitFor(patient);
			await page.getByRole('button', { name: 'Status: Ready' }).waitFor();
			await publishNow(page);
			await expect.poll(() => desk.git('branch', '--format=%(refname:short)'), patient).toBe('main');
			expect(desk.read(FILE)).toContain('term: half-written\n');
		});
	});
});

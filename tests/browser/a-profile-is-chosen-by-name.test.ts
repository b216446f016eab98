import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { countries } from '../../src/schemas/countries.ts';
import { buildInto } from '../builds/build-of.ts';
import { fileOf } from '../entries.ts';
import { keptIn } from '../local/forms/form-site.ts';
import { everyLook, FLAWLESS } from './axe.ts';
import { layDesk, type Desk } from './edit/desk.ts';
import { useDeskPages } from './on-desk.ts';

const FORM = 'have-your-say/correct/';
const { clusters } = readContent('content').entries;
const profile = (slug: string) => {
	const found = clusters.find(({ id }) => id === slug);
	if (!found) throw new Error(`There is no profile ${slug}.`);
	return found.data;
};

let desk: Desk;
beforeAll(async () => {
	desk = await layDesk(inject('siteFolder'), 'fs');
});
afterAll(() => {
	desk.close();
});
const onPage = useDeskPages(() => desk);

/** It takes the place of a list of all. */
const box = (page: Page) => page.getByRole('textbox', { name: 'Profile' });
const matches = (page: Page) => page.locator('.matches button');
const status = (page: Page) => page.locator('[data-profile-choice] [role="status"]');
const chosen = (page: Page) => page.locator('[data-profile-choice] strong');
const facts = (page: Page) => page.getByLabel('What to correct');
const present = (page: Page) => page.getByLabel('What the page says');
const factsShown = (page: Page) => facts(page).locator('option').allInnerTexts();

async function choose(page: Page, typed: string): Promise<void> {
	await box(page).fill(typed);
	await page.keyboard.press('Enter');
	await chosen(page).waitFor();
	// They come with the page of the profile.
	await expect.poll(async () => (await factsShown(page)).join()).toMatch(/Name: /);
}
const sendCorrection = (page: Page) => page.getByRole('button', { name: 'Send the correction' }).click();

describe('a profile', () => {
	test('is found by a part of its name, without its accents', async () => {
		await onPage(FORM, {}, async (page) => {
			await box(page).pressSequentially('pole lain');
			expect(await matches(page).allInnerTexts()).toEqual(['Pôle Laine du Pays de Saugues (France)']);
			expect(await status(page).innerText()).toBe('1 profile. Choose one.');
			await matches(page).click();
			expect(await chosen(page).innerText()).toBe('Pôle Laine du Pays de Saugues (France)');
			expect(await box(page).isVisible()).toBe(false);
			expect(await page.locator('[name="cluster"]').inputValue()).toBe('pole-laine-du-pays-de-saugues');
			// Whoever uses the keyboard goes on from here.
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose another');
		});
	});

	test('is looked for with every letter, and it is said how many fit', async () => {
		await onPage(FORM, {}, async (page) => {
			expect(await page.getByText('Type a part of its name.').isVisible()).toBe(true);
			expect(await status(page).innerText()).toBe('');
			await box(page).fill('e');
			expect(await matches(page).count()).toBe(8);
			expect(await status(page).innerText()).toMatch(/^The first 8 of \d+ profiles\. Type more to see fewer\.$/);
			await box(page).fill('zzzqqq');
			expect(await matches(page).count()).toBe(0);
			expect(await status(page).innerText()).toBe('No profile has this in its name.');
		});
	});

	test('brings along what its page says of each fact, and claims nothing of what it does not know', async () => {
		const { founded, place, summary, name } = profile('les-ecossolies');
		await onPage(FORM, {}, async (page) => {
			expect(await present(page).isVisible()).toBe(false);
			await choose(page, 'ecossol');
			const shown = await factsShown(page);
			for (const line of [`Founded: ${founded ?? '?'}`, `Place: ${place ?? '?'}`, `Name: ${name}`, 'Text', 'Labels']) {
				expect(shown).toContain(line);
			}
			expect(shown.find((line) => line.startsWith('Summary: '))).toContain(summary.slice(0, 50));
			await facts(page).selectOption('founded');
			expect(await present(page).inputValue()).toBe(String(founded));
			await facts(page).selectOption('summary');
			expect(await present(page).inputValue()).toBe(summary.slice(0, 200));
			await facts(page).selectOption('body');
			expect(await present(page).inputValue()).toBe('');
		});
	});

	test('says “not stated” of a fact that its page lacks', async () => {
		const lacking = clusters.find(({ data }) => data.founded === undefined);
		if (!lacking) throw new Error('Every profile has a year.');
		await onPage(`${FORM}?cluster=${lacking.id}`, {}, async (page) => {
			await expect.poll(() => factsShown(page)).toContain('Founded: not stated');
		});
	});

	test('that replaces another brings its own facts, and none of the other', async () => {
		await onPage(FORM, {}, async (page) => {
			await choose(page, 'ecossol');
			await facts(page).selectOption('place');
			expect(await present(page).inputValue()).toBe(profile('les-ecossolies').place);
			await page.getByRole('button', { name: 'Choose another' }).click();
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-cluster-typed');
			await choose(page, 'bluecity');
			expect(await facts(page).inputValue()).toBe('place');
			await expect.poll(() => present(page).inputValue()).toBe(profile('bluecity').place);
		});
	});

	test('that does not exist is refused in a sentence, and cannot be sent', async () => {
		await onPage(`${FORM}?cluster=no-such-hub&field=place`, {}, async (page) => {
			const before = keptIn(desk.submissions).length;
			expect(await status(page).innerText()).toBe('There is no profile “no-such-hub”.');
			await page.getByLabel('What it should say').fill('Riga');
			await page.getByLabel('I agree that').check();
			await sendCorrection(page);
			expect(await page.locator('[data-wrong]:visible').allInnerTexts()).toEqual(['Choose the profile']);
			await page.getByRole('link', { name: 'Choose the profile' }).click();
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-cluster-typed');
			expect(await box(page).getAttribute('aria-invalid')).toBe('true');
			expect(keptIn(desk.submissions)).toHaveLength(before);

			// The one that was chosen instead is there again with the draft.
			await choose(page, 'bluecity');
			await expect.poll(() => page.url()).toContain('cluster=bluecity');
			await page.reload();
			expect(await chosen(page).innerText()).toBe('BlueCity (Netherlands)');
			await page.getByLabel('I agree that').check();
			await sendCorrection(page);
			await page.waitForURL(/#correction$/);
			expect(keptIn(desk.submissions).at(-1)?.data).toMatchObject({ cluster: 'bluecity', proposed: 'Riga' });
		});
	});

	test('is chosen from a list of all names without script, and the browser asks for it', async () => {
		await onPage(FORM, { javaScriptEnabled: false }, async (page) => {
			const names = await page.getByLabel('Profile').locator('option').allInnerTexts();
			const expected = clusters.map(({ data }) => `${data.name} (${countries[data.country].label})`);
			expect(names.slice(1).sort()).toEqual(expected.sort());
			await page.getByLabel('What to correct').selectOption('place');
			await page.getByLabel('What it should say').fill('Riga');
			await page.getByLabel('I agree that').check();
			const before = keptIn(desk.submissions).length;
			await sendCorrection(page);
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-cluster');
			expect(page.url()).toBe(desk.address + FORM);
			expect(keptIn(desk.submissions)).toHaveLength(before);
		});
	});
});

test.each<[state: string, path: string, reach: (page: Page) => Promise<void>]>([
	['looked for', FORM, (page) => box(page).fill('eco')],
	['chosen', FORM, (page) => choose(page, 'bluecity')],
	['missing', `${FORM}?cluster=no-such-hub`, sendCorrection],
])('a profile that is %s has nothing wrong for axe in light, dark and at 320 pixels', async (_state, path, reach) => {
	await onPage(path, {}, async (page) => {
		await box(page).waitFor();
		await reach(page);
		expect(await everyLook(page)).toEqual(FLAWLESS);
	});
});

describe('with more names than a page holds', () => {
	let folder: string;
	let large: Desk;
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'many-names-'));
		const names = Array.from({ length: 301 }, (_, index) => `Hub ${index + 1}`);
		const files = names.map((name, index) => [`content/clusters/hub-${index + 1}.md`, fileOf('clusters', { name })]);
		large = await layDesk(folder, 'fs', Object.fromEntries(files) as Record<string, string>, ['site']);
		const { exitCode, output } = await buildInto(folder, { CONTENT_DIR: join(large.root, 'content') });
		if (exitCode !== 0) throw new Error(output);
	});
	afterAll(() => {
		large.close();
		rmSync(folder, { recursive: true, force: true });
	});
	const onLarge = useDeskPages(() => large);
	const fillTheRest = async (page: Page) => {
		await page.getByLabel('What to correct').selectOption('place');
		await page.getByLabel('What it should say').fill('Riga');
		await page.getByLabel('I agree that').check();
		await sendCorrection(page);
	};

	test('a profile is found in the list of names', async () => {
		await onLarge(FORM, {}, async (page) => {
			await box(page).fill('hub 301');
			await page.keyboard.press('Enter');
			expect(await chosen(page).innerText()).toBe('Hub 301');
			await fillTheRest(page);
			await page.waitForURL(/#correction$/);
		});
		expect(keptIn(large.submissions).at(-1)?.data).toMatchObject({ cluster: 'hub-301' });
	});

	test('one that does not exist is refused as well', async () => {
		for (const address of [`${FORM}?cluster=no-such-hub`, `${FORM}#draft=cluster=no-such-hub`]) {
			await onLarge(address, {}, async (page) => {
				await page.getByText('There is no profile “no-such-hub”.').waitFor();
				await fillTheRest(page);
				await page.locator('[data-wrong]').getByText('Choose the profile').waitFor();
			});
		}
	});

	test('it is named by its address without script', async () => {
		await onLarge(FORM, { javaScriptEnabled: false }, async (page) => {
			await box(page).fill(`${large.address}clusters/hub-7/`);
			await fillTheRest(page);
			await page.waitForURL(/thanks\/#correction$/);
		});
		expect(keptIn(large.submissions).at(-1)?.data).toMatchObject({ cluster: `${large.address}clusters/hub-7/` });
	});
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildInto } from '../builds/build-of.ts';
import { keptIn } from '../local/forms/form-site.ts';
import { violationsOn } from './axe.ts';
import { layDesk, type Desk } from './edit/desk.ts';
import { tabTo, useDeskPages } from './on-desk.ts';

const CALL = 'have-your-say/clusters-2027/';
/** The call that stays open. */
const STANDING = 'have-your-say/examples-and-views/';

/** “Social economy” in the official languages of the European Union. */
const languages = [
	'Социална икономика',
	'Socijalna ekonomija',
	'Sociální ekonomika',
	'Social økonomi',
	'Sociale economie',
	'Social economy',
	'Sotsiaalmajandus',
	'Yhteisötalous',
	'Économie sociale',
	'Sozialwirtschaft',
	'Κοινωνική οικονομία',
	'Szociális gazdaság',
	'Geilleagar sóisialta',
	'Economia sociale',
	'Sociālā ekonomika',
	'Socialinė ekonomika',
	'Ekonomija soċjali',
	'Gospodarka społeczna',
	'Economia social',
	'Economie socială',
	'Sociálne hospodárstvo',
	'Socialno gospodarstvo',
	'Economía social',
	'Social ekonomi',
];
const signs = ['👩🏽‍🌾🎉', 'כלכלה חברתית', 'الاقتصاد الاجتماعي', '“quotes” & <b>tags</b> 100 %', '---', '\ttab'];
const everything = [...languages, ...signs].join('\n');

let folder: string;
let desk: Desk;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'open-call-'));
	const { exitCode, output } = await buildInto(folder, { SITE_TODAY: '2027-02-01' });
	if (exitCode !== 0) throw new Error(output);
	desk = await layDesk(folder, 'fs');
});
afterAll(() => {
	desk.close();
	rmSync(folder, { recursive: true, force: true });
});
const onPage = useDeskPages(() => desk);
const last = () => keptIn(desk.submissions).at(-1);

const answer = (page: Page, id: string) => page.locator(`[name="${id}"]`);

describe('a view', () => {
	test('in every language of the Union is kept whole', async () => {
		await onPage(CALL, {}, async (page) => {
			await answer(page, 'example').fill(everything);
			await answer(page, 'potential').fill('Rooms.');
			await answer(page, 'difficult').fill('ß'.repeat(3000));
			await page.getByLabel('Training').check();
			await page.getByLabel('Shared jobs').check();
			await page.getByLabel('Better laws and rules').check();
			await page.getByLabel('I agree that').check();
			await page.getByRole('button', { name: 'Send my views' }).click();
			await page.waitForURL(/thanks\/\?reference=.*#views-clusters-2027$/);
			expect(await page.locator('#views-clusters-2027').innerText()).toContain('31 May 2027');
			expect(await page.locator('#proposal').isVisible()).toBe(false);
			expect(await page.evaluate(() => scrollY)).toBe(0);
		});
		expect(languages).toHaveLength(24);
		expect(last()).toMatchObject({
			form: 'views-clusters-2027',
			data: {
				example: everything,
				difficult: 'ß'.repeat(3000),
				'shared[]': ['Training', 'Shared jobs'],
				support: 'Better laws and rules',
			},
		});
	});

	test('is sent without script', async () => {
		await onPage(CALL, { javaScriptEnabled: false }, async (page) => {
			await answer(page, 'potential').fill(everything);
			await page.getByLabel('Joint projects').check();
			await page.getByLabel('A word of your own').fill('olive');
			await page.getByLabel('I agree that').check();
			await page.getByRole('button', { name: 'Send my views' }).click();
			await page.waitForURL(/thanks\/#views-clusters-2027$/);
			expect(await page.locator('#views-clusters-2027').innerText()).toContain('31 May 2027');
		});
		expect(last()?.data).toMatchObject({
			potential: everything.replaceAll('\n', '\r\n'),
			'shared[]': 'Joint projects',
			reference: 'olive',
		});
	});

	test('is sent by keyboard alone', async () => {
		await onPage(CALL, {}, async (page) => {
			await tabTo(page, '[name="example"]');
			await page.keyboard.type('A cluster that I know.');
			await tabTo(page, '[name="shared[]"][value="Finance"]');
			await page.keyboard.press('Space');
			await tabTo(page, '[name="potential"]');
			await page.keyboard.type('Shared rooms.');
			await tabTo(page, '[name="support"]:first-of-type[value^="Better access to finance"]');
			await page.keyboard.press('Space');
			await tabTo(page, '[name="consent"]');
			await page.keyboard.press('Space');
			await tabTo(page, '[data-hosted-form] button[type="submit"]');
			await page.keyboard.press('Enter');
			await page.waitForURL(/#views-clusters-2027$/);
		});
		expect(last()?.data).toMatchObject({
			example: 'A cluster that I know.',
			'shared[]': 'Finance',
			support: 'Better access to finance',
		});
	});
});

/** Writes to the call that stays open, and sends it. */
async function sendView(page: Page, text?: string): Promise<void> {
	await page.getByLabel('A view on clusters').check();
	if (text !== undefined) await answer(page, 'text').fill(text);
	await page.getByLabel('I agree that').check();
	await page.getByRole('button', { name: 'Send my views' }).click();
}

describe('a view that was sent', () => {
	const wasSent = /thanks\/\?reference=.*#views-examples-and-views$/;

	test('stands there again when one goes back, and is not sent twice', async () => {
		await onPage(STANDING, {}, async (page) => {
			const before = keptIn(desk.submissions).length;
			await sendView(page, 'Čakovec & 🎉');
			await page.waitForURL(wasSent);
			const reference = new URL(page.url()).searchParams.get('reference') ?? '';
			await page.goBack();
			await expect.poll(() => answer(page, 'text').inputValue()).toBe('Čakovec & 🎉');
			await sendView(page);
			await page.getByText(`This was sent already: your reference is ${reference}. To send more, change`).waitFor();
			expect(keptIn(desk.submissions)).toHaveLength(before + 1);

			// Neither does a page that is loaded anew forget it.
			await page.reload();
			await sendView(page);
			await page.getByText(`This was sent already: your reference is ${reference}.`).waitFor();
			expect(keptIn(desk.submissions)).toHaveLength(before + 1);

			await sendView(page, 'Something else.');
			await page.waitForURL(wasSent);
			expect(new URL(page.url()).searchParams.get('reference')).not.toBe(reference);
			expect(keptIn(desk.submissions)).toHaveLength(before + 2);
			expect(last()?.data).toMatchObject({ text: 'Something else.' });
		});
	});
});

describe('a view that is wrong', () => {
	test.each(['anna@gmail', 'anna', 'anna@', 'anna@gmail.com, b@c.de'])(
		'is not sent with %s for an address, which is said beside the field',
		async (address) => {
			await onPage(STANDING, {}, async (page) => {
				const before = keptIn(desk.submissions).length;
				await page.getByLabel('Your e-mail address').fill(address);
				await sendView(page, 'A view.');
				const row = page.locator('[data-row="email"]');
				expect(await row.locator('[data-wrong]').innerText()).toMatch(/^“.+” is not an e-mail address\. /);
				expect(await page.locator('[data-wrong]:visible').count()).toBe(1);
				await page.getByRole('link', { name: 'is not an e-mail address' }).click();
				expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-email');
				expect(keptIn(desk.submissions)).toHaveLength(before);
				await page.getByLabel('Your e-mail address').fill('anna@gmail.com');
				expect(await page.locator('[data-wrong]:visible').count()).toBe(0);
			});
		},
	);

	test('is not sent with anna@gmail without script either: the browser refuses it', async () => {
		await onPage(STANDING, { javaScriptEnabled: false }, async (page) => {
			const before = keptIn(desk.submissions).length;
			await page.getByLabel('Your e-mail address').fill('anna@gmail');
			await sendView(page, 'A view.');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-email');
			expect(page.url()).toBe(desk.address + STANDING);
			expect(keptIn(desk.submissions)).toHaveLength(before);
		});
	});

	test.each([
		[
			STANDING,
			'text',
			['Answer question 1: “What are you sending?”', 'Answer question 2: “Your example or your view”'],
		],
		[CALL, 'potential', ['Answer question 4: “What could clusters do for social enterprises in your area?”']],
	])('is not sent while it is empty: %s', async (path, field, wrong) => {
		await onPage(path, {}, async (page) => {
			const before = keptIn(desk.submissions).length;
			await answer(page, field).fill(' \n ');
			await page.getByLabel('I agree that').check();
			await page.getByRole('button', { name: 'Send my views' }).click();
			expect(await page.locator('[data-wrong]:visible').allInnerTexts()).toEqual(wrong);
			expect(page.url()).toContain(desk.address + path);
			expect(keptIn(desk.submissions)).toHaveLength(before);
		});
		await onPage(path, { javaScriptEnabled: false }, async (page) => {
			const before = keptIn(desk.submissions).length;
			if (path === STANDING) await page.getByLabel('A view on clusters').check();
			await page.getByLabel('I agree that').check();
			await page.getByRole('button', { name: 'Send my views' }).click();
			expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(field);
			expect(page.url()).toBe(desk.address + path);
			expect(keptIn(desk.submissions)).toHaveLength(before);
		});
	});
});

describe('the form of a call', () => {
	test('shows how many questions are answered', async () => {
		await onPage(CALL, {}, async (page) => {
			expect(await page.locator('[data-progress]').innerText()).toContain('0 of 5 answered');
			await answer(page, 'example').fill('One.');
			await page.getByLabel('Finance', { exact: true }).check();
			expect(await page.locator('[data-progress]').innerText()).toContain('2 of 5 answered');
		});
	});

	test('says how much more fits in', async () => {
		await onPage(CALL, {}, async (page) => {
			await answer(page, 'example').fill('x'.repeat(2690));
			expect(await page.getByText('characters left').isVisible()).toBe(false);
			await answer(page, 'example').fill('x'.repeat(2990));
			await page.getByText('10 characters left').waitFor();
			await answer(page, 'example').fill('x'.repeat(3000));
			await page.getByText('This is full: nothing more fits in.').waitFor();
		});
	});

	test('is saved as a text that can be read and sent by other ways', async () => {
		await onPage(CALL, {}, async (page) => {
			await answer(page, 'example').fill('Ein Beispiel.');
			await page.getByLabel('Shared jobs').check();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Download what I wrote' }).click(),
			]);
			expect(download.suggestedFilename()).toBe('views-clusters-2027.txt');
		});
	});

	test.each([320, 1440])('has no barrier at %i px, when wrong and when right', async (width) => {
		await onPage(CALL, { viewport: { width, height: 900 } }, async (page) => {
			expect(await violationsOn(page, 'all')).toEqual([]);
			await page.getByRole('button', { name: 'Send my views' }).click();
			await page.locator('[data-wrong]').getByText('Tick that you agree').waitFor();
			expect(await violationsOn(page, 'all')).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		});
	});

	test('asks no other host for anything, and keeps nothing', async () => {
		await onPage('', {}, async (page) => {
			const foreign: string[] = [];
			page.on('request', (request) => {
				if (!request.url().startsWith(desk.address) && !request.url().startsWith('data:')) foreign.push(request.url());
			});
			await page.goto(desk.address + CALL);
			await answer(page, 'example').fill('One.');
			await expect.poll(() => page.url()).toContain('#draft=example=One.');
			expect(foreign).toEqual([]);
			expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
				0,
				0,
				'',
			]);
		});
	});
});

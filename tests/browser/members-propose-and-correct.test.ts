import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runBuild } from '../builds/build-of.ts';
import { keptIn } from '../local/forms/form-site.ts';
import { layDesk, type Desk } from './edit/desk.ts';
import { goTo } from './edit/editor.ts';
import { fill } from './edit/form.ts';
import { tabTo, useDeskPages } from './on-desk.ts';

const patient = { timeout: 30_000 };
const MARKED = 'marked.person@sender.example';

let desk: Desk;
beforeAll(async () => {
	desk = await layDesk(inject('siteFolder'), 'git');
});
afterAll(() => {
	desk.close();
});
const onPage = useDeskPages(() => desk);

const branches = () => desk.git('branch', '--format=%(refname:short)').split('\n');
const last = () => keptIn(desk.submissions).at(-1);

async function type(page: Page, selector: string, text: string): Promise<void> {
	await tabTo(page, selector);
	await page.keyboard.type(text);
}

describe('a proposal', () => {
	test('is sent by keyboard alone, and waits on the board', async () => {
		await onPage('clusters/propose/?country=LV', {}, async (page) => {
			await type(page, '[name="name"]', 'A hub of growers');
			await type(page, '[name="summary"]', 'Growers of Riga sell together: “fresh”, 100 % local.');
			await tabTo(page, '[name="kind"][value="csei"]');
			await page.keyboard.press('ArrowDown');
			await tabTo(page, '[name="themes[]"][value="food"]');
			await page.keyboard.press('Space');
			await type(page, '[name="source"]', 'https://www.example.org/hub');
			await type(page, '[name="email"]', MARKED);
			await tabTo(page, '[name="consent"]');
			await page.keyboard.press('Space');
			await tabTo(page, '[data-hosted-form] button[type="submit"]');
			await page.keyboard.press('Enter');
			await page.waitForURL(/thanks\/\?reference=[A-Z0-9]{4}-[A-Z0-9]{4}#proposal$/);
			const reference = new URL(page.url()).searchParams.get('reference') ?? '';
			expect(await page.locator('[data-reference]').innerText()).toContain(reference);
			expect(await page.locator('#proposal').isVisible()).toBe(true);
			expect(await page.locator('#correction').isVisible()).toBe(false);
			await page.getByRole('main').getByRole('link', { name: 'Follow what you sent' }).click();
			await page.waitForURL(`${desk.address}have-your-say/what-happened/?reference=${reference}`);
			await expect.poll(() => page.getByLabel('Your reference').inputValue()).toBe(reference);
			expect(last()).toMatchObject({
				form: 'proposal',
				data: { country: 'LV', kind: 'ptce', reference, email: MARKED },
			});
		});
		await expect.poll(branches, patient).toContain('cms/clusters/a-hub-of-growers');
	});

	test('is published from the board once an editor has checked it, and then has a page', async () => {
		await onPage('privacy/', {}, async (page) => {
			await goTo(page, desk, '/collections/clusters/entries/a-hub-of-growers');
			await page.getByRole('button', { name: 'Checked today' }).click();
			const check = { by: 'the editors', how: 'sources', against: 'The page that was named.' };
			await fill({ page, address: `${desk.address}admin/` }, 'clusters', { check });
			await page.getByRole('button', { name: 'Save' }).click();
			await page.getByText('Entry saved').waitFor(patient);
			await page.getByRole('button', { name: /^Status:/ }).click();
			await page.getByRole('menuitem', { name: 'Ready' }).click();
			await page.getByRole('button', { name: 'Status: Ready' }).waitFor(patient);
			await page.getByRole('button', { name: 'Publish' }).first().click();
			await page.getByRole('menuitem', { name: 'Publish now' }).click();
			await expect.poll(branches, patient).not.toContain('cms/clusters/a-hub-of-growers');
		});
		expect(desk.read('content/clusters/a-hub-of-growers.md')).toContain('country: LV\n');
		const { exitCode, output, folder } = await runBuild({ CONTENT_DIR: join(desk.root, 'content') });
		expect(exitCode, output).toBe(0);
		const page = readFileSync(join(folder, 'clusters/a-hub-of-growers/index.html'), 'utf8');
		expect(page).toContain('Growers of Riga sell together: “fresh”, 100 % local.');
		const published = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('marked.person'));
		expect(published).toEqual([]);
	});

	test('is sent without script, with a word of one’s own to find it again', async () => {
		await onPage('clusters/propose/', { javaScriptEnabled: false }, async (page) => {
			await page.getByLabel('Name').first().fill('Σύμπραξη Αθήνας');
			await page.getByLabel('Country').selectOption({ label: 'Greece' });
			await page.getByLabel('Summary').fill('Συνεταιρισμοί της Αθήνας 🎉');
			await page.getByLabel('Related structure').check();
			await page.getByLabel('Food and farming').check();
			await page.getByLabel('Housing and building').check();
			await page.getByLabel('A page where we can check this').fill('https://www.example.org/athina');
			await page.getByLabel('A word of your own').fill('olive');
			await page.getByLabel('I agree that').check();
			await page.getByRole('button', { name: 'Send the proposal' }).click();
			await page.waitForURL(/thanks\/#proposal$/);
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Thank you');
		});
		expect(last()?.data).toMatchObject({
			name: 'Σύμπραξη Αθήνας',
			'themes[]': ['food', 'housing'],
			reference: 'olive',
		});
		await expect.poll(branches, patient).toContain('cms/clusters/sympraksi-athinas');
	});

	test('shows the profile that it would become, and warns of one with nearly that name', async () => {
		await onPage('clusters/propose/', {}, async (page) => {
			await page.getByLabel('Name').first().fill('Blue City');
			await page.getByLabel('Summary').fill('A swimming pool <b>no more</b>.');
			await page.locator('[data-twins] a', { hasText: 'BlueCity' }).waitFor();
			await page.getByRole('button', { name: 'Show the future profile' }).click();
			const preview = page.locator('[data-preview-area]');
			await preview.getByRole('heading', { name: 'Blue City' }).waitFor();
			expect(await preview.innerText()).toContain('A swimming pool <b>no more</b>.');
			expect(await preview.innerText()).not.toContain('Checked');
		});
	});

	test('is kept as a file in place of being sent', async () => {
		await onPage('clusters/propose/?country=LV&themes=food&name=A+hub&summary=Growers.', {}, async (page) => {
			await page.getByRole('button', { name: 'Download as a profile file' }).click();
			await page.getByText('There is no file yet. Kind is missing.').waitFor();
			await page.getByLabel('Related structure').check();
			await page.getByLabel('A page where we can check this').fill('https://www.example.org/hub');
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: 'Download as a profile file' }).click(),
			]);
			expect(download.suggestedFilename()).toBe('a-hub.md');
		});
	});
});

describe('a correction', () => {
	test('starts from the fact on the profile, and waits on the board with what stood there', async () => {
		await onPage('clusters/act-group/', {}, async (page) => {
			await page.getByRole('link', { name: 'Correct: Founded' }).click();
			await page.locator('strong', { hasText: 'ACT Group (Croatia)' }).waitFor();
			await expect.poll(() => page.getByLabel('What the page says').inputValue()).toBe('2013');
			expect(await page.getByLabel('What to correct').inputValue()).toBe('founded');
			await page.getByLabel('What it should say').fill('2012');
			await page.getByLabel('A page where we can check this').fill('https://www.example.org/history');
			await page.getByLabel('I agree that').check();
			await page.getByRole('button', { name: 'Send the correction' }).click();
			await page.waitForURL(/#correction$/);
			await page.getByRole('link', { name: 'Back to the profile' }).click();
			await page.waitForURL(`${desk.address}clusters/act-group/`);
		});
		expect(last()?.data).toMatchObject({ cluster: 'act-group', field: 'founded', present: '2013', proposed: '2012' });
		await expect.poll(branches, patient).toContain('cms/clusters/act-group');
		const draft = () => desk.read('content/clusters/act-group.md', 'cms/clusters/act-group');
		await expect.poll(draft, patient).toContain('founded: 2012\n');
		expect(draft()).toContain('    field: founded\n    from: "2013"\n    to: "2012"\n');
	});
});

describe('a correction, too,', () => {
	const source = 'https://www.example.org/history';

	test('is sent by keyboard alone, from the name of the profile on', async () => {
		await onPage('have-your-say/correct/', {}, async (page) => {
			await type(page, '#field-cluster-typed', 'bluec');
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('BlueCity (Netherlands)');
			await page.keyboard.press('Enter');
			await tabTo(page, '[name="field"]');
			await page.keyboard.type('Founded');
			await expect.poll(() => page.getByLabel('What the page says').inputValue()).toBe('2015');
			await type(page, '[name="proposed"]', '2014');
			await type(page, '[name="source"]', source);
			await tabTo(page, '[name="consent"]');
			await page.keyboard.press('Space');
			await tabTo(page, '[data-hosted-form] button[type="submit"]');
			await page.keyboard.press('Enter');
			await page.waitForURL(/#correction$/);
		});
		expect(last()?.data).toMatchObject({ cluster: 'bluecity', field: 'founded', present: '2015', proposed: '2014' });
		await expect.poll(branches, patient).toContain('cms/clusters/bluecity');
	});

	test('is sent without script, for a profile chosen from a list of names', async () => {
		await onPage('have-your-say/correct/', { javaScriptEnabled: false }, async (page) => {
			await page.getByLabel('Profile').selectOption({ label: 'ACT Group (Croatia)' });
			await page.getByLabel('What to correct').selectOption({ label: 'Place' });
			await page.getByLabel('What it should say').fill('Varaždin');
			await page.getByLabel('A page where we can check this').fill(source);
			await page.getByLabel('I agree that').check();
			await page.getByRole('button', { name: 'Send the correction' }).click();
			await page.waitForURL(/thanks\/#correction$/);
		});
		expect(last()).toMatchObject({
			form: 'correction',
			data: { cluster: 'act-group', field: 'place', proposed: 'Varaždin', source },
		});
	});
});

describe('a form that cannot be sent', () => {
	test('says in words what is missing, and leads there', async () => {
		await onPage('have-your-say/correct/?cluster=act-group', {}, async (page) => {
			await page.getByRole('button', { name: 'Send the correction' }).click();
			expect(await page.locator('[data-wrong]:visible').allInnerTexts()).toEqual([
				'Choose what to correct',
				'Enter what it should say',
				'Tick that you agree',
			]);
			const summary = page.getByRole('region', { name: 'Before you send' });
			expect(await summary.evaluate((region) => region === document.activeElement)).toBe(true);
			expect(await summary.getByRole('link').allInnerTexts()).toEqual(
				await page.locator('[data-wrong]:visible').allInnerTexts(),
			);
			await summary.getByRole('link', { name: 'Enter what it should say' }).click();
			expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('proposed');
			await page.keyboard.type('Riga');
			expect(await summary.getByRole('link').count()).toBe(2);
			await summary.getByRole('link', { name: 'Tick that you agree' }).click();
			await page.keyboard.press('Space');
			await page.getByLabel('What to correct').selectOption('place');
			expect(await summary.isVisible()).toBe(false);
		});
	});

	test.each(['javascript:alert(1)', 'ftp://example.org/', 'https://exa mple.org/', 'https://localhost/'])(
		'says that %s is no web address',
		async (source) => {
			await onPage('have-your-say/correct/?cluster=act-group&field=place&proposed=Riga', {}, async (page) => {
				await page.getByLabel('A page where we can check this').fill(source);
				await page.getByRole('button', { name: 'Send the correction' }).click();
				await page
					.locator('[data-wrong]')
					.getByText(`“${source}” is not a web address. Write the full address, starting with https://.`)
					.waitFor();
			});
		},
	);

	test('loses no word, and can be sent again', async () => {
		await onPage('have-your-say/correct/?cluster=act-group&field=place', {}, async (page) => {
			await page.getByLabel('What it should say').fill('Čakovec');
			await page.getByLabel('I agree that').check();
			await page.context().setOffline(true);
			await page.getByRole('button', { name: 'Send the correction' }).click();
			await page.getByText('It could not be sent: the connection failed.').waitFor();
			expect(await page.getByLabel('What it should say').inputValue()).toBe('Čakovec');
			await page.context().setOffline(false);
			await page.getByRole('button', { name: 'Send the correction' }).click();
			await page.waitForURL(/#correction$/);
		});
	});

	test('is never agreed to, and gets no sender, by an address', async () => {
		const by = `consent=yes&email=${MARKED}&name=A+hub`;
		for (const address of [`clusters/propose/?${by}`, `clusters/propose/#draft=${by}`]) {
			await onPage(address, {}, async (page) => {
				await expect.poll(() => page.getByLabel('Name').first().inputValue()).toBe('A hub');
				expect(await page.getByLabel('I agree that').isChecked()).toBe(false);
				expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('');
			});
		}
	});

	test('is there again after the page was closed, but for what is personal', async () => {
		let address = '';
		await onPage('clusters/propose/', {}, async (page) => {
			await page.getByLabel('Name').first().fill('Čakovec & 🎉');
			await page.getByLabel('Food and farming').check();
			await page.getByLabel('Your e-mail address').fill(MARKED);
			await expect.poll(() => page.url()).toContain('themes=food');
			address = page.url();
		});
		expect(address).not.toContain('marked');
		await onPage(address.slice(desk.address.length), {}, async (page) => {
			await expect.poll(() => page.getByLabel('Name').first().inputValue()).toBe('Čakovec & 🎉');
			expect(await page.getByLabel('Food and farming').isChecked()).toBe(true);
			expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('');
			expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
				0,
				0,
				'',
			]);
		});
	});
});

test('no personal data that was sent is in git', () => {
	const objects = desk.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objecttype)').split('\n');
	const texts = objects.flatMap((line) => {
		const [name = '', kind = ''] = line.split(' ');
		return kind === 'blob' || kind === 'commit' ? [desk.git('cat-file', kind, name)] : [];
	});
	expect(texts.length).toBeGreaterThan(5);
	expect(texts.filter((text) => text.includes('marked.person'))).toEqual([]);
});

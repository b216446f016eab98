import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, brusselsToday } from '../../src/formats/brussels-days.ts';
import { formatDate } from '../../src/formats/date.ts';
import { buildEnvironment } from '../builds/build-environment.ts';
import { buildInto } from '../builds/build-of.ts';
import { fileOf } from '../entries.ts';
import { keptIn } from '../local/forms/form-site.ts';
import { everyLook, FLAWLESS, lookWithoutScript } from './axe.ts';
import { layDesk, type Desk } from './edit/desk.ts';
import { useDeskPages } from './on-desk.ts';

const LEDGER = 'have-your-say/what-happened/';
const patient = { timeout: 30_000 };
/** What no receipt may hold. */
const TEXT = 'A private thought of ours.';
const SENDER = 'marked.person@sender.example';

interface Sent {
	form: string;
	path: string;
	/** What a receipt calls it. */
	kind: string;
	write: (page: Page, hasScript: boolean) => Promise<void>;
	/** The word that somebody without script gives it. */
	word: string;
}

const source = 'A page where we can check this';
const forms: Sent[] = [
	{
		form: 'message',
		path: 'contact/',
		kind: 'Message',
		word: 'apple-tree',
		write: async (page) => {
			await page.getByLabel('GECES, the expert group').check();
			await page.getByLabel('Your message').fill(TEXT);
		},
	},
	{
		form: 'views-examples-and-views',
		path: 'have-your-say/examples-and-views/',
		kind: 'View or example',
		word: 'ёлка',
		write: async (page) => {
			await page.getByLabel('A view on clusters').check();
			await page.getByLabel('Your example or your view').fill(TEXT);
		},
	},
	{
		form: 'views-clusters-2027',
		path: 'have-your-say/clusters-2027/',
		kind: 'View or example',
		word: 'Čempres-9',
		write: async (page) => {
			await page.locator('[name="potential"]').fill(TEXT);
		},
	},
	{
		form: 'proposal',
		path: 'clusters/propose/',
		kind: 'Proposal',
		word: 'linden',
		write: async (page, hasScript) => {
			await page
				.getByLabel('Name')
				.first()
				.fill(hasScript ? 'A hub of growers' : 'A hub of bakers');
			await page.getByLabel('Country').selectOption({ label: 'Latvia' });
			await page.getByLabel('Summary').fill(TEXT);
			await page.getByLabel('Related structure').check();
			await page.getByLabel('Food and farming').check();
			await page.getByLabel(source).fill('https://www.example.org/hub');
		},
	},
	{
		form: 'correction',
		path: 'have-your-say/correct/',
		kind: 'Correction',
		word: 'poplar',
		write: async (page, hasScript) => {
			if (hasScript) {
				await page.getByRole('textbox', { name: 'Profile' }).fill('bluecity');
				await page.keyboard.press('Enter');
			} else await page.getByLabel('Profile').selectOption({ label: 'ACT Group (Croatia)' });
			await page.getByLabel('What to correct').selectOption('place');
			await page.getByLabel('What it should say').fill(TEXT);
		},
	},
];

let folder: string;
let desk: Desk;
const build = () => buildInto(folder, { CONTENT_DIR: join(desk.root, 'content'), SITE_TODAY: '2027-02-01' });

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'followed-'));
	desk = await layDesk(folder, 'git', {}, ['site', 'calls', 'clusters/act-group.md', 'clusters/bluecity.md']);
	const { exitCode, output } = await build();
	if (exitCode !== 0) throw new Error(output);
});
afterAll(() => {
	desk.close();
	rmSync(folder, { recursive: true, force: true });
});
const onPage = useDeskPages(() => desk);

/** A receipt without the quotation marks around a reference that begins with a digit. */
const unquoted = (text: string) => text.replace(/^reference: "(.*)"$/m, 'reference: $1');
const receipts = () => desk.git('ls-tree', '-r', '--name-only', 'main', 'content/receipts').split('\n').filter(Boolean);
const send = async (page: Page): Promise<void> => {
	await page.getByLabel('Your e-mail address').fill(SENDER);
	await page.getByLabel('I agree that').check();
	await page.locator('[data-hosted-form] button[type="submit"]').click();
};

/** The references of what was sent, by form; first those that script made. */
const references = new Map<string, string[]>();
const remember = (form: string, reference: string) =>
	references.set(form, [...(references.get(form) ?? []), reference]);

describe.each(forms)('what $form sends', ({ form, path, kind, write, word }) => {
	test('is kept, and gets a reference that leads to where it is followed', async () => {
		await onPage(path, {}, async (page) => {
			await write(page, true);
			await send(page);
			await page.waitForURL(new RegExp(`thanks/\\?reference=[A-Z0-9-]{9}.*#${form}$`));
			const reference = new URL(page.url()).searchParams.get('reference') ?? '';
			remember(form, reference);
			expect(keptIn(desk.submissions).at(-1)).toMatchObject({ form, data: { reference, email: SENDER } });
			expect(await page.locator('[data-reference] strong').innerText()).toBe(reference);
			expect(await page.locator('main section:visible').evaluateAll((parts) => parts.map(({ id }) => id))).toEqual([
				form,
			]);
			expect(await everyLook(page)).toEqual(FLAWLESS);
			await page.getByRole('main').getByRole('link', { name: 'Follow what you sent' }).click();
			await page.waitForURL(`${desk.address}${LEDGER}?reference=${reference}`);
			// The site was not built since.
			await page
				.getByText(`“${reference}” is not in the list yet. What was sent today appears there within a day.`)
				.waitFor();
			expect(await page.locator('[data-found] a').getAttribute('href')).toBe('/contact/');
		});
	});

	test('is kept without script, under a word of the sender', async () => {
		const options = { javaScriptEnabled: false, viewport: { width: 320, height: 800 } };
		await onPage(path, options, async (page) => {
			await write(page, false);
			await page.getByLabel('A word of your own').fill(word);
			await send(page);
			await page.waitForURL(`${desk.address}have-your-say/thanks/#${form}`);
			remember(form, word);
			expect(keptIn(desk.submissions).at(-1)).toMatchObject({ form, data: { reference: word } });
			expect(await page.locator('.reference:visible').innerText()).toContain(
				'The word that you chose is your reference.',
			);
			expect(await page.locator('main section:visible').evaluateAll((parts) => parts.map(({ id }) => id))).toEqual([
				form,
			]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		});
	});

	test('has nothing wrong for axe without script, before and after', async () => {
		await onPage('favicon.svg', {}, async (page) => {
			expect(await lookWithoutScript(page, desk.address + path)).toEqual(FLAWLESS);
			expect(await lookWithoutScript(page, `${desk.address}have-your-say/thanks/#${form}`)).toEqual(FLAWLESS);
		});
	});

	test('gets a receipt each, with nothing in it of the text or the sender', async () => {
		await expect.poll(() => receipts().length, patient).toBe(2 * (forms.findIndex((one) => one.form === form) + 1));
		const texts = receipts().map((file) => unquoted(desk.read(file, 'main')));
		for (const reference of references.get(form) ?? []) {
			const kindName = { Message: 'message', Proposal: 'proposal', Correction: 'correction' }[kind] ?? 'view';
			expect(texts).toContain(
				`reference: ${reference}\nkind: ${kindName}\nreceivedOn: "${brusselsToday()}"\nstate: received\n`,
			);
		}
	});
});

test('what could not come at once is brought by npm run submissions, and by nobody twice', async () => {
	const stray = join(desk.root, 'stray.txt');
	writeFileSync(stray, '');
	await onPage('contact/', {}, async (page) => {
		await page.getByLabel('Something else').check();
		await page.getByLabel('Your message').fill(TEXT);
		await send(page);
		await page.waitForURL(/#message$/);
		remember('message', new URL(page.url()).searchParams.get('reference') ?? '');
	});
	rmSync(stray);
	expect(receipts()).toHaveLength(2 * forms.length);
	const { stdout } = await promisify(execFile)('npm', ['run', 'submissions', '--silent'], {
		env: buildEnvironment({
			CMS_MODE: 'git',
			CONTENT_DIR: join(desk.root, 'content'),
			SUBMISSIONS_DIR: desk.submissions,
		}),
	});
	expect(stdout.trim().split('\n')).toHaveLength(2 * forms.length + 1);
	expect(stdout).not.toContain(TEXT);
	expect(receipts()).toHaveLength(2 * forms.length + 1);
});

/** The line that the page of a reference finds. */
async function lineOf(page: Page, reference: string) {
	await page.goto(`${desk.address}${LEDGER}`);
	await page.getByLabel('Your reference').fill(reference);
	await page.getByRole('button', { name: 'Find it' }).click();
	const line = page.locator('[data-found] li');
	await line.waitFor();
	return line;
}

const linesOf = (page: Page) => page.locator('main li[data-receipt]');

describe('after the next build', () => {
	test('each reference is found, however it is written', async () => {
		const { exitCode, output } = await build();
		expect(exitCode, output).toBe(0);
		await onPage(LEDGER, {}, async (page) => {
			for (const { form, kind } of forms) {
				for (const reference of references.get(form) ?? []) {
					const text = await (await lineOf(page, reference.toLowerCase())).innerText();
					expect(
						text
							.split('\n')
							.map((part) => part.trim())
							.filter(Boolean),
					).toEqual([reference, `${kind}, received on ${formatDate(brusselsToday())}`, 'Received']);
				}
			}
			expect(await everyLook(page)).toEqual(FLAWLESS);
		});
	});

	test('all of them stand in the list that shows without script', async () => {
		await onPage(LEDGER, { javaScriptEnabled: false }, async (page) => {
			expect(await page.getByLabel('Your reference').isVisible()).toBe(false);
			await page.getByRole('link', { name: 'the list of all that was sent' }).click();
			const found = await linesOf(page).locator('strong').allInnerTexts();
			expect(found.sort()).toEqual([...references.values()].flat().sort());
			expect(await page.locator('main').innerText()).not.toContain(TEXT);
		});
		await onPage('favicon.svg', {}, async (page) => {
			for (const path of [LEDGER, `${LEDGER}sent/`]) {
				expect(await lookWithoutScript(page, desk.address + path), path).toEqual(FLAWLESS);
			}
		});
	});

	test('the five newest stand on the page that follows them, and the list is looked at in every look', async () => {
		await onPage(LEDGER, {}, async (page) => {
			expect(await linesOf(page).count()).toBe(5);
			await page.getByRole('link', { name: 'All that was sent' }).click();
			expect(await everyLook(page)).toEqual(FLAWLESS);
		});
	});
});

const checkedOn = addDays(brusselsToday(), 3);
const endedOn = addDays(brusselsToday(), 9);

/** Writes another state into the file of a receipt, as an editor does. */
function setState(reference: string, state: string, changedOn: string, end = ''): void {
	const file = receipts().find((path) => unquoted(desk.read(path)).startsWith(`reference: ${reference}\n`));
	if (!file) throw new Error(`There is no receipt ${reference}.`);
	const [kept = ''] = desk.read(file).split('state: ');
	writeFileSync(join(desk.root, file), `${kept}state: ${state}\nchangedOn: "${changedOn}"\n${end}`);
}
function publish(): void {
	desk.git('add', '.');
	desk.git('commit', '--quiet', '--message=Next step');
}
const first = (form: string) => references.get(form)?.[0] ?? '';

describe('an editor', () => {
	test('says of each that it is being checked, and on which day the post was read', async () => {
		await onPage(LEDGER, {}, async (page) => {
			expect(await page.locator('main').innerText()).not.toContain(formatDate(checkedOn));
		});
		for (const { form } of forms) setState(first(form), 'being-checked', checkedOn);
		publish();
		const { exitCode, output } = await build();
		expect(exitCode, output).toBe(0);
		await onPage(LEDGER, {}, async (page) => {
			for (const { form } of forms) {
				const line = await lineOf(page, first(form));
				expect(await line.locator('.badge').innerText()).toBe(`Being checked on ${formatDate(checkedOn)}`);
			}
			for (const path of [LEDGER, `${LEDGER}sent/`, 'have-your-say/']) {
				await page.goto(desk.address + path);
				expect(await page.locator('main').innerText()).toContain(
					`We last read all messages on ${formatDate(checkedOn)}.`,
				);
			}
		});
	});

	test('leads each to its end: a profile, a point, an answer, or a reason', async () => {
		const point = fileOf('points', {
			title: 'Rooms are dear',
			call: 'examples-and-views',
			steps: [{ step: 'received', on: '2027-01-15' }],
		});
		mkdirSync(join(desk.root, 'content/points'));
		writeFileSync(join(desk.root, 'content/points/rooms.md'), point);
		writeFileSync(join(desk.root, 'content/clusters/a-new-hub.md'), fileOf('clusters', { name: 'A new hub' }));
		const ends: [form: string, state: string, fields: string, badge: string, link?: string, text?: string][] = [
			['message', 'answered', '', 'Answered'],
			['views-examples-and-views', 'taken-up', 'point: rooms\n', 'Taken up', `/${LEDGER}rooms/`, 'Rooms are dear'],
			['views-clusters-2027', 'not-taken', 'reason: It concerns no cluster.\n', 'Not taken up'],
			['proposal', 'published', 'cluster: a-new-hub\n', 'Published', '/clusters/a-new-hub/', 'A new hub'],
			['correction', 'published', 'cluster: bluecity\n', 'Published', '/clusters/bluecity/', 'BlueCity'],
		];
		for (const [form, state, fields] of ends) setState(first(form), state, endedOn, fields);
		publish();
		const { exitCode, output } = await build();
		expect(exitCode, output).toBe(0);
		await onPage(LEDGER, {}, async (page) => {
			for (const [form, , , badge, link, text] of ends) {
				const line = await lineOf(page, first(form));
				expect(await line.locator('.badge').innerText()).toBe(`${badge} on ${formatDate(endedOn)}`);
				expect(await line.locator('a').evaluateAll((links) => links.map((one) => one.getAttribute('href')))).toEqual(
					link ? [link] : [],
				);
				if (text) expect(await line.locator('a').innerText()).toBe(text);
				if (form === 'views-clusters-2027') expect(await line.innerText()).toContain('It concerns no cluster.');
			}
			await (await lineOf(page, first('proposal'))).getByRole('link').click();
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('A new hub');
			await page.goto(`${desk.address}${LEDGER}sent/`);
			expect(await everyLook(page)).toEqual(FLAWLESS);
		});
		await onPage(`${LEDGER}sent/`, { javaScriptEnabled: false }, async (page) => {
			const line = linesOf(page).filter({ hasText: first('views-clusters-2027') });
			expect(await line.innerText()).toContain('It concerns no cluster.');
		});
	});
});

import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsOn } from '../axe.ts';
import { allEntries, layDesk, type Desk } from './desk.ts';

let browser: Browser | undefined;
const desks: Partial<Record<'fs' | 'git', Desk>> = {};

beforeAll(async () => {
	browser = await chromium.connect(inject('browserAddress'));
	for (const mode of ['fs', 'git'] as const) {
		desks[mode] = await layDesk(inject('siteFolder'), mode, {}, allEntries);
	}
});
afterAll(async () => {
	await browser?.close();
	for (const desk of Object.values(desks)) desk.close();
});

const logIn = async (page: Page) => {
	await page.getByRole('button', { name: 'Login' }).click();
	await page.getByRole('heading', { name: 'Collections' }).waitFor();
};

const listOf = (page: Page) => page.getByRole('heading', { name: 'ACT Group' }).or(page.getByText('ACT Group')).first();

/** The list of profiles, and a menu above it. */
const openMenu = (name: string) => async (page: Page) => {
	await logIn(page);
	await listOf(page).waitFor();
	await page.getByRole('button', { name }).click();
	await page.locator('[role^="menuitem"]').first().waitFor();
};

/** Goes to a part of the editor after the log-in, and waits for what stands there. */
const goTo = (path: string, sign: (page: Page) => Promise<void>) => async (page: Page) => {
	await logIn(page);
	await page.evaluate((path) => {
		location.hash = path;
	}, path);
	await sign(page);
};

const formIsThere = (page: Page) => page.getByLabel('Summary').first().waitFor();
const openForm = (path: string) => goTo(path, formIsThere);
const aProfile = '/collections/clusters/entries/act-group';

async function changeSummary(page: Page): Promise<void> {
	await page.getByLabel('Summary').first().fill('Social enterprises in Čakovec that share funds.');
}

async function unfoldAll(page: Page): Promise<void> {
	const folded = page.getByRole('button', { name: 'Expand' });
	// From the last to the first: an empty list stays folded, and an unfolded group brings others.
	for (let index = (await folded.count()) - 1; index >= 0; index--) await folded.nth(index).click();
	const items = page.getByRole('button', { name: /^Fold or unfold/ });
	for (let index = (await items.count()) - 1; index >= 0; index--) await items.nth(index).click();
}

/** Each state of the editor: in which mode it comes about, and how. */
const states: [name: string, mode: 'fs' | 'git', reach: (page: Page) => Promise<void>][] = [
	['the log-in', 'fs', (page) => page.getByRole('button', { name: 'Login' }).waitFor()],
	[
		'the list',
		'fs',
		async (page) => {
			await logIn(page);
			await listOf(page).waitFor();
		},
	],
	[
		'the list as cards',
		'fs',
		async (page) => {
			await logIn(page);
			await page.getByRole('button', { name: 'Grid view option' }).click();
			await listOf(page).waitFor();
		},
	],
	['the list with the menu for sorting', 'fs', openMenu('Sort by')],
	[
		'the list with the menu of filters, one chosen',
		'fs',
		async (page) => {
			await openMenu('Filter by')(page);
			await page.getByRole('menuitemcheckbox', { name: 'Check overdue', exact: true }).click();
		},
	],
	['the list with the menu for grouping', 'fs', openMenu('Group by')],
	['a search', 'fs', goTo('/search/food', (page) => page.getByRole('heading', { name: /Search Results/ }).waitFor())],
	['a new profile', 'fs', openForm('/collections/clusters/new')],
	[
		'a new profile with errors',
		'fs',
		async (page) => {
			await openForm('/collections/clusters/new')(page);
			await page.getByRole('button', { name: 'Publish', exact: true }).click();
			await page.getByRole('menuitem', { name: 'Publish now' }).click();
			await page.getByRole('button', { name: 'Summary is missing. Fill it in.' }).waitFor();
		},
	],
	[
		'a question',
		'fs',
		async (page) => {
			await openForm(aProfile)(page);
			await page.getByRole('button', { name: 'Delete entry' }).click();
			await page.getByRole('alertdialog').waitFor();
		},
	],
	['a new update', 'fs', openForm('/collections/updates/new')],
	['a filled profile', 'fs', openForm(aProfile)],
	[
		'a filled profile with all groups unfolded',
		'fs',
		async (page) => {
			await openForm(aProfile)(page);
			await unfoldAll(page);
		},
	],
	[
		'a filled profile without its preview',
		'fs',
		async (page) => {
			await openForm(aProfile)(page);
			await page.getByTitle('Toggle preview').click();
			await page.getByTitle('The page as it will be').waitFor({ state: 'detached' });
		},
	],
	[
		'the history of a profile, one version restored',
		'git',
		async (page) => {
			await openForm(aProfile)(page);
			await page.getByText('History', { exact: true }).click();
			await changeSummary(page);
			await page.getByRole('button', { name: /^Restore this version/ }).click();
			await page.getByRole('alertdialog').getByRole('button', { name: 'Put it there' }).click();
			await page.getByText('It is not saved yet.').waitFor();
		},
	],
	[
		'the list with several entries chosen to be changed',
		'fs',
		async (page) => {
			await logIn(page);
			await page.getByText('Change several at once').click();
			const panel = page.locator('.several-entries');
			await panel.getByLabel('Field').selectOption('Themes');
			await panel.getByLabel('Value').selectOption('Digital');
			for (const name of ['ACT Group', 'BlueCity']) await panel.getByLabel(name).check();
			await page.getByRole('button', { name: 'See what would change' }).click();
			await page.getByText('nothing is saved yet').waitFor();
		},
	],
	[
		'the dialog of pictures',
		'fs',
		async (page) => {
			await logIn(page);
			await page.getByRole('button', { name: 'Media' }).click();
			await page.getByRole('dialog', { name: 'Media assets' }).waitFor();
		},
	],
	[
		'a draft with the menu of its review',
		'git',
		async (page) => {
			await openForm(aProfile)(page);
			await changeSummary(page);
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await page.getByRole('button', { name: /^Status/ }).click();
			await page.getByRole('menuitem', { name: 'In review' }).waitFor();
		},
	],
	[
		'the first page with profiles to be checked again',
		'fs',
		async (page) => {
			const first = [
				{ collection: 'clusters', slug: 'act-group', title: 'ACT Group', day: '2026-10-01', isLate: true },
			];
			const toDo = { builtFor: '2026-11-26', tasks: [{ kind: 'check', count: 1, first }] };
			await page.route('**/admin/to-do.json', (route) => route.fulfill({ json: toDo }));
			await goTo('/start', (there) => there.getByLabel('Choose ACT Group').check())(page);
			await page.getByRole('button', { name: 'Checked today: 1 profile' }).waitFor();
		},
	],
	['the first page', 'git', goTo('/start', (page) => page.getByRole('link', { name: /^ACT Group/ }).waitFor())],
	[
		'the board of drafts',
		'git',
		goTo('/workflow', (page) => page.getByRole('heading', { name: 'ACT Group' }).waitFor()),
	],
];

/** Messages pass, and so does the bar that shows loading. */
const settled = (page: Page) =>
	page.waitForFunction(() => {
		const bar = document.querySelector<HTMLElement>('body > canvas');
		return (
			(!bar || getComputedStyle(bar).display === 'none' || bar.style.opacity === '0') &&
			document.fonts.status === 'loaded'
		);
	});

test.each(states)('%s has nothing wrong for axe', async (_name, mode, reach) => {
	const page = await browser?.newPage({ viewport: { width: 1400, height: 1000 } });
	if (!page) throw new Error('There is no browser.');
	await page.goto(`${desks[mode]?.address}admin/#/collections/clusters`);
	await reach(page);
	await settled(page);
	// The preview is a page of the site, and others look at those.
	const violations = await violationsOn(page, 'all', 'iframe');
	await page.close();
	expect(violations).toEqual([]);
});

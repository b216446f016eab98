import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { brusselsToday } from '../../../src/formats/brussels-days.ts';
import { gitHubBoard } from '../../../src/hosts/github-board.ts';
import { readHostSettings } from '../../../src/hosts/host-settings.ts';
import { bringToBoard } from '../../../src/submissions/bring-to-board.ts';
import { proposal } from '../../functions/submission-created/at-the-host.ts';
import {
	REPOSITORY,
	startFakeRepository,
	TOKEN,
	type FakeRepository,
} from '../../functions/submission-created/fake-repository.ts';
import { useBrowser, withPage } from '../with-page.ts';
import { answerQuestions } from './questions.ts';

useBrowser();

let gitHub: FakeRepository;

beforeAll(async () => {
	gitHub = await startFakeRepository();
});
afterAll(() => gitHub.close());
beforeEach(() => {
	gitHub.clear();
});

/** Brings a proposal to the board, as the function at the host does. */
async function bring(address: string): Promise<void> {
	const settings = readHostSettings({
		GITHUB_TOKEN: TOKEN,
		GITHUB_URL: 'https://github.example',
		GITHUB_API_URL: gitHub.origin,
		CMS_REPO: REPOSITORY,
		NETLIFY_AUTH_TOKEN: 'nfp_x',
		SITE_ID: 'x',
		URL: address,
	});
	if (!settings.gitHub) throw new Error(settings.problems.join(' '));
	const submission = { id: 'a1', form: 'proposal', receivedAt: new Date().toISOString(), data: proposal };
	await bringToBoard(submission, gitHubBoard(settings.gitHub, fetch), brusselsToday());
}

/** Lets the page ask the stand-in for GitHub, as an editor who is logged in. */
async function useGitHub(page: Page): Promise<void> {
	const cors = {
		'Access-Control-Allow-Origin': '*',
		'Access-Control-Allow-Headers': '*',
		'Access-Control-Allow-Methods': '*',
	};
	await page.route('https://api.github.com/**', async (route) => {
		const request = route.request();
		if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
		const { pathname, search } = new URL(request.url());
		const path = pathname.replace(/^\/repos\/[^/]+\/[^/]+/, `/repos/${REPOSITORY}`);
		const body = request.postData();
		const answer = await fetch(gitHub.origin + path + search, {
			method: request.method(),
			headers: { Authorization: `Bearer ${TOKEN}` },
			...(body === null ? {} : { body }),
		});
		return route.fulfill({
			status: answer.status,
			contentType: 'application/json',
			headers: cors,
			body: await answer.text(),
		});
	});
	// The built site is on no machine of an editor here.
	await page.route('**/api/v1', (route) => route.fulfill({ status: 404 }));
	await page.evaluate(() => {
		const user = { backendName: 'github', token: 'a-token', login: 'editor', useOpenAuthoring: false };
		localStorage.setItem('decap-cms-user', JSON.stringify(user));
	});
}

test('a proposal that was sent stands among the drafts of the board, and opens in the form with what it says', async () => {
	await withPage('/favicon.svg', { viewport: { width: 1280, height: 900 } }, async (page) => {
		const { origin } = new URL(page.url());
		await bring(origin);
		await useGitHub(page);
		const asked = await answerQuestions(page);
		await page.goto(`${origin}/admin/#/workflow`);
		await page.getByRole('heading', { name: 'Olive Grove Cluster' }).click({ timeout: 30_000 });
		const name = page.locator('input[id^="name-field"]').first();
		await name.waitFor({ timeout: 30_000 });
		expect(await name.inputValue()).toBe('Olive Grove Cluster');
		expect(await page.getByRole('button', { name: /^Status:/ }).innerText()).toBe('Status: Draft');
		expect(asked).toEqual([]);
		expect(gitHub.problems).toEqual([]);
	});
});

test('a proposal is told on the first page, and what is not taken up is answered, all as GitHub describes', async () => {
	await withPage('/favicon.svg', { viewport: { width: 1280, height: 900 } }, async (page) => {
		const { origin } = new URL(page.url());
		await bring(origin);
		await useGitHub(page);
		await answerQuestions(page);
		await page.goto(`${origin}/admin/#/start`);
		await page.getByRole('link', { name: /^Olive Grove Cluster: Proposal/ }).click({ timeout: 30_000 });
		await page.getByRole('button', { name: 'Delete unpublished entry' }).click({ timeout: 30_000 });
		const dialog = page.getByRole('dialog').filter({ hasText: 'Throw this draft away' });
		await dialog.getByLabel('Reason').fill('It works alone.');
		await dialog.getByRole('button', { name: 'Throw away' }).click();
		await expect.poll(() => gitHub.pulls.map(({ state }) => state)).toEqual(['closed']);
		const receipts = gitHub.filesOn('main').filter((path) => path.startsWith('content/receipts/'));
		expect(receipts.map((path) => gitHub.fileOn('main', path))).toEqual([
			expect.stringMatching(/state: not-taken\nchangedOn: .+\nreason: It works alone\.\n$/),
		]);
		expect(gitHub.problems).toEqual([]);
	});
});

test('a note that could not become a draft is on the first page, and so is a build that did not go through', async () => {
	await withPage('/favicon.svg', { viewport: { width: 1280, height: 900 } }, async (page) => {
		const { origin } = new URL(page.url());
		gitHub.issues.push({
			number: 7,
			title: 'A correction to a profile that is not there',
			body: '',
			state: 'open',
			labels: ['submission'],
		});
		const failed = { state: 'failure', context: 'netlify/clusters/deploy', description: 'Deploy failed.' };
		gitHub.build = {
			state: 'failure',
			statuses: [{ ...failed, target_url: 'https://app.netlify.com/sites/clusters/deploys/1' }],
		};
		await useGitHub(page);
		await page.goto(`${origin}/admin/#/start`);
		await page.getByText('A correction to a profile that is not there').waitFor({ timeout: 30_000 });
		const link = page.getByRole('link', { name: 'Deploy failed.' });
		expect(await link.getAttribute('href')).toBe('https://app.netlify.com/sites/clusters/deploys/1');
		await page.getByRole('heading', { name: 'The last build did not go through' }).waitFor();
		gitHub.build = { state: 'success', statuses: [] };
		expect(gitHub.problems).toEqual([]);
	});
});

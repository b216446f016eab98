import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser, withPage } from '../with-page.ts';

useBrowser();

const json = (body: unknown) => ({
	status: 200,
	contentType: 'application/json',
	headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
	body: JSON.stringify(body),
});

const shaOf = (index: number) => index.toString(16).padStart(12, '0').padEnd(40, '0');
const dayOf = (index: number) => `20${String(10 + (index % 15))}-01-${String(1 + (index % 28)).padStart(2, '0')}`;

/** Stands in for GitHub with so many profiles, of which the last has changed since the build. Returns what was asked. */
async function mockGitHub(page: Page, count: number): Promise<string[]> {
	const asked: string[] = [];
	const names = Array.from({ length: count }, (_, index) => `cluster-${String(index)}`);
	const changed = count - 1;
	const answers: [path: RegExp, answer: () => unknown][] = [
		[/\/user$/, () => ({ login: 'editor', name: 'An editor', id: 1 })],
		[/\/repos\/[^/]+\/[^/]+$/, () => ({ permissions: { push: true }, owner: { login: 'owner' }, name: 'repository' })],
		[
			/\/git\/trees\/main:content\/clusters$/,
			() => ({
				tree: names.map((name, index) => ({
					type: 'blob',
					path: `${name}.md`,
					sha: shaOf(index === changed ? count + 7 : index),
					size: 3000,
				})),
			}),
		],
		[
			/\/git\/blobs\//,
			() => ({
				encoding: 'base64',
				content: Buffer.from('---\nname: Changed today\ncheck:\n  on: 2009-01-01\n---\n').toString('base64'),
			}),
		],
		[/\/(?:pulls|issues|search)/, () => []],
	];
	await page.route('https://api.github.com/**', async (route: Route) => {
		const { pathname } = new URL(route.request().url());
		if (route.request().method() === 'OPTIONS') return route.fulfill(json({}));
		asked.push(pathname);
		const found = answers.find(([path]) => path.test(pathname));
		return route.fulfill(found ? json(found[1]()) : { ...json({ message: 'Not Found' }), status: 404 });
	});
	// The built site is on no machine of an editor here.
	await page.route('**/api/v1', (route) => route.fulfill({ status: 404 }));
	await page.route('**/admin/lists/clusters.json', (route) =>
		route.fulfill(
			json(
				Object.fromEntries(
					names.map((name, index) => [
						`${name}.md`,
						[shaOf(index).slice(0, 12), { name: `Cluster ${String(index)}`, check: { on: dayOf(index) } }],
					]),
				),
			),
		),
	);
	return asked;
}

/** Opens the list of profiles as somebody who is logged in. Returns its rows, and what was asked of GitHub. */
const openList = (count: number) =>
	withPage('/favicon.svg', { viewport: { width: 1280, height: 900 } }, async (page) => {
		const asked = await mockGitHub(page, count);
		await page.evaluate(() => {
			const user = { backendName: 'github', token: 'a-token', login: 'editor', useOpenAuthoring: false };
			localStorage.setItem('decap-cms-user', JSON.stringify(user));
		});
		await page.goto(new URL('/admin/#/collections/clusters', page.url()).href);
		const rows = page.locator('li a').filter({ hasText: /^(?:Cluster \d|Changed)/ });
		await rows.first().waitFor();
		return { rows: await rows.allInnerTexts(), asked };
	});

const requests = (asked: readonly string[]) => asked.filter((path) => path.includes('/git/')).length;

test('ten thousand profiles open with as few requests and rows as a hundred', async () => {
	const few = await openList(100);
	const many = await openList(10_000);
	expect(requests(many.asked)).toBe(requests(few.asked));
	expect(many.asked.filter((path) => path.includes('/git/blobs/'))).toHaveLength(1);
	expect(many.rows.length).toBeLessThanOrEqual(100);
});

test('a list shows the oldest check first, and what changed since the build as it is now', async () => {
	const { rows } = await openList(100);
	expect(rows[0]).toContain('Changed today');
	expect(rows[1]).toContain(' January 2010');
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useEditor } from './editor.ts';

const profile = readFileSync('content/clusters/bluecity.md', 'utf8');
const withFields = (fields: string) => profile.replace('---\n', `---\n${fields}\n`);
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
	.concat(
		Array.from('bcdefghi').map(
			(name, i) =>
				`${name}: &${name} [${Array(9)
					.fill(`*${'abcdefgh'.charAt(i)}`)
					.join()}]`,
		),
	)
	.join('\n');

/** Files that no form can show, and what the list says of them. */
const unusable: [string, string | Buffer, string][] = [
	['code', '---js\n{ name: (window.ran = true, "x") }\n---\n', 'The file does not start with its fields'],
	['bomb', `---\n${bomb}\n---\n`, 'The fields hold more than 20000 values'],
	['large', `${profile}\n${'word '.repeat(1_000_000)}`, 'The file has more than 1000000 characters'],
	['broken', '---\nname: "x\n  - y: [\n---\n', 'The fields cannot be read as YAML: deficient indentation'],
	['deep', `---\nname: ${'['.repeat(50_000)}\n---\n`, 'nesting exceeded'],
	['latin', Buffer.from(profile.replace('name: ', 'name: Café '), 'latin1'), 'The file is not in UTF-8'],
	['proto', withFields('__proto__:\n  polluted: true'), 'The file has a field called __proto__'],
	['shapes', '---\nname: Shapes\nthemes: none\nposition: north\n---\n', '(?:Themes|Position) '],
	['empty', '', 'The file is empty'],
];

const attack = 'window.ran = true';
const scripts = `${profile.replace(/name: .*/, `name: "<img src=https://evil.example/a onerror='${attack}'><script>${attack}</script>"`)}
<script>${attack}</script>

<img src="https://evil.example/b.png" onerror="${attack}">

<iframe src="https://evil.example/"></iframe>

[A link](javascript:${attack})
`;

const files = Object.fromEntries([
	...unusable.map(([slug, text]) => [`content/clusters/${slug}.md`, text]),
	['content/clusters/scripts.md', scripts],
	['content/clusters/taken.md', withFields('$slug: act-group\n$problem: hm')],
]) as Record<string, string | Buffer>;

const { withEditor } = useEditor(inject('siteFolder'), 'fs', files);

/** What a page did that it must not: ran a script of the content, or got an answer from elsewhere. */
function watch(page: Page, address: string) {
	const seen: string[] = [];
	page.on('response', (response) => {
		if (!response.url().startsWith(address) && !/^(?:blob|data):/.test(response.url())) seen.push(response.url());
	});
	return async () => ((await page.evaluate(() => 'ran' in window)) ? [...seen, 'a script ran'] : seen);
}

test('hostile files stand in the list with what is wrong, and all others as ever', async () => {
	await withEditor('/collections/clusters', async (page, { address }) => {
		const seen = watch(page, address);
		await page.reload();
		await page.getByText('ACT Group').waitFor();
		const list = await page.locator('body').innerText();
		for (const [slug, , sentence] of unusable) expect(list, slug).toMatch(new RegExp(`⚠ .*${sentence}`));
		expect(list).toContain('<script>');
		expect(await seen()).toEqual([]);
	});
});

test('a profile with scripts in its name and text opens, runs none of them and reaches nobody', async () => {
	await withEditor('/collections/clusters', async (page, { address }) => {
		const seen = watch(page, address);
		await page.goto(`${address}admin/#/collections/clusters/entries/scripts`);
		await page.reload();
		await page.locator('input[id^="name-field"]').first().waitFor();
		await page.waitForTimeout(1500);
		expect(await seen()).toEqual([]);
	});
});

test('a file that cannot be shown cannot be saved over', async () => {
	await withEditor('/collections/clusters/entries/latin', async (page, { read }) => {
		const name = page.locator('input[id^="name-field"]').first();
		await name.waitFor();
		expect(await name.inputValue()).toContain('⚠ The file is not in UTF-8');
		await name.fill('Another name');
		await page.getByRole('button', { name: 'Publish' }).first().click();
		await page.getByRole('menuitem', { name: 'Publish now' }).click();
		await page.waitForTimeout(1500);
		expect(read('content/clusters/latin.md')).toBe((files['content/clusters/latin.md'] as Buffer).toString());
	});
});

test('a file cannot give itself the address of another', async () => {
	await withEditor('/collections/clusters/entries/taken', async (page) => {
		const address = page.locator('input[id^="$slug-field"]');
		await address.waitFor({ state: 'attached' });
		expect(await address.inputValue()).toBe('taken');
	});
});

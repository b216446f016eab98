import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesOf } from './pages.ts';

const folder = inject('siteFolder');
const address = inject('siteAddress');
const htmlFiles = filesOf(folder).filter((file) => file.endsWith('.html'));
const textIn = (file: string) => readFileSync(join(folder, file), 'utf8');

// Safari obeys it on localhost too: what npm start serves would have no script, no font and no map.
const UPGRADE = /upgrade-insecure-requests/i;

test('no header that the build writes, and no page, has a browser ask for https instead of http', () => {
	expect(htmlFiles.length).toBeGreaterThan(150);
	expect(['_headers', ...htmlFiles].filter((file) => UPGRADE.test(textIn(file)))).toEqual([]);
});

test('what every page needs comes from http://localhost, and no answer leads to https', async () => {
	expect(new URL(address).protocol + new URL(address).hostname).toBe('http:localhost');
	const needed = new Set<string>();
	for (const file of htmlFiles) {
		needed.add(`/${file.replace(/index\.html$/, '')}`);
		for (const [, path = ''] of textIn(file).matchAll(/\s(?:src|href)="(\/(?:_astro|maps)\/[^"#]*)"/g)) {
			needed.add(path);
		}
	}
	const kinds = [...needed].map((path) => /\.[a-z0-9]+$/.exec(path)?.[0]);
	for (const kind of ['.js', '.woff2', '.svg']) expect(kinds).toContain(kind);
	for (const path of needed) {
		const answer = await fetch(new URL(path, address), { redirect: 'manual' });
		await answer.body?.cancel();
		expect(answer.status, path).toBe(200);
		expect(UPGRADE.test(answer.headers.get('content-security-policy') ?? ''), path).toBe(false);
	}
});

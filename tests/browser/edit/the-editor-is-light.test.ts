import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { useBrowser, withPage } from '../with-page.ts';

useBrowser();

const EDITOR_MAX_BYTES = 745_000;

test('what the editor loads weighs at most 745 kB, comes from the site alone, and keeps to its policy', async () => {
	const loaded = new Set<string>();
	const complaints: string[] = [];
	await withPage('/favicon.svg', { viewport: { width: 1280, height: 900 } }, async (page) => {
		page.on('request', (request) => loaded.add(request.url()));
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		// Where nobody edits on this machine.
		await page.route('**/api/v1', (route) => route.fulfill({ status: 200, contentType: 'text/plain', body: '' }));
		await page.goto(new URL('/admin/', page.url()).href);
		await page.getByRole('button', { name: 'Login with GitHub' }).waitFor();
	});
	expect(complaints).toEqual([]);
	const origin = new URL(inject('siteAddress')).origin;
	expect([...loaded].filter((url) => new URL(url).origin !== origin)).toEqual([]);
	const scripts = [...loaded].map((url) => new URL(url).pathname).filter((path) => path.endsWith('.js'));
	expect(scripts).not.toEqual([]);
	const files = [...scripts, '/admin/preview.js', '/admin/preview.css'];
	const weights = files.map((path) => brotliCompressSync(readFileSync(join(inject('siteFolder'), path))).length);
	expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(EDITOR_MAX_BYTES);
});

test('the policy of the editor allows no code or styles from text', async () => {
	const policy = (await fetch(new URL('/admin/', inject('siteAddress')))).headers.get('content-security-policy') ?? '';
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("script-src 'self';");
	expect(policy).not.toMatch(/unsafe-|\*/);
});

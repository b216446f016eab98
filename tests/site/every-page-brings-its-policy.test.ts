import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesOf } from './pages.ts';

/** What Cloudflare takes of a line; a longer one it leaves out without a word. */
const LINE_MAX_CHARACTERS = 2_000;

const folder = inject('siteFolder');
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const htmlFiles = filesOf(folder).filter((file) => file.endsWith('.html'));
const isPart = (file: string) => file.startsWith('clusters/cards/');

const hashesOf = (html: string) =>
	[...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
		([, sheet = '']) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
	);

test('every page brings its policy before anything that it rules, with the hashes of its own styles alone', () => {
	const ofProfiles = hashesOf(textOf('clusters/act-group/index.html'));
	for (const file of htmlFiles.filter((file) => !isPart(file) && !file.startsWith('admin/'))) {
		const html = textOf(file);
		const [, policy = '', before = ''] =
			/^<!DOCTYPE html><html[^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">/i.exec(
				html,
			) ?? [];
		expect(before, file).toBe('');
		const allowed = (/style-src ([^;]+)/.exec(policy)?.[1] ?? '').split(' ');
		// What takes parts of profiles allows their styles, and those of the few pages beside them.
		if (/^(?:clusters\/(?:compare|pack)|have-your-say\/correct)\//.test(file)) {
			expect(allowed, file).toEqual(expect.arrayContaining([...hashesOf(html), ...ofProfiles]));
			expect(allowed.length, file).toBeLessThan(12);
		} else {
			expect(new Set(allowed), file).toEqual(new Set(["'self'", ...hashesOf(html)]));
		}
		expect(html.split('http-equiv="Content-Security-Policy"'), file).toHaveLength(2);
	}
});

test('parts of pages have no styles of their own', () => {
	expect(htmlFiles.filter(isPart).filter((file) => hashesOf(textOf(file)).length > 0)).toEqual([]);
});

test('the editor’s header has the hashes of its page and of the one for addresses that do not exist', () => {
	const [, policy = ''] = /^\/admin\/\*\n {2}Content-Security-Policy: (.+)$/m.exec(textOf('_headers')) ?? [];
	for (const page of ['admin/index.html', '404.html'])
		for (const hash of hashesOf(textOf(page))) expect(policy).toContain(hash);
});

test('no line of the headers is near to what hosts leave out', () => {
	for (const line of textOf('_headers').split('\n')) {
		expect(line.length, line).toBeLessThan(LINE_MAX_CHARACTERS * 0.75);
	}
});

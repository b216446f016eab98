import { parseAllHeaders } from '@netlify/headers-parser';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorPolicy, embedPolicy, headerPolicy, hostsOf } from '../../src/build/content-security-policy.ts';
import { hostHeaders } from '../../src/build/host-headers.ts';

/** Cloudflare leaves a longer line out without a word, and takes so many rules. */
const LINE_MAX_CHARACTERS = 2_000;
const RULES_MAX = 100;

const names = ['/clusters/*', '/404.html'].concat(
	Array.from({ length: 30 }, (_, index) => `/a-folder-with-a-long-name-${index}/*`),
);

const written = hostHeaders(names, {
	reading: headerPolicy(['https://api.web3forms.com', 'https://formspree.io']),
	embedded: embedPolicy(),
	editing: editorPolicy(['a'.repeat(44), 'b'.repeat(44)], hostsOf('github', ['https://git.a-long-name.example.org'])),
});

/** The rules by path, each with its headers. */
const rules = new Map<string, Record<string, string>>();
for (const line of written.trimEnd().split('\n')) {
	if (line.startsWith('/')) rules.set(line, {});
	else Object.assign([...rules.values()].at(-1) ?? {}, Object.fromEntries([line.trim().split(/: (.*)/)]));
}

/** What a host sends for an address that merges all rules that match. */
const sentFor = (address: string): [string, string][] =>
	[...rules]
		.filter(([path]) => (path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : path === address))
		.flatMap(([, headers]) => Object.entries(headers));

describe('the headers for the host', () => {
	test('have no line that a host would leave out, however many pages and styles there are', () => {
		// With room for longer names of hosts: half of what Cloudflare takes.
		for (const line of written.split('\n')) expect(line.length, line).toBeLessThan(LINE_MAX_CHARACTERS / 2);
		expect(rules.size).toBeLessThan(RULES_MAX);
	});

	test.each([
		'/',
		'/clusters/',
		'/clusters/act-group/',
		'/clusters/cards/x/0/',
		'/embed/',
		'/admin/',
		'/_astro/x.js',
		'/nowhere',
	])('send each header once: %s', (address) => {
		const sent = sentFor(address).map(([name]) => name);
		expect(sent).toEqual([...new Set(sent)]);
	});

	test.each([
		['a page', '/clusters/act-group/', 'Content-Security-Policy', "frame-ancestors 'none'"],
		['a page', '/clusters/act-group/', 'Cross-Origin-Opener-Policy', 'same-origin'],
		['what other sites show', '/embed/country/fr/', 'Content-Security-Policy', 'frame-ancestors *'],
		['the editor', '/admin/', 'Content-Security-Policy', "frame-ancestors 'self'"],
		['the editor', '/admin/', 'Cross-Origin-Opener-Policy', 'same-origin-allow-popups'],
		['part of a page', '/clusters/cards/x/0/', 'X-Robots-Tag', 'noindex'],
		['a file that never changes', '/_astro/x.js', 'Cache-Control', 'immutable'],
		['an address that does not exist', '/nowhere', 'X-Frame-Options', 'DENY'],
		['an address that does not exist', '/nowhere', 'Strict-Transport-Security', 'max-age=63072000'],
		['an address that does not exist', '/nowhere', 'X-Content-Type-Options', 'nosniff'],
	])('give %s (%s) its %s', (_what, address, name, value) => {
		expect(Object.fromEntries(sentFor(address))[name]).toContain(value);
	});

	test('are read by Netlify’s own parser as they are meant', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'headers-'));
		const file = join(folder, '_headers');
		writeFileSync(file, written);
		const { headers, errors } = await parseAllHeaders({
			headersFiles: [file],
			configHeaders: undefined,
			minimal: true,
		});
		rmSync(folder, { recursive: true });
		expect(errors).toEqual([]);
		expect(headers).toEqual([...rules].map(([path, values]) => ({ for: path, values })));
	});

	test('let nobody keep a page for ever', () => {
		expect(sentFor('/clusters/').map(([name]) => name)).not.toContain('Cache-Control');
	});
});

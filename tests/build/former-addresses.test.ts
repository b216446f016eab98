import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formerPage, writeFormerPages } from '../../src/build/former-addresses.ts';
import { htmlProblemsOf } from '../site/html-problems.ts';

test('a page at a former address leads on without script, and says where to', async () => {
	const page = formerPage('/clusters/new/', 'https://clusters.example.org');
	expect(page).toContain('<meta http-equiv="refresh" content="0; url=/clusters/new/">');
	expect(page).toContain('<link rel="canonical" href="https://clusters.example.org/clusters/new/">');
	expect(page).toContain('<a href="/clusters/new/">');
	expect(await htmlProblemsOf(page, 'clusters/old/index.html')).toEqual([]);
});

test('there are pages or lines, never both: a host would show the page before it followed the line', () => {
	const folder = mkdtempSync(join(tmpdir(), 'former-'));
	try {
		writeFileSync(
			join(folder, '_redirects'),
			'/clusters/old/ /clusters/new/ 301\n/clusters/older/ /clusters/new/ 301\n',
		);
		expect(writeFormerPages(folder, 'https://clusters.example.org')).toBe(2);
		expect(readFileSync(join(folder, 'clusters/older/index.html'), 'utf8')).toContain('url=/clusters/new/');
		expect(readFileSync(join(folder, 'clusters/old/index.html'), 'utf8')).toContain(
			'http-equiv="Content-Security-Policy"',
		);
		expect(readFileSync(join(folder, '_redirects'), 'utf8')).toBe('');
	} finally {
		rmSync(folder, { recursive: true });
	}
});

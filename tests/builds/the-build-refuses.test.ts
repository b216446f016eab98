import { expect, test } from 'vitest';
import { contentWith, runBuild, temporaryFolder } from './build-of.ts';

const page = (fields: string, body = 'Text.') => `---\n${fields}\n---\n\n${body}\n`;
const guide = (title: string, body: string) =>
	page(
		`title: ${title}\nsummary: A page.\npart: clusters\norder: 1\nwrittenOn: "2026-11-24"\nsources:\n  - title: A page\n    url: https://example.org/`,
		body,
	);

test('a build stops on wrong content and names every problem with file, field and mend', async () => {
	const content = contentWith({
		'updates/wrong.md': page(
			'title: 3\nsumary: Misspelled\ndate: "2027-02-30"\nwrittenOn: "2026-11-24"\nkind: gossip\nsources: []',
		),
		'clusters/lost.md': page('name: Lost'),
		'guide/raw.md': guide('Raw', 'Hello <script>alert(1)</script>'),
		'guide/picture.md': guide('Picture', '![x](../../../outside.png)'),
	});
	const { exitCode, output } = await runBuild({ CONTENT_DIR: content });
	expect(exitCode).toBe(1);
	for (const words of [
		/updates\/wrong\.md:2\n.*Title \(title\) 3 is not text/,
		/updates\/wrong\.md\n.*Summary \(summary\) is missing/,
		/sumary is a field that nobody knows/,
		/updates\/wrong\.md:4\n.*\(date\) "2027-02-30" is not a day of the calendar/,
		/Kind \(kind\) "gossip" is not one of the choices\.\n\s+→ Use one of: meeting, report, consultation, milestone\./,
		/clusters\/lost\.md\n.*Country \(country\) is missing/,
		/guide\/raw\.md:\d+\n.*raw HTML: <script>/,
		/guide\/picture\.md:\d+\n.*a picture that is not in content\/assets\/: \.\.\/\.\.\/\.\.\/outside\.png/,
	]) {
		expect(output).toMatch(words);
	}
});

test('a build stops when a page fails to render, and again when it is run a second time', async () => {
	const content = contentWith({ 'guide/broken.mdx': guide('Broken', '{(() => { throw new Error("no figures") })()}') });
	const out = temporaryFolder();
	for (const attempt of [1, 2]) {
		const { exitCode, output } = await runBuild({ CONTENT_DIR: content, OUT_DIR: out });
		expect(exitCode, `attempt ${attempt}`).toBe(1);
		expect(output).toContain('no figures');
		expect(output).toContain('/guide/broken/ (guide/broken.mdx)');
	}
});

test('a build stops when a page links to an address of this site that does not exist', async () => {
	const { exitCode, output } = await runBuild({
		CONTENT_DIR: contentWith({ 'guide/dead.md': guide('Dead', 'See [this](/guide/nowhere/).') }),
	});
	expect(exitCode).toBe(1);
	expect(output).toMatch(/guide\/dead\.md:12\n.*The link \/guide\/nowhere\/ leads nowhere\.\n.*→ Correct it/);
	expect(output).not.toContain('node_modules');
});

test('a build stops when SITE_TODAY is no day', async () => {
	const { exitCode, output } = await runBuild({ SITE_TODAY: 'tomorrow', CONTENT_DIR: contentWith({}) });
	expect(exitCode).toBe(1);
	expect(output).toContain('SITE_TODAY is “tomorrow”');
});

test('a build stops when URL has a path, and says what to give', async () => {
	const { exitCode, output } = await runBuild({ URL: 'https://user.github.io/site', CONTENT_DIR: contentWith({}) });
	expect(exitCode).toBe(1);
	expect(output).toContain('URL is “https://user.github.io/site”');
	expect(output).toContain('such as URL=https://user.github.io,');
	expect(output).not.toContain('    at ');
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, pagesOf, textOf } from '../site/pages.ts';
import { buildInto, temporaryFolder } from './build-of.ts';

/** What another network writes first: docs/a-copy-of-your-own.md. */
const settings = `name: Hubs of the North
tagline: Find the places in the North where people join forces.
publisher: Northern Alliance
publisherUrl: https://north.example.org/
address: https://hubs.example.org
answeredBy: The office of the Northern Alliance
answeredInWorkingDays: 10
disclaimer: The Northern Alliance publishes this site.
countries: [SE, FI]
geces: false
checkFreshMonths: 12
checkDueMonths: 15
formHandler: netlify
formKeeper: Netlify, Inc. in the United States
submissionsKeptMonths: 12
`;
const profile = `---
name: A hub
summary: A place where people join forces.
kind: other
country: SE
themes: [food]
sources:
  - title: A page
    url: https://example.org/
    supports: [summary]
check:
  on: "2026-11-24"
  by: the editors
  how: record
  against: Everything.
---

A text.
`;

/** What definitions of services rest on: who keeps the definitions keeps their source. */
const CITED = 'https://euclidnetwork.eu/2019/07/the-potential-of-social-economy-clusters/';

test('a site with other settings and content says nothing of this network, and asks for its own countries', async () => {
	const content = temporaryFolder();
	for (const [path, text] of [
		['site/settings.yaml', settings],
		['clusters/a-hub.md', profile],
	] as const) {
		mkdirSync(join(content, path, '..'), { recursive: true });
		writeFileSync(join(content, path), text);
	}
	const { exitCode, output, folder } = await buildInto(temporaryFolder(), { CONTENT_DIR: content });
	expect(output).toContain('Complete');
	expect(exitCode).toBe(0);
	const naming = filesOf(folder).filter((file) =>
		/euclid/i.test(readFileSync(join(folder, file), 'utf8').replaceAll(CITED, '')),
	);
	expect(naming).toEqual([]);
	const pages = new Map(pagesOf(folder).map((page) => [page.path, page.document]));
	expect([...pages.keys()].filter((path) => path.startsWith('/geces/'))).toEqual([]);
	expect(textOf(pages.get('/')?.querySelector('header'))).toContain('Hubs of the North by Northern Alliance');
	const asked = [...(pages.get('/clusters/gaps/')?.querySelectorAll('#countries + div .chips a') ?? [])];
	expect(asked.map(textOf)).toEqual(['Finland', 'Sweden 1']);
});

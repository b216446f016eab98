import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pagesOf, textOf } from '../site/pages.ts';
import { contentWith, runBuild } from './build-of.ts';

const source = 'sources:\n  - title: A page\n    url: https://example.org/';
const question = (id: string) => `  - type: text\n    id: ${id}\n    label: What about ${id}?`;
const files = {
	'calls/views.md': `---\ntitle: Views\nsummary: Tell us.\nopensOn: "2027-01-11"\nclosesOn: "2027-03-31"\ndecidedBy: The group\ncanChange: Much.\nquestions:\n${['one', 'two', 'three'].map(question).join('\n')}\nminutesNeeded: 5\nsummaryPromisedOn: "2027-05-31"\nheard:\n  on: "2027-06-10"\n  text: Much was heard.\ntaken:\n  on: "2027-07-01"\n  text: It was taken.\n  meeting: spring\noutcome:\n  on: "2027-09-01"\n  text: It came about.\n---\n`,
	'meetings/spring.md': `---\ntitle: Spring meeting\ndate: "2027-04-15"\ngroup: geces\nafter:\n  notesPromisedOn: "2027-05-01"\n  notesPublishedOn: "2027-05-20"\n${source}\n---\n`,
	'clusters/hub.md': `---\nname: Hub\nsummary: A hub.\nkind: other\ncountry: PT\nthemes: [food]\naliases: [old-hub]\nsources:\n  - title: A page\n    url: https://example.org/\n    supports: [summary]\ncheck:\n  on: "2026-11-24"\n  by: the editors\n  how: record\n  against: Everything.\n---\n\nA text.\n`,
};

/** Day → what the badge of the call, the meeting and the profile says. */
const days = [
	[
		'2027-01-10',
		'Opens on 11 January 2027',
		'Announced',
		'Checked against our records on 24 November 2026; next by 24 November 2027',
	],
	[
		'2027-03-31',
		'Open until 31 March 2027',
		'Announced',
		'Checked against our records on 24 November 2026; next by 24 November 2027',
	],
	[
		'2027-04-16',
		'Closed; we are reading the answers until 31 May 2027',
		'Held; notes promised for 1 May 2027',
		'Checked against our records on 24 November 2026; next by 24 November 2027',
	],
	[
		'2027-05-02',
		'Closed; we are reading the answers until 31 May 2027',
		'Late: notes were promised for 1 May 2027',
		'Checked against our records on 24 November 2026; next by 24 November 2027',
	],
	[
		'2027-06-01',
		'Late: the summary was promised for 31 May 2027',
		'Notes published',
		'Checked against our records on 24 November 2026; next by 24 November 2027',
	],
	[
		'2027-06-10',
		'Summary published',
		'Notes published',
		'Checked against our records on 24 November 2026; next by 24 November 2027',
	],
	[
		'2027-07-01',
		'Taken to GECES',
		'Notes published',
		'Checked against our records on 24 November 2026; next by 24 November 2027',
	],
	[
		'2027-11-24',
		'Outcome known',
		'Notes published',
		'Checked against our records on 24 November 2026; a new check is due',
	],
	[
		'2028-02-24',
		'Outcome known',
		'Notes published',
		'Checked against our records on 24 November 2026; overdue, read with care',
	],
] as const;

describe.each(days)('a site built as of %s', (day, call, meeting, check) => {
	test('shows the states of that day', async () => {
		const { exitCode, output, folder } = await runBuild({ SITE_TODAY: day, CONTENT_DIR: contentWith(files) });
		expect(output).toContain('Complete');
		expect(exitCode).toBe(0);
		const pages = new Map(pagesOf(folder).map((page) => [page.path, page.document]));
		const badgeOn = (path: string) => textOf(pages.get(path)?.querySelector('.badge'));
		expect(badgeOn('/have-your-say/views/')).toBe(call);
		expect(badgeOn('/have-your-say/')).toBe(call);
		expect(badgeOn('/geces/meetings/spring/')).toBe(meeting);
		expect(badgeOn('/clusters/hub/')).toBe(check);
		// A later step of a call must not show before its day.
		expect(textOf(pages.get('/have-your-say/views/')?.querySelector('main')).includes('It came about.')).toBe(
			day >= '2027-09-01',
		);
		expect(readFileSync(join(folder, '_redirects'), 'utf8')).toBe('/clusters/old-hub/ /clusters/hub/ 301\n');
	});
});

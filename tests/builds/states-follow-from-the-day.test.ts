import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/formats/brussels-days.ts';
import { pagesOf, textOf } from '../site/pages.ts';
import { contentWith, runBuild } from './build-of.ts';

const source = 'sources:\n  - title: A page\n    url: https://example.org/';
const question = (id: string) => `  - type: text\n    id: ${id}\n    label: What about ${id}?\n    required: true`;
const files = {
	'calls/views.md': `---\ntitle: Views\nsummary: Tell us.\nopensOn: "2027-01-11"\nclosesOn: "2027-03-31"\ndecidedBy: The group\ncanChange: Much.\nquestions:\n${['one', 'two', 'three'].map(question).join('\n')}\nminutesNeeded: 5\nsummaryPromisedOn: "2027-05-31"\nheard:\n  on: "2027-06-10"\n  text: Much was heard.\ntaken:\n  on: "2027-07-01"\n  text: It was taken.\n  meeting: spring\noutcome:\n  on: "2027-09-01"\n  text: It came about.\n---\n`,
	'meetings/spring.md': `---\ntitle: Spring meeting\ndate: "2027-04-15"\ngroup: geces\nafter:\n  notesPromisedOn: "2027-05-01"\n  notesPublishedOn: "2027-05-20"\n${source}\n---\n`,
	'points/rooms.md': `---\ntitle: Rooms\ncall: views\nsteps:\n  - step: received\n    on: "2027-04-16"\n  - step: raised\n    on: "2027-06-10"\n    meeting: spring\n  - step: not-taken\n    on: "2028-02-24"\n    text: Another body decides.\naliases: [old-rooms]\n---\n\nThree members said so.\n`,
	'updates/ahead.md': `---\ntitle: Ahead\nsummary: Written ahead.\ndate: "2027-06-01"\nwrittenOn: "2026-11-24"\nkind: report\n${source}\n---\n`,
	'clusters/hub.md': `---\nname: Hub\nsummary: A hub.\nkind: other\ncountry: PT\nthemes: [food]\naliases: [old-hub]\nsources:\n  - title: A page\n    url: https://example.org/\n    supports: [summary]\ncheck:\n  on: "2026-11-24"\n  by: the editors\n  how: record\n  against: Everything.\n---\n\nA text.\n`,
};

/** Day → what the badge of the call, the meeting, the profile and the point says, and under which heading the call stands; a point without a step has no page. */
const days = [
	[
		'2027-01-10',
		'Opens on 11 January 2027',
		'Announced',
		// A profile says nothing of a check that is fresh.
		'',
		undefined,
		'Opening soon',
	],
	['2027-03-31', 'Open until 31 March 2027', 'Announced', '', undefined, 'Views'],
	[
		'2027-04-16',
		'Closed; we are reading the answers until 31 May 2027',
		'Held; notes promised for 1 May 2027',
		'',
		'Received on 16 April 2027',
		'We are reading the answers',
	],
	[
		'2027-05-02',
		'Closed; we are reading the answers until 31 May 2027',
		'Late: notes were promised for 1 May 2027',
		'',
		'Received on 16 April 2027',
		'We are reading the answers',
	],
	[
		'2027-06-01',
		'Late: the summary was promised for 31 May 2027',
		'Notes published',
		'',
		'Received on 16 April 2027',
		'We are reading the answers',
	],
	['2027-06-10', 'Summary published', 'Notes published', '', 'Raised in GECES on 10 June 2027', 'What we heard'],
	['2027-07-01', 'Taken to GECES', 'Notes published', '', 'Raised in GECES on 10 June 2027', 'What we heard'],
	[
		'2027-11-24',
		'Outcome known',
		'Notes published',
		'Checked against public sources on 24 November 2026; a new check is due',
		'Raised in GECES on 10 June 2027',
		'What we heard',
	],
	[
		'2028-02-24',
		'Outcome known',
		'Notes published',
		'Checked against public sources on 24 November 2026; overdue, read with care',
		'Not taken up on 24 February 2028',
		'What we heard',
	],
] as const;

/** All days on which something above changes, and the first days after months that a digest tells of. */
const daysOfChange = [
	'2027-01-11',
	'2027-02-01',
	'2027-04-01',
	'2027-04-16',
	'2027-05-01',
	'2027-05-02',
	'2027-05-20',
	'2027-06-01',
	'2027-06-10',
	'2027-07-01',
	'2027-08-01',
	'2027-09-01',
	'2027-10-01',
	'2027-11-24',
	'2028-02-24',
	'2028-03-01',
];

describe.each(days)('a site built as of %s', (day, call, meeting, check, point, heading) => {
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
		expect(textOf(pages.get('/have-your-say/')?.querySelector('main h2'))).toBe(heading);
		expect(pages.has('/updates/ahead/')).toBe(day >= '2027-06-01');
		// The editor also knows what does not show yet, or a second entry could take its address.
		const index = JSON.parse(readFileSync(join(folder, 'admin/entries.json'), 'utf8')) as Record<string, unknown>;
		expect(index['updates']).toEqual([['ahead', 'Ahead', []]]);
		expect(index['points']).toEqual([['rooms', 'Rooms', ['old-rooms']]]);
		expect(readFileSync(join(folder, 'admin/lists/updates.json'), 'utf8')).toContain('ahead.md');
		// A later step of a call must not show before its day.
		expect(textOf(pages.get('/have-your-say/views/')?.querySelector('main')).includes('It came about.')).toBe(
			day >= '2027-09-01',
		);
		expect(readFileSync(join(folder, '_redirects'), 'utf8')).toBe(
			`/clusters/old-hub/ /clusters/hub/ 301\n${point ? '/have-your-say/what-happened/old-rooms/ /have-your-say/what-happened/rooms/ 301\n' : ''}`,
		);
		expect(JSON.parse(readFileSync(join(folder, 'data/days-of-change.json'), 'utf8'))).toEqual({
			builtFor: day,
			// The last day is told, too, so that the host never runs out of them.
			days: [...daysOfChange.filter((change) => change > day && change < addDays(day, 400)), addDays(day, 400)],
		});

		// The point shows on its page, in the ledger, at its call and at the meeting it was raised at; nowhere before.
		expect(pages.has('/have-your-say/what-happened/rooms/')).toBe(point !== undefined);
		if (point) expect(badgeOn('/have-your-say/what-happened/rooms/')).toBe(point);
		const linkOn = (path: string) =>
			pages.get(path)?.querySelector('main a[href="/have-your-say/what-happened/rooms/"]') !== null;
		expect(linkOn('/have-your-say/what-happened/')).toBe(point !== undefined);
		expect(linkOn('/have-your-say/views/')).toBe(point !== undefined);
		expect(linkOn('/geces/meetings/spring/')).toBe(day >= '2027-06-10');
	});
});

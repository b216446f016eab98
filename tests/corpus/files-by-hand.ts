import type { Fields } from '../entries.ts';

/** Fields of a profile as somebody types them, and what stands in no text then; empty if nothing is missing. */
export const typed: [what: string, line: string, unread: string][] = [
	['a number behind a hash', 'name: Quartier #1 Lyon', '#1 Lyon'],
	['a hash behind a blank', 'name: Hall # 3', '# 3'],
	['a hash behind a tab', 'name: Hall\t#3', '#3'],
	['a hash behind quotation marks', 'name: "Quartier" #1 Lyon', '#1 Lyon'],
	['a hash behind an apostrophe', "name: 'Quartier' #1", '#1'],
	['a hash in a list', 'name: A\nactivities:\n  - hall #3 and a van', '#3 and a van'],
	['a hash in a group', 'name: A\ncarrier: { name: Co #2\n , legalForm: association }', '#2'],
	['a company that begins with a sign of YAML', 'name: &Co Lyon', '&Co'],
	['the same in a list', 'name: A\nactivities:\n  - &walks in town', '&walks'],
	['a hash inside quotation marks', 'name: "Quartier #1 Lyon"', ''],
	['a hash inside a word', 'name: Quartier#1', ''],
	['a note on a line of its own', 'name: Quartier\n# checked by Anna', ''],
	['a note above the items of a list', 'name: A\nactivities: # as they say\n  - walks', ''],
	['a hash in a text of several lines', 'name: >-\n  Quartier #1\n  Lyon', ''],
	['an ampersand inside', 'name: Food & Co', ''],
	['what is repeated', 'name: &name Lyon\nacronym: *name', ''],
];

/** Lines that YAML reads as something else than text, and the rule that the message tells. */
export const misread: [what: string, line: string, rule: string][] = [
	['a colon and a blank', 'name: Hub: the place', 'cannot be read as YAML'],
	['a colon and a blank in a list', 'name: A\nactivities:\n  - walks: weekly', 'activities[0]) is not text'],
	['a number', 'name: 2027', '(name) 2027 is not text'],
	['a number with zeros', 'name: 007', 'is not text'],
	['a number in base 16', 'name: 0x1F', 'is not text'],
	['a number with an exponent', 'acronym: 1e3\nname: A', '(acronym) 1000 is not text'],
	['a fraction', 'name: .5', '(name) 0.5 is not text'],
	['a word for nothing', 'name: null', '(name) is missing'],
	['a sign for nothing', 'name: ~', '(name) is missing'],
	['a word for a switch', 'name: true', '(name) true is not text'],
	['nothing but a hash', 'name: #1', '(name) is missing'],
	['brackets', 'name: [Lyon]', '(name) is not text'],
	['braces', 'name: {Lyon}', '(name) is not text'],
	['brackets with a text behind', 'name: [Lyon] Centre', 'cannot be read as YAML'],
	['a star', 'name: *Star', 'cannot be read as YAML'],
	['an exclamation mark', 'name: !Important', 'cannot be read as YAML'],
	['an at sign', 'name: @home', 'cannot be read as YAML'],
	['a percent sign', 'name: %home', 'cannot be read as YAML'],
	['a grave accent', 'name: `home`', 'cannot be read as YAML'],
	['a quotation mark that stays open', 'name: "Lyon', 'cannot be read as YAML'],
	['an apostrophe that stays open', "name: 't Hof", 'cannot be read as YAML'],
	['text behind quotation marks', 'name: "A" and "B"', 'cannot be read as YAML'],
	['a tab before a field', '\tname: Lyon', 'cannot be read as YAML'],
	['the same field twice', 'name: Lyon\nname: Paris', 'duplicated mapping key'],
	['a field without its colon', 'name Lyon', 'cannot be read as YAML'],
];

/** Words that are text for us, and something else for other readers of YAML. */
export const words: [what: string, line: string, name: string][] = [
	['yes', 'name: Yes', 'Yes'],
	['no', 'name: No', 'No'],
	['on', 'name: on', 'on'],
	['off', 'name: off', 'off'],
	['y', 'name: y', 'y'],
	['a day', 'name: 2027-03-31', '2027-03-31'],
	['a time', 'name: 12:30', '12:30'],
	['a version', 'name: 1.2.3', '1.2.3'],
	['a number with blanks', 'name: 1 000', '1 000'],
	['a colon without a blank', 'name: Hub:Lyon', 'Hub:Lyon'],
	['a tab behind the colon', 'name:\tLyon', 'Lyon'],
	['a text over two lines', 'name: Lyon\n  Centre', 'Lyon Centre'],
];

const check = { by: 'the editors', how: 'sources', against: 'The page listed.' };
const source = { title: 'A page', url: 'https://example.org/page', supports: ['name'] };
const correction = { field: 'name', from: 'A', to: 'B' };

/** Entries with a date of something that was done, on 24 November 2026, and the field that is refused if one is. */
export const datesDone: [
	collection: 'clusters' | 'updates' | 'guide' | 'receipts' | 'site',
	changes: Fields,
	field: string,
][] = [
	['clusters', { check: { on: '2062-11-24', ...check } }, 'check.on'],
	['clusters', { check: { on: '2026-11-26', ...check } }, 'check.on'],
	['clusters', { check: { on: '2026-11-25', ...check } }, ''],
	['clusters', { check: { on: '2026-11-24', ...check } }, ''],
	['clusters', { corrections: [{ on: '2026-12-24', ...correction }] }, 'corrections[0].on'],
	[
		'clusters',
		{
			corrections: [
				{ on: '2026-11-24', ...correction },
				{ on: '2027-11-24', ...correction },
			],
		},
		'corrections[1].on',
	],
	['clusters', { sources: [{ ...source, accessed: '2027-01-01' }] }, 'sources[0].accessed'],
	['clusters', { sources: [{ ...source, accessed: '2026-11-01' }] }, ''],
	['clusters', { stage: 'active', stageAsOf: 2027 }, 'stageAsOf'],
	['clusters', { stage: 'active', stageAsOf: 2026 }, ''],
	['clusters', { founded: 2027 }, 'founded'],
	['clusters', { founded: 2026 }, ''],
	['clusters', { founded: 2001, ended: 2031, stage: 'closed' }, 'ended'],
	['clusters', { members: { total: 7, asOf: '2027' } }, 'members.asOf'],
	['clusters', { members: { total: 7, asOf: '2026-12' } }, 'members.asOf'],
	['clusters', { members: { total: 7, asOf: '2026-11' } }, ''],
	['clusters', { members: { total: 7, asOf: 'undated' } }, ''],
	['clusters', { labels: [{ name: 'A', issuer: 'B', on: '2027' }] }, 'labels[0].on'],
	['clusters', { labels: [{ name: 'A', issuer: 'B', on: '2026' }] }, ''],
	['updates', { writtenOn: '2026-11-30' }, 'writtenOn'],
	['updates', { date: '2027-11-30' }, ''],
	[
		'updates',
		{ sources: [{ title: 'A page', url: 'https://example.org/', accessed: '2026-11-30' }] },
		'sources[0].accessed',
	],
	['guide', { writtenOn: '2099-01-01' }, 'writtenOn'],
	['receipts', { receivedOn: '2026-12-01' }, 'receivedOn'],
	['receipts', { receivedOn: '2026-11-24' }, ''],
	['receipts', { receivedOn: '2026-11-24', state: 'not-taken', reason: 'Twice', changedOn: '2026-11-30' }, 'changedOn'],
	['site', { postReadOn: '2026-11-30' }, 'postReadOn'],
];

/** Dates and the years that they may lie in. */
export const years: [date: string, isAccepted: boolean][] = [
	['0000-01-01', false],
	['0001-01-01', false],
	['0999-12-31', false],
	['1799-12-31', false],
	['1800-01-01', true],
	['2026-11-24', true],
	['2100-12-31', true],
	['2101-01-01', false],
	['9999-12-31', false],
];

const profile = (sources: string, more = '') =>
	`---\n${more}name: A\nsummary: B\nkind: csei\ncountry: FR\nthemes: [food]\ncheck: { on: 2026-11-24, by: x, how: sources }\nsources:\n${sources}---\n`;
const fine = '  - title: A\n    url: https://x.example/\n    supports: [name]\n';

/** Files with one fault, and the line that it is refused with. */
export const lines: [what: string, text: string, line: number][] = [
	['in a list', profile(`${fine}  - title: B\n    url: nope\n    supports: [name]\n`), 13],
	['missing in an item of a list', profile(`${fine}  - title: B\n    supports: [name]\n`), 12],
	[
		'unknown in an item of a list',
		profile(`${fine}  - title: B\n    uri: x\n    url: https://x.example/\n    supports: [name]\n`),
		13,
	],
	[
		'in a list in a list',
		profile(`  - title: A\n    url: https://x.example/\n    supports:\n      - name\n      - nonsense\n`),
		13,
	],
	['in brackets over several lines', profile('  [\n    { title: A, url: nope, supports: [name] }\n  ]\n'), 10],
	['in a field in quotation marks', profile(fine).replace('country: FR', '"country": XX'), 5],
	['in a field in apostrophes', profile(fine).replace('country: FR', "'country': XX"), 5],
	['in a field with a blank before its colon', profile(fine).replace('country: FR', 'country : XX'), 5],
	[
		'in a field that is called like a word in a text above',
		profile(fine, 'region: >-\n  country: FR\n').replace('country: FR\nthemes', 'country: XX\nthemes'),
		7,
	],
	['in what repeats another value', profile(fine, 'region: &r XX\n').replace('country: FR', 'country: *r'), 6],
	['with line ends of Windows', profile(fine).replace('country: FR', 'country: XX').replaceAll('\n', '\r\n'), 5],
	['in a file with a byte order mark', `\ufeff${profile(fine).replace('country: FR', 'country: XX')}`, 5],
	[
		'in braces',
		'---\n{ name: A, summary: B, kind: csei,\n  country: XX, themes: [food], check: { on: 2026-11-24, by: x, how: sources },\n  sources: [{ title: A, url: https://x.example/, supports: [name] }] }\n---\n',
		3,
	],
	['in the text', `${profile(fine)}One.\n\n[x](nowhere)\n`, 15],
];

/** Names of files with a sign that nobody sees, and how a message shows them. */
export const unseenNames: [what: string, file: string, shown: string][] = [
	['in the name of a file', 'clusters/o\u200bne.md', 'clusters/o[U+200B]ne.md'],
	['that turns the name around', 'clusters/\u202edm.eno.md', 'clusters/[U+202E]dm.eno.md'],
	['a soft hyphen', 'clusters/one\u00ad.md', 'clusters/one[U+00AD].md'],
	['in the name of a folder', 'clus\u200bters/one.md', 'clus[U+200B]ters'],
];

/** Files that are not UTF-8, and the line on which that shows. */
export const encodings: [what: string, text: string, encoding: BufferEncoding, line: number][] = [
	['Latin-1', '---\nname: A\nplace: Besan\u00e7on\n---\n', 'latin1', 3],
	['UTF-16', '\ufeff---\nname: A\n---\n', 'utf16le', 1],
];

import { checkEntry } from '../src/files/check-entry.ts';
import { parseFile } from '../src/files/front-matter.ts';
import { formatProblem, type Problem } from '../src/files/problem.ts';
import { collections, type CollectionName, type Entry } from '../src/schemas/collections.ts';

/** Fields of an entry as an editor writes them. */
export type Fields = Record<string, unknown>;

/** The day on which the content of tests is read: all that is dated in it was done by then. */
export const LAST_DAY = '2027-12-31';

const sources = [{ title: 'A page', url: 'https://example.org/page' }];

/** For every collection an entry with nothing but the fields it must have. */
const minimal: Record<CollectionName, Fields> = {
	clusters: {
		name: 'A cluster',
		summary: 'What it is, and where.',
		kind: 'csei',
		country: 'FR',
		themes: ['food'],
		sources: [{ title: 'A page', url: 'https://example.org/page', supports: ['name'] }],
		check: { on: '2026-11-24', by: 'the editors', how: 'sources', against: 'The page listed.' },
	},
	updates: {
		title: 'An update',
		summary: 'What happened.',
		date: '2026-11-01',
		writtenOn: '2026-11-24',
		kind: 'report',
		sources,
	},
	meetings: { title: 'A meeting', date: '2027-05-12', group: 'geces', sources },
	calls: {
		title: 'A call',
		summary: 'What views are asked for.',
		opensOn: '2027-01-11',
		closesOn: '2027-03-31',
		decidedBy: 'The Commission',
		canChange: 'The list of examples.',
		questions: [
			{ type: 'text', id: 'example', label: 'Which cluster do you know?', required: true },
			{ type: 'choice', id: 'support', label: 'What would help most?', options: ['Money', 'Rules'] },
			{ type: 'multiple', id: 'shared', label: 'What do members share?', options: ['Rooms', 'Jobs'] },
		],
		minutesNeeded: 10,
		summaryPromisedOn: '2027-05-31',
	},
	receipts: { reference: 'K7WQ-3MTD', kind: 'view', receivedOn: '2027-02-01', state: 'received' },
	points: { title: 'A point', steps: [{ step: 'received', on: '2027-03-31' }] },
	guide: {
		title: 'A guide page',
		summary: 'The answer.',
		part: 'clusters',
		order: 1,
		writtenOn: '2026-11-24',
		sources,
	},
	terms: {
		term: 'cluster',
		language: 'en',
		concept: 'cluster',
		definition: 'Enterprises that work together.',
		sources,
	},
	organisations: { name: 'An organisation', kind: 'private', sources },
	milestones: { date: '2021-12-09', title: 'A step', detail: 'What was decided.', sources, lane: 'eu' },
	signposts: { title: 'A page', address: '/a-page/', keywords: ['a word'] },
	places: { name: 'A town', country: 'FR', otherNames: ['Another name'] },
	site: {
		name: 'A site',
		tagline: 'What it is for.',
		publisher: 'A publisher',
		publisherUrl: 'https://example.org/',
		address: 'https://clusters.example.org',
		answeredBy: 'The team',
		answeredInWorkingDays: 10,
		disclaimer: 'Not a site of the Commission.',
		checkFreshMonths: 12,
		checkDueMonths: 15,
		formHandler: 'netlify',
		formKeeper: 'A company in a country',
		submissionsKeptMonths: 12,
	},
};

/** The fields of a valid minimal entry with changes; a change to undefined takes the field away. */
export const fieldsOf = (collection: CollectionName, changes: Fields = {}): Fields =>
	Object.fromEntries(Object.entries({ ...minimal[collection], ...changes }).filter(([, value]) => value !== undefined));

/** A valid entry as pages see it. */
export const entryOf = <N extends CollectionName>(collection: N, changes: Fields = {}, id = 'an-entry'): Entry<N> => ({
	id,
	data: collections[collection].schema.parse(fieldsOf(collection, changes)) as Entry<N>['data'],
});

/** An entry as a file, one line for each field. */
export function fileOf(collection: CollectionName, changes: Fields = {}, body = ''): string {
	// JSON is YAML too, so values keep their types.
	const yaml = Object.entries(fieldsOf(collection, changes))
		.map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`)
		.join('');
	return extensionOf(collection) === 'yaml' ? yaml : `---\n${yaml}---\n${body}`;
}

const extensionOf = (collection: CollectionName) => collections[collection].extensions[0];

/** What checking an entry alone finds. */
export function problemsOf(collection: CollectionName, changes: Fields = {}): Problem[] {
	const file = `${collection}/an-entry.${extensionOf(collection)}`;
	const parsed = parseFile(file, fileOf(collection, changes));
	return 'rule' in parsed ? [parsed] : checkEntry(collection, file, parsed, LAST_DAY).problems;
}

/** What an editor reads about an entry, without line numbers. */
export const messagesOf = (collection: CollectionName, changes: Fields = {}): string[] =>
	problemsOf(collection, changes).map((problem) => formatProblem(problem).replace(/^([^\n:]+):\d+\n/, '$1\n'));

/** The message that an editor should read. */
export const messageOf = (collection: CollectionName, what: string, mend: string): string =>
	`${collection}/an-entry.${extensionOf(collection)}\n  ${what}.\n  → ${mend}`;

/** A row of a table of broken entries: what is broken, the change that breaks it, the message and how to mend it. */
export type BrokenEntry = [description: string, changes: Fields, what: string, mend: string];

/** Ways to mend an entry that many fields share. */
export const mends = {
	addText: 'Add it; it must be text.',
	addList: 'Add at least one.',
	addGroup: 'Fill in its fields.',
	addNumber: 'Add it; it must be a number.',
	quote: 'Put quotation marks around it.',
	unquote: 'Write it without quotation marks.',
	giveList: 'Give a list.',
	giveWholeNumber: 'Give a whole number.',
	spelling: 'Correct its spelling, or remove it.',
	day: 'Write the day as year-month-day: 2027-03-31.',
	address: 'Write the full address, starting with https://.',
	fill: 'Fill it in, or remove the field if it is optional.',
	hint: 'See the hint of this field.',
	correct: 'Correct it; the hint of this field says how.',
	order: 'Put the steps in the order of their days.',
} as const;

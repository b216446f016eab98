import { createElement, useEffect, useState, type ReactNode } from 'react';
import { formatDate } from '../formats/date.ts';
import { formatCount, withoutCapital } from '../formats/text.ts';
import { tasksNow, tasksOf, type Task, type TaskKind, type Tasks, type ToDo } from '../model/to-do.ts';
import { collectionOf, entryCollections, extensionOf, folderOf, isCollectionName } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import { submissionKinds } from '../schemas/vocabularies.ts';
import { fetchJson } from '../search/fetch-json.client.ts';
import { checkDayOf } from './check-day.ts';
import { ChecksDue } from './checked-today.ts';
import type { HostBackend } from './decap-backend.ts';
import { factsOf, isSent, publishedOf, titleOf, type Draft, type DraftFacts } from './draft-facts.ts';
import { hrefOf } from './entry-address.ts';
import { FindEntries } from './find-entries.ts';
import { listedFields, loadList } from './listing.ts';
import { newsOf } from './host-news.ts';
import { inPlainWords } from './plain-words.ts';
import { whyNotPublished } from './publishing.ts';
import { openReceipts, type OpenReceipt } from './receipts.ts';
import { TableDetails } from './table-details.ts';
import { loadTextRules, picturesAmong } from './text-problem.ts';

/** A draft as Decap reads it from the back end. */
interface UnpublishedEntry extends Draft {
	status: string;
	updatedOn: string;
}

/** What Decap hands to the page. */
interface Props {
	backend: HostBackend & { unpublishedEntries: (collections: unknown) => Promise<{ entries: UnpublishedEntry[] }> };
	collections: unknown;
	hasWorkflow: boolean;
}

/** A line of the page: where it leads, and what is said behind it. */
interface Line {
	/** Empty where there is no place for it. */
	href: string;
	words: string;
	note: string;
	isLate?: boolean;
}

const headings: Record<TaskKind, string> = {
	sent: 'Sent to us, and not answered',
	summary: 'Summaries promised',
	notes: 'Notes of meetings promised',
	check: 'Profiles to be checked again',
	ahead: 'Shows from a day to come',
};

const notes: Record<TaskKind, (task: Task) => string> = {
	sent: ({ day }) => `since ${formatDate(day)}`,
	summary: ({ day, isLate }) => `${isLate ? 'late, promised for' : 'by'} ${formatDate(day)}`,
	notes: ({ day, isLate }) => `${isLate ? 'late, promised for' : 'by'} ${formatDate(day)}`,
	check: ({ day, isLate }) => `${isLate ? 'overdue' : 'due'} since ${formatDate(day)}`,
	ahead: ({ day }) => `from ${formatDate(day)}`,
};

const states: Record<string, string> = { draft: 'draft', pending_review: 'in review', pending_publish: 'ready' };

const MS_A_DAY = 86_400_000;

/** How long ago something was, in whole days. */
function ageOf(time: string): string {
	const days = Math.floor((Date.now() - Date.parse(time)) / MS_A_DAY);
	if (!Number.isFinite(days)) return '';
	return days < 1 ? 'today' : `${formatCount(days, 'day')} ago`;
}

function lineOfDraft(entry: UnpublishedEntry, { words, marks }: DraftFacts): Line {
	const { collection, slug, status, updatedOn } = entry;
	return {
		href: `${hrefOf(collection, slug)}?ref=workflow`,
		words: `${titleOf(entry)}: ${words}`,
		note: [states[status] ?? status, ...marks.map(withoutCapital), ageOf(updatedOn)].filter(Boolean).join(' · '),
	};
}

/** What waits on the board. */
interface Board {
	/** A line for each draft, what was sent by others first. */
	lines: Line[];
	/** The profiles whose drafts say that they were checked again. */
	checkedAgain: ReadonlySet<string>;
}

async function boardOf({ backend, collections, hasWorkflow }: Props): Promise<Board> {
	if (!hasWorkflow) return { lines: [], checkedAgain: new Set() };
	const { entries } = await backend.unpublishedEntries(collections);
	const known = await Promise.all(
		entries
			.filter(({ collection }) => isCollectionName(collection))
			.map(async (entry) => {
				const published = await publishedOf(backend, entry);
				return { entry, published, facts: factsOf(entry, published) };
			}),
	);
	const rank = ({ facts: { kind } }: (typeof known)[number]) => Number(!isSent(kind));
	const isCheckedAgain = ({ entry, published }: (typeof known)[number]) =>
		published !== undefined && checkDayOf(entry.data) !== checkDayOf(published);
	return {
		lines: known
			.sort((a, b) => rank(a) - rank(b) || a.entry.updatedOn.localeCompare(b.entry.updatedOn))
			.map(({ entry, facts }) => lineOfDraft(entry, facts)),
		checkedAgain: new Set(known.filter(isCheckedAgain).map(({ entry: { slug } }) => slug)),
	};
}

const taskOfReceipt = ({ path, kind, reference, receivedOn: day }: OpenReceipt): Task => {
	const label = Object.entries(submissionKinds).find(([id]) => id === kind)?.[1].label ?? 'Message';
	return { collection: 'receipts', slug: slugOf(path), title: `${label} “${reference}”`, day, isLate: false };
};

/** What was sent and not answered, as it is now; undefined where only the build can tell. */
async function sentNow({ backend }: Props): Promise<{ tasks: Tasks | undefined }> {
	const receipts = await openReceipts(backend.implementation);
	return { tasks: receipts && tasksOf('sent', receipts.map(taskOfReceipt)) };
}

/** What changed since the build, and what of it the next build will refuse. */
async function changesSince({ backend: { implementation } }: Props): Promise<{ changed: number; refused: Line[] }> {
	if (!implementation.entriesNow) return { changed: 0, refused: [] };
	const { entriesNow } = implementation;
	const [media] = await Promise.all([implementation.getMedia(), loadTextRules()]);
	const pictures = picturesAmong(media.map(({ path }) => path));
	let changed = 0;
	const refused: Line[] = [];
	for (const collection of entryCollections) {
		const [files, built] = await Promise.all([
			entriesNow(folderOf(collection), extensionOf(collection), 1),
			loadList(collection),
		]);
		for (const { file, data } of files) {
			const sha = built[file.path.split('/').at(-1) ?? '']?.[0];
			if (listedFields(data) || (await hashOf(data)).startsWith(sha ?? ' ')) continue;
			changed++;
			// What leads nowhere was refused when it was saved.
			const isThere = () => Promise.resolve(true);
			const sentence = await whyNotPublished(file.path, data, { pictures, hasEntry: isThere, hasPage: isThere });
			if (sentence === undefined) continue;
			const slug = slugOf(file.path);
			refused.push({
				href: hrefOf(collection, slug),
				words: `${collectionOf(collection).plural}: ${slug}`,
				note: sentence,
			});
		}
	}
	return { changed, refused };
}

/** The name that git gives a text. */
async function hashOf(text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
	const digest = await crypto.subtle.digest('SHA-1', new Uint8Array([...head, ...bytes]));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a question brings, once it has come; a sentence if it failed. */
function useAnswer<T>(ask: () => Promise<T>): { answer?: T; problem?: string } {
	const [state, setState] = useState<{ answer?: T; problem?: string }>({});
	useEffect(() => {
		void ask().then(
			(answer) => {
				setState({ answer });
			},
			(error: unknown) => {
				setState({ problem: String(inPlainWords(error)) });
			},
		);
	}, []);
	return state;
}

function section(
	heading: string,
	lines: readonly Line[],
	count = lines.length,
	all?: string,
	/** Stands in the place of the list. */
	own?: ReactNode,
): ReactNode {
	return createElement(
		'section',
		{ key: heading },
		createElement('h2', undefined, heading, ' ', createElement('span', { className: 'start-count' }, count)),
		own ??
			createElement(
				'ul',
				undefined,
				lines.map(({ href, words, note, isLate }) =>
					createElement(
						'li',
						{ key: `${href} ${words} ${note}` },
						href === '' ? words : createElement('a', { href }, words),
						' ',
						createElement('span', { className: isLate ? 'start-late' : 'start-note' }, note),
					),
				),
			),
		all !== undefined &&
			count > lines.length &&
			createElement('p', undefined, createElement('a', { href: all }, `All ${count}`)),
	);
}

/** How the site stands: for which day it was built, what changed since, and what the next build will refuse. */
function buildWords(toDo: ToDo, changes: { changed: number; refused: Line[] } | undefined): string {
	const built = `The site is built for ${formatDate(toDo.builtFor)}.`;
	if (!changes) return built;
	const { changed, refused } = changes;
	if (refused.length > 0)
		return `${built} The next build will stop: ${formatCount(refused.length, 'entry', 'entries')} must be mended first.`;
	return changed === 0
		? `${built} Nothing has changed since.`
		: `${built} Since then ${formatCount(changed, 'entry has', 'entries have')} changed; the next build shows it.`;
}

/** The first page of the editor: what needs doing, each a link, and how the site stands. */
export function StartPage(props: Props): ReactNode {
	const toDo = useAnswer(() => fetchJson<ToDo>('/admin/to-do.json'));
	const board = useAnswer(() => boardOf(props));
	const receipts = useAnswer(() => sentNow(props));
	const changes = useAnswer(() => changesSince(props));
	const news = useAnswer(() => newsOf(props.backend.implementation));
	const failures = news.answer?.failures ?? [];
	const sent = news.answer?.notes ?? [];
	const refused = changes.answer?.refused ?? [];
	const waiting = board.answer?.lines ?? [];
	const tasks = tasksNow(toDo.answer?.tasks ?? [], receipts.answer?.tasks, board.answer?.checkedAgain ?? new Set());
	const atHost = refused.length > 0 ? 'what is wrong stands below' : 'whoever runs the site reads the whole there';
	const count = waiting.length + tasks.length + refused.length + failures.length + sent.length;
	const isDone = toDo.answer && board.answer && news.answer && receipts.answer && count === 0;
	return createElement(
		'main',
		{ className: 'start-page' },
		createElement(FindEntries),
		createElement('h1', undefined, 'What needs doing'),
		[toDo.problem, board.problem, receipts.problem, changes.problem, news.problem].map(
			(problem, index) => problem !== undefined && createElement('p', { key: index, role: 'alert' }, problem),
		),
		toDo.answer && createElement('p', { role: 'status' }, buildWords(toDo.answer, changes.answer)),
		failures.length > 0 &&
			section(
				'The last build did not go through',
				failures.map(({ href, words, note }) => ({ href, words, note: note || atHost, isLate: true })),
			),
		refused.length > 0 &&
			section(
				'Stops the next build',
				refused.map((line) => ({ ...line, isLate: true })),
			),
		waiting.length > 0 && section('On the board', waiting),
		sent.length > 0 &&
			section(
				'Sent, to be put in by hand',
				sent.map(({ title, href = '', text }) => ({ href, words: title, note: text })),
			),
		tasks.map(({ kind, count, first }) =>
			section(
				headings[kind],
				first.map((task) => ({
					href: hrefOf(task.collection, task.slug),
					words: task.title,
					note: notes[kind](task),
					isLate: task.isLate,
				})),
				count,
				first[0] && `#/collections/${first[0].collection}`,
				kind === 'check'
					? createElement(ChecksDue, {
							tasks: first,
							backend: props.backend.implementation,
							hasWorkflow: props.hasWorkflow,
							noteOf: notes.check,
						})
					: undefined,
			),
		),
		isDone && createElement('p', undefined, 'Nothing waits for you.'),
		createElement(TableDetails, props),
	);
}

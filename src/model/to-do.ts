import { hasCome } from '../formats/brussels-days.ts';
import type { EntryCollection } from '../schemas/collections.ts';
import { submissionKinds } from '../schemas/vocabularies.ts';
import { callStateOn } from './call-state.ts';
import { checkOn } from './check-state.ts';
import { meetingStateOn } from './meeting-state.ts';
import type { All } from './site.ts';

/** What editors have to do, in the order in which they should hear of it. */
export const taskKinds = ['sent', 'summary', 'notes', 'check', 'ahead'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something to do with an entry. */
export interface Task {
	collection: EntryCollection;
	slug: string;
	title: string;
	/** By when, or since when, or from when on. */
	day: string;
	isLate: boolean;
}

/** The tasks of a kind: how many there are, and those that are most urgent. */
export interface Tasks {
	kind: TaskKind;
	count: number;
	first: Task[];
}

/** What the editor is told of the site as it was built. */
export interface ToDo {
	/** The day that the site was built for. */
	builtFor: string;
	tasks: Tasks[];
}

/** As many of a kind as can be done in a day. */
const SHOWN = 12;

/** Whether what was sent still waits for an answer, by the state of its receipt. */
export const isOpen = (state: unknown): boolean => state === 'received' || state === 'being-checked';

/** What is to be done on a day, by its kind. */
function* tasksOn(all: All, today: string): Generator<[TaskKind, Task]> {
	for (const { id: slug, data } of all.receipts) {
		if (!isOpen(data.state)) continue;
		const title = `${submissionKinds[data.kind].label} “${data.reference}”`;
		yield ['sent', { collection: 'receipts', slug, title, day: data.receivedOn, isLate: false }];
	}
	for (const { id: slug, data } of all.calls) {
		const state = callStateOn(data, today);
		const { summaryPromisedOn: day } = data;
		if (day === undefined || (state !== 'late' && state !== 'reading-answers')) continue;
		yield ['summary', { collection: 'calls', slug, title: data.title, day, isLate: state === 'late' }];
	}
	for (const { id: slug, data } of all.meetings) {
		const state = meetingStateOn(data, today);
		const day = data.after?.notesPromisedOn;
		if (day === undefined || (state !== 'notes-late' && state !== 'notes-promised')) continue;
		yield ['notes', { collection: 'meetings', slug, title: data.title, day, isLate: state === 'notes-late' }];
	}
	for (const { id: slug, data } of all.clusters) {
		const { state, nextBy: day } = checkOn(data.check.on, all.settings, today);
		if (state === 'fresh') continue;
		yield ['check', { collection: 'clusters', slug, title: data.name, day, isLate: state === 'overdue' }];
	}
	const ahead = [
		...all.updates.map(({ id, data }) => ({ collection: 'updates' as const, id, title: data.title, day: data.date })),
		...all.points.map(({ id, data }) => ({
			collection: 'points' as const,
			id,
			title: data.title,
			day: data.steps.map(({ on }) => on).find((on) => !hasCome(on, today)) ?? '',
		})),
		...all.calls.map(({ id, data }) => ({ collection: 'calls' as const, id, title: data.title, day: data.opensOn })),
	];
	for (const { collection, id: slug, title, day } of ahead) {
		if (day !== '' && !hasCome(day, today)) yield ['ahead', { collection, slug, title, day, isLate: false }];
	}
}

/** The tasks of a kind, the most urgent first. */
export const tasksOf = (kind: TaskKind, tasks: readonly Task[]): Tasks => ({
	kind,
	count: tasks.length,
	first: tasks.toSorted((a, b) => a.day.localeCompare(b.day)).slice(0, SHOWN),
});

/**
 * The tasks of the last build as they stand now: with what was sent and is not answered now, if that is known, and
 * without the checks of profiles of which a draft says that they were done.
 */
export const tasksNow = (
	built: readonly Tasks[],
	sent: Tasks | undefined,
	checkedAgain: ReadonlySet<string>,
): Tasks[] =>
	[...(sent ? [sent] : []), ...built.filter(({ kind }) => !sent || kind !== 'sent')]
		.map((tasks) => {
			if (tasks.kind !== 'check') return tasks;
			const first = tasks.first.filter(({ slug }) => !checkedAgain.has(slug));
			return { ...tasks, first, count: tasks.count - tasks.first.length + first.length };
		})
		.filter(({ count }) => count > 0);

/** What editors have to do on a day; of each kind the most urgent first. */
export function toDoOn(all: All, today: string): ToDo {
	const byKind = new Map<TaskKind, Task[]>();
	for (const [kind, task] of tasksOn(all, today)) {
		const known = byKind.get(kind);
		if (known) known.push(task);
		else byKind.set(kind, [task]);
	}
	const tasks = taskKinds.flatMap((kind) => {
		const found = byKind.get(kind);
		if (!found) return [];
		return [tasksOf(kind, found)];
	});
	return { builtFor: today, tasks };
}

import { formatDate } from '../formats/date.ts';
import type { CallForViews } from '../schemas/call-for-views.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { pointSteps } from '../schemas/vocabularies.ts';
import type { CallState } from './call-state.ts';
import type { Check } from './check-state.ts';
import type { MeetingState } from './meeting-state.ts';
import type { PointState, PointStep } from './point-state.ts';

/** A state in words for a badge. */
export interface StateWords {
	text: string;
	tone: 'good' | 'waiting' | 'late' | 'plain';
}

/** What a call’s state means for a reader, with the day that matters. */
export function wordsForCall(
	state: CallState,
	call: Pick<CallForViews, 'opensOn' | 'closesOn' | 'summaryPromisedOn'>,
): StateWords {
	const closing = call.closesOn === undefined ? 'any day' : `until ${formatDate(call.closesOn)}`;
	const promised = formatDate(call.summaryPromisedOn ?? call.opensOn);
	const words: Record<CallState, StateWords> = {
		upcoming: { text: `Opens on ${formatDate(call.opensOn)}`, tone: 'waiting' },
		open: { text: `Open ${closing}`, tone: 'good' },
		'reading-answers': {
			text: `Closed; we are reading the answers until ${promised}`,
			tone: 'waiting',
		},
		late: { text: `Late: the summary was promised for ${promised}`, tone: 'late' },
		'summary-published': { text: 'Summary published', tone: 'good' },
		'taken-to-geces': { text: 'Taken to GECES', tone: 'good' },
		'outcome-known': { text: 'Outcome known', tone: 'good' },
	};
	return words[state];
}

/** What a call says of itself first: what it asks, as long as it can be answered; then when it could be. */
export function leadOfCall(state: CallState, { summary, opensOn, closesOn }: CallForViews): string {
	if (state === 'upcoming' || state === 'open' || closesOn === undefined) return summary;
	return `Views were asked for from ${formatDate(opensOn)} to ${formatDate(closesOn)}. This page says what became of them.`;
}

/** What a meeting’s state means for a reader. */
export function wordsForMeeting(state: MeetingState, notesPromisedOn?: string): StateWords {
	const words: Record<MeetingState, StateWords> = {
		announced: { text: 'Announced', tone: 'waiting' },
		held: { text: 'Held', tone: 'plain' },
		'notes-promised': {
			text: `Held; notes promised for ${notesPromisedOn ? formatDate(notesPromisedOn) : 'later'}`,
			tone: 'waiting',
		},
		'notes-late': {
			text: `Late: notes were promised for ${notesPromisedOn ? formatDate(notesPromisedOn) : 'earlier'}`,
			tone: 'late',
		},
		'notes-published': { text: 'Notes published', tone: 'good' },
	};
	return words[state];
}

const pointTones: Record<PointState, StateWords['tone']> = {
	received: 'waiting',
	summarised: 'waiting',
	raised: 'waiting',
	reflected: 'good',
	'not-taken': 'plain',
};

/** How far a point has come, with the day of its last step. */
export const wordsForPoint = ({ step, on }: Pick<PointStep, 'step' | 'on'>): StateWords => ({
	text: `${pointSteps[step].label} on ${formatDate(on)}`,
	tone: pointTones[step],
});

const checkedAgainst: Record<string, string> = {
	record: 'against public sources',
	sources: 'against its sources',
	cluster: 'with the cluster',
};

/** Whether a profile was checked: a draft, of which nobody says how, was not. */
export const wasChecked = ({ how }: Pick<Cluster['check'], 'how'>): boolean => Object.hasOwn(checkedAgainst, how);

/** What the state of a profile’s check means for a reader. Only a check beyond our own records sounds good. */
export function wordsForCheck({ state, nextBy }: Check, { on, how }: Pick<Cluster['check'], 'on' | 'how'>): StateWords {
	const checked = `Checked ${checkedAgainst[how] ?? how} on ${formatDate(on)}`;
	if (state === 'fresh')
		return { text: `${checked}; next by ${formatDate(nextBy)}`, tone: how === 'record' ? 'plain' : 'good' };
	if (state === 'due') return { text: `${checked}; a new check is due`, tone: 'waiting' };
	return { text: `${checked}; overdue, read with care`, tone: 'late' };
}

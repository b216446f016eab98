import type { CallForViews } from '../schemas/call-for-views.ts';

export type CallState =
	'upcoming' | 'open' | 'reading-answers' | 'late' | 'summary-published' | 'taken-to-geces' | 'outcome-known';

type Dates = Pick<CallForViews, 'opensOn' | 'closesOn' | 'summaryPromisedOn' | 'heard' | 'taken' | 'outcome'>;

/** Where a call stands on a day. It is open through its closing day, and late once a promised day has passed. */
export function callStateOn(call: Dates, today: string): CallState {
	const hasCome = (step: { on: string } | undefined) => step !== undefined && step.on <= today;
	if (hasCome(call.outcome)) return 'outcome-known';
	if (hasCome(call.taken)) return 'taken-to-geces';
	if (hasCome(call.heard)) return 'summary-published';
	if (today < call.opensOn) return 'upcoming';
	if (today <= call.closesOn) return 'open';
	return today <= call.summaryPromisedOn ? 'reading-answers' : 'late';
}

/** What readers should hear of first: calls they can answer, then those that come, then those that ran, newest first. */
const ranks: Record<CallState, number> = {
	open: 0,
	'reading-answers': 2,
	late: 2,
	upcoming: 1,
	'summary-published': 3,
	'taken-to-geces': 3,
	'outcome-known': 3,
};

/** The call to show first on a day, if there is any. `calls` newest first; of several upcoming ones the nearest. */
export function callToShow<C extends { data: Dates }>(calls: readonly C[], today: string): C | undefined {
	const rankOf = (call: C) => ranks[callStateOn(call.data, today)];
	return calls
		.toReversed()
		.toSorted((a, b) => rankOf(a) - rankOf(b) || (rankOf(a) > 1 ? b.data.opensOn.localeCompare(a.data.opensOn) : 0))[0];
}

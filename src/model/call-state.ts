import { hasCome } from '../formats/brussels-days.ts';
import type { CallForViews } from '../schemas/call-for-views.ts';
import { groupBy } from '../formats/group-by.ts';

export type CallState =
	'upcoming' | 'open' | 'reading-answers' | 'late' | 'summary-published' | 'taken-to-geces' | 'outcome-known';

type Dates = Pick<CallForViews, 'opensOn' | 'closesOn' | 'summaryPromisedOn' | 'heard' | 'taken' | 'outcome'>;

/** What came of a call, in the order that it comes. */
const laterSteps = ['heard', 'taken', 'outcome'] as const;

/** What has come of a call by a day, in order, each by the name of its field. */
export const callStepsOn = (call: Pick<Dates, (typeof laterSteps)[number]>, today: string) =>
	laterSteps.flatMap((field) => {
		const step = call[field];
		return step && hasCome(step.on, today) ? [{ field, ...step }] : [];
	});

const stateAfter = { heard: 'summary-published', taken: 'taken-to-geces', outcome: 'outcome-known' } as const;

/**
 * Where a call stands on a day. It is open through its closing day, and late once a promised day has passed. One
 * without a closing day stays open, whatever has come of it so far.
 */
export function callStateOn(call: Dates, today: string): CallState {
	const { closesOn, summaryPromisedOn } = call;
	if (closesOn === undefined) return today < call.opensOn ? 'upcoming' : 'open';
	const last = callStepsOn(call, today).at(-1);
	if (last) return stateAfter[last.field];
	if (today < call.opensOn) return 'upcoming';
	if (today <= closesOn) return 'open';
	return summaryPromisedOn === undefined || today <= summaryPromisedOn ? 'reading-answers' : 'late';
}

/** What members can do about a call, in the order in which they should hear of it. */
export const callPhases = ['open', 'upcoming', 'being-read', 'ended'] as const;
export type CallPhase = (typeof callPhases)[number];

const phases: Record<CallState, CallPhase> = {
	open: 'open',
	upcoming: 'upcoming',
	'reading-answers': 'being-read',
	late: 'being-read',
	'summary-published': 'ended',
	'taken-to-geces': 'ended',
	'outcome-known': 'ended',
};

/** Calls by what members can do about them on a day. What still comes stands nearest first, what has been newest first. */
export function callsByPhase<C extends { data: Dates }>(
	calls: readonly C[],
	today: string,
): { phase: CallPhase; calls: C[] }[] {
	const groups = groupBy(calls, ({ data }) => phases[callStateOn(data, today)]);
	return callPhases.flatMap((phase) => {
		const group = groups.get(phase);
		if (!group) return [];
		const still = phase === 'open' || phase === 'upcoming';
		const sorted = group.toSorted((a, b) =>
			still ? a.data.opensOn.localeCompare(b.data.opensOn) : b.data.opensOn.localeCompare(a.data.opensOn),
		);
		return [{ phase, calls: sorted }];
	});
}

/** The call that is open on every day, if there is one: the door that never closes. */
export const standingCallOn = <C extends { data: Pick<Dates, 'opensOn' | 'closesOn'> }>(
	calls: readonly C[],
	today: string,
): C | undefined => calls.find(({ data }) => data.closesOn === undefined && hasCome(data.opensOn, today));

/** The call that readers are asked to answer on a day: the round that is open longest, else the one open on every day. */
export function callToAnswer<C extends { data: Dates }>(calls: readonly C[], today: string): C | undefined {
	const open = callsByPhase(calls, today).find(({ phase }) => phase === 'open')?.calls ?? [];
	return open.find(({ data }) => data.closesOn !== undefined) ?? open[0];
}

/** The call to show first on a day, if there is any. */
export const callToShow = <C extends { data: Dates }>(calls: readonly C[], today: string): C | undefined =>
	callsByPhase(calls, today)[0]?.calls[0];

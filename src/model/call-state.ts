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

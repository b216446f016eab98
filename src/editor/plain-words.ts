import { isGroup } from '../files/values.ts';
import { Refusal } from './refusal.ts';

const STAYS = 'What you wrote is still here.';

/** What an answer of the git host means, by its status. */
const byStatus: Record<number, string> = {
	401: `Your log-in has ended. Log in at another tab, then try again. ${STAYS}`,
	403: `The git host does not let your account do this. Ask whoever invited you. ${STAYS}`,
	404: `The git host does not find it: somebody deleted or renamed it, or your account may not see it. ${STAYS}`,
	409: `Somebody changed it in the meantime. Copy what you wrote, reload the page, and look at both. ${STAYS}`,
	422: `The git host refused the change: somebody may have changed the same entry in the meantime. ${STAYS}`,
	429: `The git host asks for a pause. Try again in some minutes. ${STAYS}`,
};

/** What browsers say where no answer came. */
const NO_ANSWER = /failed to fetch|networkerror|load failed|network request failed|timed? ?out|fetch failed/i;

/**
 * Why something failed, in words of a person. Sentences of ours, also those from the back end of one’s own machine, stay
 * as they are; texts, too.
 */
export function inPlainWords(error: unknown, isOnline = navigator.onLine): unknown {
	if (!(error instanceof Error) || error instanceof Refusal) return error;
	const { status, api } = error as { status?: unknown; api?: unknown } & Error;
	if (api === 'Proxy') return error.message;
	if (NO_ANSWER.test(error.message)) {
		return isOnline
			? `No answer came: the connection is gone, or the git host does not work now. Try again in a moment. ${STAYS}`
			: `You are offline. ${STAYS} Try again when you are online.`;
	}
	if (typeof status !== 'number') return error.message;
	const known = byStatus[status];
	if (known !== undefined) return known;
	return status >= 500 ? `The git host has a fault of its own (${status}). Try again later. ${STAYS}` : error.message;
}

/** A message of Decap whose details say in words of a person what went wrong. */
export const withPlainDetails = (message: unknown): unknown =>
	isGroup(message) && message['details'] !== undefined
		? { ...message, details: inPlainWords(message['details']) }
		: message;

import { addressProblem } from '../schemas/web-address.ts';

/** Why no text may link to an address, as the end of a sentence, or empty; undefined if it may. */
export function linkProblem(href: string): string | undefined {
	if (/^https?:/i.test(href)) {
		const problem = addressProblem(href);
		return problem && `, which ${problem}`;
	}
	const isSafe = /^(?:\/(?!\/)|#|mailto:[^\s@?,]+@(?:[^\s@?,.]+\.)+[^\s@?,.]{2,}(?:\?|$))/i.test(href);
	return isSafe ? undefined : '';
}

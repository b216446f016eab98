import { one } from './dom.client.ts';

// Puts views and drafts into the address. Browsers count: older Safaris throw at the hundredth change in 30 seconds,
// others at the two hundredth in ten. So the first changes are made at once, later ones with pauses, and what is newest
// comes last.

const SPAN_IN_MILLISECONDS = 30_000;
const AT_ONCE = 20;
const PAUSE_IN_MILLISECONDS = 500;

interface Change {
	address: string;
	state: unknown;
	/** Whether it is a step of its own, so that “Back” leads to what was before. */
	isStep: boolean;
}

let made: number[] = [];
let waiting: Change | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes the change that waits. */
export function settleAddress(): void {
	clearTimeout(timer);
	if (!waiting) return;
	const { address, state, isStep } = waiting;
	try {
		if (isStep) history.pushState(state, '', address);
		else history.replaceState(state, '', address);
		waiting = undefined;
		made.push(performance.now());
	} catch {
		// Others may have used up what the browser allows.
		timer = setTimeout(settleAddress, PAUSE_IN_MILLISECONDS);
	}
}

/** Changes the address, at once or in half a second. A change that is no step keeps the state of the one before. */
export function changeAddress(address: string, { isStep = false, state }: Partial<Omit<Change, 'address'>> = {}): void {
	const before: unknown = isStep ? null : (waiting?.state ?? history.state);
	waiting = { address, state: state ?? before, isStep: isStep || waiting?.isStep === true };
	const now = performance.now();
	made = made.filter((time) => time > now - SPAN_IN_MILLISECONDS);
	const last = made.at(-1);
	clearTimeout(timer);
	if (made.length < AT_ONCE || last === undefined) settleAddress();
	else timer = setTimeout(settleAddress, last + PAUSE_IN_MILLISECONDS - now);
}

/** The address with the newest change, which may not stand there yet. */
export const addressNow = (): URL => new URL(waiting?.address ?? location.href, location.href);

/** Puts the whole address of the view on paper, where the build could only put that of the page. */
export function showAddress(): void {
	one('[data-address]').textContent = addressNow().href;
}

addEventListener('pagehide', settleAddress);
// Before a link is followed.
addEventListener(
	'click',
	({ target }) => {
		if (target instanceof Element && target.closest('a[href]')) settleAddress();
	},
	{ capture: true },
);
addEventListener('popstate', () => {
	clearTimeout(timer);
	waiting = undefined;
});

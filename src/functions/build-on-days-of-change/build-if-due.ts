import * as z from 'zod';
import { brusselsToday } from '../../formats/brussels-days.ts';
import { gitHubHeaders, isLate } from '../../hosts/ask-api.ts';
import type { DaysOfChange } from '../../model/days-of-change.ts';
import type { BuildSettings } from './settings.ts';

const HOUR_IN_MS = 3_600_000;

/** Whether a day began in Brussels within the last hour. The schedule is in UTC, and of its two times one is right. */
const isFirstHour = (now: Date): boolean => brusselsToday(now) !== brusselsToday(new Date(now.getTime() - HOUR_IN_MS));

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const daysAnswer = z.object({ builtFor: day, days: z.array(day), commit: z.string().exactOptional() });

/** Asks, and says in words why there is no answer. `what` is said instead of the address, which may be a secret. */
async function askFor(what: string, ask: () => Promise<Response>): Promise<Response> {
	try {
		return await ask();
	} catch (error) {
		// The error itself is not passed on: it may name the address.
		throw isLate(error) ? new Error(`${what} did not answer in time.`) : new Error(`${what} cannot be reached.`);
	}
}

async function fetchDays({ list, waitInMs }: BuildSettings, ask: typeof fetch): Promise<DaysOfChange> {
	const what = `The list of days at ${list}`;
	const response = await askFor(what, () => ask(list, { signal: AbortSignal.timeout(waitInMs) }));
	if (!response.ok)
		throw new Error(`${what} is missing (status ${response.status}). Deploy the site: the build writes it.`);
	const { data } = daysAnswer.safeParse(await response.json().catch(() => undefined));
	if (!data) throw new Error(`${what} is not one. Deploy the site: the build writes it.`);
	return data;
}

/** Whether the published branch stands elsewhere than when the site was built: receipts are added without a build. */
async function hasMoved({ branch, waitInMs }: BuildSettings, ask: typeof fetch, commit?: string): Promise<boolean> {
	if (!branch || commit === undefined) return false;
	const { address, token } = branch;
	const headers = { ...gitHubHeaders(token), Accept: 'application/vnd.github.sha' };
	const response = await askFor('GitHub', () => ask(address, { headers, signal: AbortSignal.timeout(waitInMs) }));
	if (!response.ok) throw new Error(`GitHub refused (status ${response.status}). Look at GITHUB_TOKEN and CMS_REPO.`);
	return (await response.text()).trim() !== commit;
}

async function askForBuild({ hook, waitInMs }: BuildSettings, ask: typeof fetch, title: string): Promise<void> {
	const address = new URL(hook);
	// Shown in the host's list of deploys.
	address.searchParams.set('trigger_title', title);
	const what = 'The build hook';
	const response = await askFor(what, () =>
		ask(address, { method: 'POST', redirect: 'error', signal: AbortSignal.timeout(waitInMs) }),
	);
	if (response.ok) return;
	const why =
		response.status === 429
			? 'It was asked too often: wait, or start a deploy by hand.'
			: response.status === 404
				? 'It was removed: create a new one and set BUILD_HOOK_URL, see docs/hosting.md.'
				: 'Start a deploy by hand, and look at the status page of the host.';
	throw new Error(`${what} refused (status ${response.status}). ${why}`);
}

/**
 * Asks the host for a build if a day has come, since the site was built, on which its pages show something else, or if
 * the published branch has moved without one. So a day that was missed is made up for, and a site that was built since
 * is left alone. Says in one sentence what it did; throws, with a sentence for the host’s log, if it could not do its
 * work.
 */
export async function buildIfDue(settings: BuildSettings, ask: typeof fetch, now: Date): Promise<string> {
	if (!isFirstHour(now)) return 'It is not the first hour of a day in Brussels. Nothing to do.';
	const today = brusselsToday(now);
	const { builtFor, days, commit } = await fetchDays(settings, ask);
	const come = days.filter((day) => builtFor < day && day <= today);
	if (come.length === 0 && (await hasMoved(settings, ask, commit))) {
		await askForBuild(settings, ask, 'New on the published branch');
		return 'Asked for a build: the published branch has moved since the site was built.';
	}
	if (come.length === 0) return `The site was built for ${builtFor}, and nothing has changed up to ${today}.`;
	await askForBuild(settings, ask, `Change of ${come.join(', ')}`);
	return `Asked for a build: the site was built for ${builtFor}, and shows something else since ${come.join(', ')}.`;
}

import { endOf, hasCome, knownDate } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { addressOf } from '../schemas/collections.ts';
import { formatMeetingDays, meetingStateOn } from './meeting-state.ts';
import { newestFirst } from './order.ts';
import type { Site } from './site.ts';

/** A step of GECES or of the policy around it, as a card leads to it. */
export interface Step {
	address: string;
	title: string;
	/** What happened, as far as it is told in a sentence or two. */
	text?: string | undefined;
	/** Its day, month or year, in words. */
	when: string;
	/** Whether it is still to come. */
	isAhead: boolean;
}

/**
 * The step that readers should know of on a day: the next meeting announced, else the newest of all meetings,
 * milestones and updates. Of one day, a meeting stands before a milestone, and both before an update.
 */
export function newestStep(
	{ meetings, milestones, updates }: Pick<Site, 'meetings' | 'milestones' | 'updates'>,
	today: string,
): Step | undefined {
	const next = meetings
		.filter(({ data }) => meetingStateOn(data, today) === 'announced')
		.sort(newestFirst)
		.at(-1);
	if (next) {
		const { id, data } = next;
		return { address: addressOf('meetings', id), title: data.title, when: formatMeetingDays(data), isAhead: true };
	}
	const [newest] = [
		...meetings.map(({ id, data }) => ({ address: addressOf('meetings', id), title: data.title, on: knownDate(data) })),
		...milestones.map(({ id, data }) => ({ address: addressOf('milestones', id), title: data.title, on: data.date })),
		...updates.map(({ id, data }) => ({ address: addressOf('updates', id), title: data.title, on: knownDate(data) })),
	]
		.filter(({ on }) => hasCome(on, today))
		.sort((a, b) => endOf(b.on).localeCompare(endOf(a.on)));
	return newest && { address: newest.address, title: newest.title, when: formatDate(newest.on), isAhead: false };
}

/** The newest steps of policy that have come by a day, each told once: an update stands for a milestone of its month. */
export function newestPolicySteps(
	{ milestones, updates }: Pick<Site, 'milestones' | 'updates'>,
	today: string,
	count: number,
): Step[] {
	const monthOf = (date: string) => date.slice(0, '2000-00'.length);
	const told = new Set(updates.map(({ data }) => monthOf(data.date)));
	return [
		...updates.map(({ id, data }) => ({
			address: addressOf('updates', id),
			title: data.title,
			text: data.summary,
			on: knownDate(data),
		})),
		...milestones
			.filter(({ data }) => !told.has(monthOf(data.date)))
			.map(({ id, data }) => ({
				address: addressOf('milestones', id),
				title: data.title,
				text: data.detail,
				on: data.date,
			})),
	]
		.filter(({ on }) => hasCome(on, today))
		.sort((a, b) => endOf(b.on).localeCompare(endOf(a.on)))
		.slice(0, count)
		.map(({ on, ...step }) => ({ ...step, when: formatDate(on), isAhead: false }));
}

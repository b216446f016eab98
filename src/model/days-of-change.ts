import { addDays, addMonths, hasCome } from '../formats/brussels-days.ts';
import type { CollectionName, DataOf } from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { callStateOn, callStepsOn } from './call-state.ts';
import { checkOn } from './check-state.ts';
import { meetingStateOn } from './meeting-state.ts';
import { pointStepsOn } from './point-state.ts';

/** What the host is told, so that it builds the site on these days and on no other. */
export interface DaysOfChange {
	/** The day that the site was built for. */
	builtFor: string;
	/** Days after it on which pages show something else, in order. */
	days: string[];
	/** The commit that the site was built from, if the host says so. */
	commit?: string;
}

const DAYS_AHEAD = 400;

/** How far ahead changes are told. The host has to build on this day too, or it would run out of days. */
export const lastDayTold = (today: string): string => addDays(today, DAYS_AHEAD);

/**
 * What pages show of an entry on a day, as far as it follows from the day. Pages ask the same functions, so that days
 * and pages cannot drift apart. Collections that are not here show the same on every day.
 */
const stateByDay = {
	updates: ({ date }, today) => hasCome(date, today),
	milestones: ({ date }, today) => hasCome(date, today),
	meetings: meetingStateOn,
	calls: (call, today) => `${callStateOn(call, today)} ${callStepsOn(call, today).length}`,
	points: (point, today) => pointStepsOn(point, today).length,
	clusters: ({ check }, today, settings) => checkOn(check.on, settings, today).state,
} satisfies {
	[N in CollectionName]?: (data: DataOf<N>, today: string, settings: SiteSettings) => string | number | boolean;
};

type ChangingCollection = keyof typeof stateByDay;

/** The entries of a site that may change with the days, also those that do not show yet. */
export type ChangingSite = { [N in ChangingCollection]: readonly { data: DataOf<N> }[] } & { settings: SiteSettings };

/** Every whole day that stands in an entry, however deep. */
function daysIn(value: unknown): string[] {
	if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysIn) : [];
}

/** The days on which something about an entry can begin or be over: its own days and those after them. */
const boundariesOf = (data: unknown): string[] => daysIn(data).flatMap((day) => [day, addDays(day, 1)]);

/** A month or year begins on its first day. */
const firstDayOf = (date: string): string => date + '2000-01-01'.slice(date.length);

/** The days around a meeting; of one that only the month is known of, the first day after it. */
const meetingBoundariesOf = (meeting: DataOf<'meetings'>): string[] => [
	...boundariesOf(meeting),
	addMonths(firstDayOf(meeting.date.slice(0, '2000-00'.length)), 1),
];

/** A profile has many days, of which one counts, and there are thousands of profiles. */
const checkBoundariesOf = ({ check }: DataOf<'clusters'>, settings: SiteSettings): string[] =>
	[settings.checkFreshMonths, settings.checkDueMonths].map((months) => addMonths(check.on, months));

/** The days after `today` on which pages show something else than on the day before, in order. */
export function daysOfChange(site: ChangingSite, today: string): string[] {
	const { settings } = site;
	const last = lastDayTold(today);
	const found = new Set<string>();
	const look = (boundaries: readonly string[], shown: (today: string) => unknown) => {
		for (const day of boundaries) {
			if (day <= today || day > last || found.has(day)) continue;
			if (shown(day) !== shown(addDays(day, -1))) found.add(day);
		}
	};
	for (const { data } of site.updates) look(boundariesOf(data), (day) => stateByDay.updates(data, day));
	for (const { data } of site.milestones) look([firstDayOf(data.date)], (day) => stateByDay.milestones(data, day));
	for (const { data } of site.meetings) look(meetingBoundariesOf(data), (day) => stateByDay.meetings(data, day));
	for (const { data } of site.calls) look(boundariesOf(data), (day) => stateByDay.calls(data, day));
	for (const { data } of site.points) look(boundariesOf(data), (day) => stateByDay.points(data, day));
	for (const { data } of site.clusters)
		look(checkBoundariesOf(data, settings), (day) => stateByDay.clusters(data, day, settings));
	return [...found].sort();
}

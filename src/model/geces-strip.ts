import { flagsWithRoom } from '../formats/charts.ts';
import { addressOf } from '../schemas/collections.ts';
import { milestoneLanes } from '../schemas/vocabularies.ts';
import { hasCome, knownDate } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { formatMeetingTitle } from './meeting-state.ts';
import type { SiteAround } from './site-around.ts';
import type { Site } from './site.ts';

/** A year with its part that has gone by: `2016-07-01` → 2016.5. Of a month or year its middle. */
export function yearsOf(date: string): number {
	const [year = 0, month, day] = date.split('-').map(Number);
	if (month === undefined) return year + 0.5;
	const MONTHS = 12;
	const DAYS = 31;
	return year + (month - 1 + (day === undefined ? 0.5 : (day - 1) / DAYS)) / MONTHS;
}

/** A step on the strip: where it lies, and where it leads. */
export interface StripMark {
	x: number;
	title: string;
	year: string;
	address: string;
	/** Its name, where there is room for it: how many rows above the marks, or below them, and whether it ends at its pole. */
	name?: { text: string; rows: number; isBelow: boolean; isBefore: boolean };
	/** Whether the group met or took the step, or its working group. */
	isOfGroup: boolean;
}

/** Years in which the group sat with the same members. */
export interface StripMandate {
	from: number;
	to: number;
	label: string;
	/** Whether the publisher sat in it. */
	isOurs: boolean;
}

/** The story of the group on one line of years. */
export interface Strip {
	width: number;
	/** Where the line begins, after the names of the lanes. */
	left: number;
	/** The first year. */
	first: number;
	years: { x: number; label: string }[];
	today: number;
	mandates: StripMandate[];
	/** Each with the kind of step whose mark it bears. */
	lanes: { kind: keyof typeof milestoneLanes; label: string; marks: StripMark[] }[];
}

const WIDTH = 1180;
/** Room for the names of the lanes. */
const LEFT = 110;
/** Width of a letter of a name, on average. */
const LETTER = 6.9;
/** Names above each other on one side of a lane at most, and the room between those beside each other. */
const NAMES = { rows: 3, gap: 8 };

type Told = Pick<Site, 'milestones' | 'meetings' | 'updates' | 'organisations' | 'settings' | 'today'>;

const monthNames = Array.from({ length: 12 }, (_, month) =>
	formatDate(`2000-${String(month + 1).padStart(2, '0')}`).replace(' 2000', ''),
);

/** The years of a mandate as members state them: `2018–2024`, `from October 2024`. */
function yearsOfMandate(mandate: string): { from: number; to: number } | undefined {
	const [, from, to] = /^(\d{4})–(\d{4})$/.exec(mandate) ?? [];
	if (from && to) return { from: Number(from), to: Number(to) + 1 };
	const [, month = '', since] = /^from (?:(\p{L}+) )?(\d{4})$/u.exec(mandate) ?? [];
	if (!since) return undefined;
	return { from: Number(since) + Math.max(0, monthNames.indexOf(month)) / monthNames.length, to: Infinity };
}

/** The mandates that members state, but for those that lie within another; the earliest first. */
export function mandatesOf({ organisations, settings }: Pick<SiteAround, 'organisations' | 'settings'>) {
	const stated = [...new Set(organisations.flatMap(({ data }) => data.mandate ?? []))].flatMap((label) => {
		const years = yearsOfMandate(label);
		return years ? [{ label, ...years }] : [];
	});
	return stated
		.filter((one) => !stated.some((other) => other !== one && other.from <= one.from && one.to <= other.to))
		.sort((a, b) => a.from - b.from)
		.map((mandate) => ({
			...mandate,
			isOurs: organisations.some(({ data }) => data.name === settings.publisher && data.mandate === mandate.label),
		}));
}

/** Days of which an update tells: their steps carry the story. */
export const toldDays = ({ updates }: Pick<SiteAround, 'updates'>) =>
	new Set(updates.map(({ data }) => knownDate(data)));

/** The steps, meetings and mandates of the group by a day, on one line of years; undefined while there is no step. */
export function stripOf(site: Told): Strip | undefined {
	const { milestones, meetings, today } = site;
	const come = milestones.filter(({ data }) => hasCome(data.date, today));
	const first = come[0];
	if (!first) return undefined;
	const start = Math.floor(yearsOf(first.data.date));
	const end = yearsOf(today);
	const xOf = (years: number) => Math.round(LEFT + ((Math.min(years, end) - start) * (WIDTH - LEFT)) / (end - start));

	const told = toldDays(site);
	const stepsIn = (lane: keyof typeof milestoneLanes) =>
		come
			.filter(({ data }) => data.lane === lane)
			.map(({ id, data }) => ({
				x: xOf(yearsOf(data.date)),
				title: `${data.title}, ${formatDate(data.date)}`,
				year: data.date.slice(0, 4),
				text: data.title,
				isTold: told.has(data.date),
				address: addressOf('milestones', id),
				isOfGroup: lane === 'group',
			}));
	const meetingsOf = (isShown: (group: string) => boolean) =>
		meetings
			.filter(({ data }) => isShown(data.group) && hasCome(data.date, today))
			.map(({ id, data }) => ({
				x: xOf(yearsOf(knownDate(data))),
				title: formatMeetingTitle(data),
				year: data.date.slice(0, 4),
				text: '',
				isTold: false,
				address: addressOf('meetings', id),
				isOfGroup: true,
			}));

	/**
	 * Marks in the order of time; names stand above the line and below it, as long as there is room: those that an update
	 * tells of first, and of these the short ones, so that many fit.
	 */
	function named(marks: readonly (StripMark & { text: string; isTold: boolean })[]): StripMark[] {
		const wanted = marks
			.filter(({ text }) => text !== '')
			.sort((a, b) => Number(b.isTold) - Number(a.isTold) || a.text.length - b.text.length);
		const flagsOf = (some: typeof wanted) =>
			flagsWithRoom(some, ({ x, text }) => ({ at: x, width: text.length * LETTER }), { from: LEFT, to: WIDTH }, NAMES);
		const above = flagsOf(wanted);
		const flags = [...above, ...flagsOf(wanted.filter((mark) => !above.some(({ item }) => item === mark)))];
		return marks
			.toSorted((a, b) => a.x - b.x)
			.map(({ x, title, year, text, address, isOfGroup }) => {
				const mark = { x, title, year, address, isOfGroup };
				const flag = flags.find(({ item }) => item.address === address);
				if (!flag) return mark;
				const isBelow = !above.includes(flag);
				return { ...mark, name: { text, rows: flag.row + 1, isBelow, isBefore: flag.to === x } };
			});
	}

	const meetingsOfAll = meetingsOf((group) => group === 'geces');
	/** A step on the day of a meeting is that meeting. */
	const otherSteps = stepsIn('group').filter(({ x }) => !meetingsOfAll.some((meeting) => meeting.x === x));

	return {
		width: WIDTH,
		left: LEFT,
		first: start,
		years: Array.from({ length: Math.floor(end) - start }, (_, index) => start + index + 1).map((year) => ({
			x: xOf(year),
			label: String(year),
		})),
		today: xOf(end),
		mandates: mandatesOf(site).map(({ from, to, label, isOurs }, index, all) => ({
			from: xOf(Math.max(from, start)),
			to: xOf(Math.min(to, all[index + 1]?.from ?? Infinity)),
			label,
			isOurs,
		})),
		lanes: [
			{ kind: 'eu', label: milestoneLanes.eu.label, marks: named(stepsIn('eu')) },
			{
				kind: 'group',
				label: milestoneLanes.group.label,
				marks: named([...meetingsOfAll, ...otherSteps]),
			},
			{
				kind: 'clusters',
				label: milestoneLanes.clusters.label,
				marks: named([...meetingsOf((group) => group === 'clusters'), ...stepsIn('clusters')]),
			},
		],
	};
}

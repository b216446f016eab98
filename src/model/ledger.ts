import type { FeedEntry } from '../formats/feed.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { addressOf, type Entry } from '../schemas/collections.ts';
import { keysOf } from '../schemas/keys-of.ts';
import type { Point } from '../schemas/point.ts';
import { pointSteps } from '../schemas/vocabularies.ts';
import { groupBy, groupByEach } from '../formats/group-by.ts';
import { LEDGER } from './navigation.ts';
import { byId, latestFirst } from './order.ts';
import { lastPointStepOn, pointStateOn, pointStepsOn, type PointStep } from './point-state.ts';
import { wordsForPoint } from './state-words.ts';

/** Of a point what lists of points show. */
export interface ListedPoint {
	id: string;
	data: Pick<Point, 'title' | 'call' | 'steps' | 'aliases'>;
}

/** Where those who follow the points find each new step. */
export const LEDGER_FEED = { title: 'Points from members', address: `${LEDGER.address}feed.xml` };

/** Points on a page of the ledger: what fits the budget of a page. */
export const LEDGER_PAGE_SIZE = 50;

/** The anchor of a step on the page of its point, counted from 0. */
export const stepAnchor = (index: number): string => `step-${index + 1}`;

/** The points of which a day knows a step, newest step first. */
export function pointsShownOn<P extends ListedPoint>(points: readonly P[], today: string): P[] {
	return points
		.flatMap((point) => {
			const last = lastPointStepOn(point.data, today);
			return last ? [{ point, on: last.on }] : [];
		})
		.sort((a, b) => latestFirst(a, b) || byId(a.point, b.point))
		.map(({ point }) => point);
}

/** The points that came from each call, in the order given; under `undefined` those that came from none. */
export const pointsByCall = <P extends ListedPoint>(points: readonly P[]): Map<string | undefined, P[]> =>
	groupBy(points, ({ data }) => data.call);

/** Points from the same call one after the other, in the order of the calls; those from none last. */
export function inOrderOfCalls<P extends ListedPoint>(points: readonly P[], calls: readonly { id: string }[]): P[] {
	const byCall = pointsByCall(points);
	return [...calls.map(({ id }) => id), undefined].flatMap((call) => byCall.get(call) ?? []);
}

/** The points that were raised at each meeting by a day, in the order given. */
export const pointsByMeeting = <P extends ListedPoint>(points: readonly P[], today: string): Map<string, P[]> =>
	groupByEach(points, ({ data }) => new Set(pointStepsOn(data, today).flatMap(({ meeting }) => meeting ?? [])));

/** A part of the ledger that has a page of its own. */
export interface LedgerPart<P extends ListedPoint> {
	kind: 'state' | 'call';
	/** In its address. */
	id: string;
	address: string;
	label: string;
	definition: string | undefined;
	points: P[];
}

/** The page of the points at a step, or from a call. */
export const ledgerPartAddress = (kind: LedgerPart<ListedPoint>['kind'], id: string) =>
	`${LEDGER.address}${kind}/${id}/`;

/** The points by state, then by call. A part without points has no page. */
export function ledgerParts<P extends ListedPoint>(
	points: readonly P[],
	calls: readonly Pick<Entry<'calls'>, 'id' | 'data'>[],
	today: string,
): LedgerPart<P>[] {
	const byState = groupBy(points, ({ data }) => pointStateOn(data, today));
	const byCall = pointsByCall(points);
	const part = (kind: 'state' | 'call', id: string, label: string, definition: string | undefined, own: P[] = []) =>
		own.length > 0 ? [{ kind, id, address: ledgerPartAddress(kind, id), label, definition, points: own }] : [];
	return [
		...keysOf(pointSteps).flatMap((id) =>
			part('state', id, pointSteps[id].label, pointSteps[id].definition, byState.get(id)),
		),
		...calls.flatMap(({ id, data }) => part('call', id, data.title, undefined, byCall.get(id))),
	];
}

const FEED_MAX_ENTRIES = 50;

/** What each step of a point is known by: the first slug of the point, the kind of step and its day. */
function stepIds({ id, data }: ListedPoint, steps: readonly PointStep[]): string[] {
	const counts = new Map<string, number>();
	return steps.map(({ step, on }) => {
		const known = `points/${aliasesOf(data)[0] ?? id}/${step}/${on}`;
		const count = (counts.get(known) ?? 0) + 1;
		counts.set(known, count);
		return count === 1 ? known : `${known}/${count}`;
	});
}

/** The steps of all points that have come by a day, newest first. */
export const stepsAsEntries = (points: readonly ListedPoint[], today: string): FeedEntry[] =>
	points
		.flatMap((point) => {
			const { id, data } = point;
			const steps = pointStepsOn(data, today);
			const ids = stepIds(point, steps);
			return steps.map((step, index) => ({
				title: `${pointSteps[step.step].label}: ${data.title}`,
				id: ids[index] ?? id,
				address: `${addressOf('points', id)}#${stepAnchor(index)}`,
				on: step.on,
				text: step.text ?? `${wordsForPoint(step).text}.`,
			}));
		})
		// The later step of a point stands above the earlier one of the same day.
		.reverse()
		.sort(latestFirst);

/** The newest steps of all points, newest first. */
export const newestSteps = (points: readonly ListedPoint[], today: string): FeedEntry[] =>
	stepsAsEntries(points, today).slice(0, FEED_MAX_ENTRIES);

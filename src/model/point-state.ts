import { hasCome } from '../formats/brussels-days.ts';
import type { Point } from '../schemas/point.ts';

export type PointStep = Point['steps'][number];
export type PointState = PointStep['step'];

/** The steps of a point that have come by a day, in order. */
export const pointStepsOn = (point: Pick<Point, 'steps'>, today: string): PointStep[] =>
	point.steps.filter(({ on }) => hasCome(on, today));

/** The last step of a point that has come by a day. Undefined before the first: then the point does not show. */
export const lastPointStepOn = (point: Pick<Point, 'steps'>, today: string): PointStep | undefined =>
	pointStepsOn(point, today).at(-1);

/** Where a point stands on a day. */
export const pointStateOn = (point: Pick<Point, 'steps'>, today: string): PointState | undefined =>
	lastPointStepOn(point, today)?.step;

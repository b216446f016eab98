import { describe, expect, test } from 'vitest';
import { lastPointStepOn, pointStateOn, pointStepsOn, type PointState } from '../../src/model/point-state.ts';
import { entryOf } from '../entries.ts';

const step = (name: PointState, on: string) => ({ step: name, on, text: 'What came of it.' });
const pointWith = (...steps: ReturnType<typeof step>[]) => entryOf('points', { steps }).data;

describe('a point that a document takes up', () => {
	const point = pointWith(
		step('received', '2027-03-28'),
		step('summarised', '2027-05-31'),
		step('raised', '2027-06-10'),
		step('reflected', '2027-10-31'),
	);

	test.each<[today: string, state: PointState | undefined]>([
		['2027-03-27', undefined],
		['2027-03-28', 'received'],
		['2027-03-29', 'received'],
		['2027-05-30', 'received'],
		['2027-05-31', 'summarised'],
		['2027-06-01', 'summarised'],
		['2027-06-09', 'summarised'],
		['2027-06-10', 'raised'],
		['2027-06-11', 'raised'],
		['2027-10-30', 'raised'],
		['2027-10-31', 'reflected'],
		['2027-11-01', 'reflected'],
		['2030-01-01', 'reflected'],
	])('on %s is: %s', (today, state) => {
		expect(pointStateOn(point, today)).toBe(state);
	});
});

describe('a point that is not taken up', () => {
	const point = pointWith(step('raised', '2028-02-28'), step('not-taken', '2028-02-29'));

	test.each<[today: string, state: PointState | undefined]>([
		['2028-02-27', undefined],
		['2028-02-28', 'raised'],
		['2028-02-29', 'not-taken'],
		['2028-03-01', 'not-taken'],
	])('on %s is: %s', (today, state) => {
		expect(pointStateOn(point, today)).toBe(state);
	});
});

test('of two steps on one day the later one counts', () => {
	const point = pointWith(step('received', '2027-03-31'), step('summarised', '2027-03-31'));
	expect(pointStateOn(point, '2027-03-31')).toBe('summarised');
});

test('a point that comes back is where its last step says', () => {
	const point = pointWith(step('not-taken', '2027-03-31'), step('raised', '2027-06-10'));
	expect(pointStateOn(point, '2027-06-10')).toBe('raised');
});

test('steps of days to come do not show', () => {
	const point = pointWith(step('received', '2027-03-31'), step('raised', '2027-06-10'));
	expect(pointStepsOn(point, '2027-06-09').map(({ on }) => on)).toEqual(['2027-03-31']);
});

test('the last step brings its day along', () => {
	expect(lastPointStepOn(pointWith(step('received', '2027-03-31')), '2027-04-01')?.on).toBe('2027-03-31');
});

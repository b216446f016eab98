import { describe, expect, test } from 'vitest';
import {
	inOrderOfCalls,
	ledgerParts,
	newestSteps,
	pointsByCall,
	pointsByMeeting,
	pointsShownOn,
} from '../../src/model/ledger.ts';
import { entryOf, type Fields } from '../entries.ts';

const received = (on: string) => ({ step: 'received', on });
const raised = (on: string, meeting: string) => ({ step: 'raised', on, meeting });
const pointOf = (id: string, steps: Fields[], call?: string) =>
	entryOf('points', { title: `On ${id}`, steps, call }, id);

const rooms = pointOf('rooms', [received('2027-04-01'), raised('2027-06-10', 'spring')], 'views');
const money = pointOf('money', [received('2027-05-01')], 'rules');
const jobs = pointOf('jobs', [received('2027-06-10')]);
const later = pointOf('later', [received('2027-09-01')], 'views');
const points = [rooms, money, jobs, later];
const calls = [
	entryOf('calls', { title: 'Rules' }, 'rules'),
	entryOf('calls', { title: 'Views' }, 'views'),
	entryOf('calls', { title: 'Nothing yet' }, 'nothing'),
];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the points that show on a day', () => {
	test.each([
		['2027-03-31', []],
		['2027-04-01', ['rooms']],
		['2027-05-01', ['money', 'rooms']],
		['2027-06-09', ['money', 'rooms']],
		['2027-06-10', ['jobs', 'rooms', 'money']],
		['2027-09-01', ['later', 'jobs', 'rooms', 'money']],
	])('are on %s, newest step first: %j', (today, shown) => {
		expect(ids(pointsShownOn(points, today))).toEqual(shown);
	});
});

test('points are told by the call they came from, others apart', () => {
	const byCall = pointsByCall(points);
	expect(ids(byCall.get('views') ?? [])).toEqual(['rooms', 'later']);
	expect(ids(byCall.get(undefined) ?? [])).toEqual(['jobs']);
});

test('points stand in the order of the calls, those from none last', () => {
	expect(ids(inOrderOfCalls(points, calls))).toEqual(['money', 'rooms', 'later', 'jobs']);
});

describe('the points raised at a meeting', () => {
	test('show there once the step has come', () => {
		expect(ids(pointsByMeeting(points, '2027-06-10').get('spring') ?? [])).toEqual(['rooms']);
		expect(pointsByMeeting(points, '2027-06-09').get('spring')).toBeUndefined();
	});

	test('stand there once, however often they were raised', () => {
		const twice = pointOf('twice', [raised('2027-06-10', 'spring'), raised('2027-06-11', 'spring')]);
		expect(ids(pointsByMeeting([twice], '2027-07-01').get('spring') ?? [])).toEqual(['twice']);
	});
});

describe('the parts of the ledger', () => {
	const parts = ledgerParts(pointsShownOn(points, '2027-06-10'), calls, '2027-06-10');

	test('are states, in the order of the steps, then calls; none is empty', () => {
		expect(parts.map(({ label, points: own }) => [label, ids(own)])).toEqual([
			['Received', ['jobs', 'money']],
			['Raised in GECES', ['rooms']],
			['Rules', ['money']],
			['Views', ['rooms']],
		]);
	});

	test('have an address each', () => {
		expect(parts.map(({ address }) => address)).toEqual([
			'/have-your-say/what-happened/state/received/',
			'/have-your-say/what-happened/state/raised/',
			'/have-your-say/what-happened/call/rules/',
			'/have-your-say/what-happened/call/views/',
		]);
	});
});

describe('the newest steps', () => {
	test('lead to their place on the page of the point, newest first', () => {
		expect(newestSteps([money, rooms], '2027-06-10')).toEqual([
			{
				title: 'Raised in GECES: On rooms',
				id: 'points/rooms/raised/2027-06-10',
				address: '/have-your-say/what-happened/rooms/#step-2',
				on: '2027-06-10',
				text: 'Raised in GECES on 10 June 2027.',
			},
			{
				title: 'Received: On money',
				id: 'points/money/received/2027-05-01',
				address: '/have-your-say/what-happened/money/#step-1',
				on: '2027-05-01',
				text: 'Received on 1 May 2027.',
			},
			{
				title: 'Received: On rooms',
				id: 'points/rooms/received/2027-04-01',
				address: '/have-your-say/what-happened/rooms/#step-1',
				on: '2027-04-01',
				text: 'Received on 1 April 2027.',
			},
		]);
	});

	describe('have an id each, which stays the same', () => {
		const steps = [received('2027-04-01'), raised('2027-06-10', 'spring'), raised('2027-06-10', 'summer')];
		const idsOf = (points: Parameters<typeof newestSteps>[0]) => newestSteps(points, '2027-07-01').map(({ id }) => id);
		const before = idsOf([pointOf('rooms', steps)]);

		test('of the point, the kind of step and its day', () => {
			expect(before).toEqual([
				'points/rooms/raised/2027-06-10/2',
				'points/rooms/raised/2027-06-10',
				'points/rooms/received/2027-04-01',
			]);
		});

		test('when the point is renamed, and renamed again', () => {
			const renamed = entryOf('points', { title: 'Halls', steps, aliases: ['rooms', 'shared-rooms'] }, 'halls');
			expect(idsOf([renamed])).toEqual(before);
		});

		test('when a step is put in between', () => {
			const [first, ...others] = steps;
			const more = pointOf('rooms', [first ?? {}, { step: 'summarised', on: '2027-05-01' }, ...others]);
			expect(idsOf([more])).toEqual(expect.arrayContaining(before));
		});

		test('when a text is corrected', () => {
			expect(
				idsOf([
					pointOf(
						'rooms',
						steps.map((step) => ({ ...step, text: 'In other words.' })),
					),
				]),
			).toEqual(before);
		});
	});

	test('say what came of a point in the words of the editor', () => {
		const refused = pointOf('refused', [{ step: 'not-taken', on: '2027-06-10', text: 'The group has no mandate.' }]);
		expect(newestSteps([refused], '2027-06-10')[0]?.text).toBe('The group has no mandate.');
	});

	test('leave out steps of days to come', () => {
		expect(newestSteps([rooms], '2027-06-09').map(({ on }) => on)).toEqual(['2027-04-01']);
	});

	test('are at most fifty', () => {
		const many = Array.from({ length: 60 }, (_, index) => pointOf(`point-${index}`, [received('2027-04-01')]));
		expect(newestSteps(many, '2027-06-10')).toHaveLength(50);
	});
});

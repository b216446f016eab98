import { describe, expect, test } from 'vitest';
import { newestStep, newestPolicySteps } from '../../src/model/newest-step.ts';
import { entryOf, type Fields } from '../entries.ts';

type Site = Parameters<typeof newestStep>[0];

const today = '2026-11-26';
const meeting = (fields: Fields) => entryOf('meetings', { date: '2023-12-05', ...fields }, 'a-meeting');
const milestone = (fields: Fields) => entryOf('milestones', fields, 'a-step');
const update = (fields: Fields) => entryOf('updates', fields, 'news');
const stepIn = (site: Partial<Site>) => newestStep({ meetings: [], milestones: [], updates: [], ...site }, today);

describe('the step to show is', () => {
	const old = { meetings: [meeting({})], milestones: [milestone({})], updates: [update({ date: '2025-05-01' })] };
	const rows: [description: string, site: Partial<Site>, address: string | undefined, when: string | undefined][] = [
		['none on a site without any', {}, undefined, undefined],
		['a meeting, if it is the newest', { ...old, updates: [] }, '/geces/meetings/a-meeting/', '5 December 2023'],
		['an update, if it is the newest', old, '/updates/news/', '1 May 2025'],
		[
			'a milestone, if it is the newest',
			{ ...old, milestones: [milestone({ date: '2026-05-18' })] },
			'/geces/timeline/#step-a-step',
			'18 May 2026',
		],
		[
			'of a month, if nothing newer is known',
			{ ...old, updates: [update({ date: '2026-03-01', datePrecision: 'month' })] },
			'/updates/news/',
			'March 2026',
		],
		[
			'the milestone, where an update reports the same',
			{
				milestones: [milestone({ date: '2026-03' })],
				updates: [update({ date: '2026-03-01', datePrecision: 'month' })],
			},
			'/geces/timeline/#step-a-step',
			'March 2026',
		],
		[
			'the meeting, where a milestone reports the same',
			{ meetings: [meeting({})], milestones: [milestone({ date: '2023-12-05' })] },
			'/geces/meetings/a-meeting/',
			'5 December 2023',
		],
		[
			'no milestone of a day to come',
			{ ...old, milestones: [milestone({ date: '2026-11-27' }), milestone({ date: '2026-12' })] },
			'/updates/news/',
			'1 May 2025',
		],
	];

	test.each(rows)('%s', (_description, site, address, when) => {
		expect([stepIn(site)?.address, stepIn(site)?.when]).toEqual([address, when]);
	});
});

test('a meeting that is announced stands before everything else, the next one first', () => {
	const meetings = ['2027-06-01', '2027-02-01', '2026-11-01'].map((date) => entryOf('meetings', { date }, date));
	expect(stepIn({ meetings, milestones: [milestone({ date: '2026-11-20' })] })).toEqual({
		address: '/geces/meetings/2027-02-01/',
		title: 'A meeting',
		when: '1 February 2027',
		isAhead: true,
	});
});

test('the newest steps tell each month of an update once, and nothing that is to come', () => {
	const site = {
		milestones: ['2025-05-01', '2025-06', '2026-12-01'].map((date) => entryOf('milestones', { date }, date)),
		updates: [
			entryOf('updates', { date: '2025-05-20', summary: 'It closed.' }, 'closed'),
			entryOf('updates', {}, 'news'),
		],
	};
	expect(newestPolicySteps(site, today, 3).map(({ address, when }) => [address, when])).toEqual([
		['/updates/news/', '1 November 2026'],
		['/geces/timeline/#step-2025-06', 'June 2025'],
		['/updates/closed/', '20 May 2025'],
	]);
	expect(newestPolicySteps(site, today, 1)[0]?.text).toBe('What happened.');
});

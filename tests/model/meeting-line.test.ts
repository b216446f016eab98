import { expect, test } from 'vitest';
import { meetingLine } from '../../src/model/meeting-line.ts';
import { entryOf, type Fields } from '../entries.ts';

const meeting = (date: string) => entryOf('meetings', { date }, date);
const step = (date: string, fields: Fields = {}) => entryOf('milestones', { date, ...fields }, date);

test('a meeting stands among those beside it and the steps of policy between them, the two nearest each way', () => {
	const entry = meeting('2022-01-25');
	const site = {
		meetings: [meeting('2022-06-15'), entry, meeting('2021-09-10'), meeting('2021-03-23')],
		milestones: [
			step('2021-05-07'),
			step('2021-10-01'),
			step('2021-11-01', { lane: 'clusters' }),
			step('2021-12-09'),
			step('2022-01-25', { lane: 'group' }),
			step('2022-02-04', { lane: 'countries' }),
			step('2022-03'),
			step('2022-11-14'),
		],
		today: '2026-11-27',
	};
	expect(meetingLine(site, entry).map(({ on, isStep }) => (isStep ? `step ${on}` : on))).toEqual([
		'2021-03-23',
		'2021-09-10',
		'step 2021-11-01',
		'step 2021-12-09',
		'2022-01-25',
		'step 2022-03',
		'2022-06-15',
	]);
});

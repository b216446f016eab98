import { describe, expect, test } from 'vitest';
import { entryOf, messageOf, messagesOf, mends, type BrokenEntry, type Fields } from '../entries.ts';

const everyField: Fields = {
	ordinal: '4th meeting of the second mandate',
	datePrecision: 'day',
	lastDay: '2027-05-13',
	place: 'Brussels',
	topics: ['clusters', 'finance'],
	before: { agenda: ['A point'], ourLine: 'What we say.', weAsk: 'What helps us.', answerBy: '2027-05-01' },
	after: {
		said: 'What was said.',
		nextSteps: ['A step'],
		documents: [{ title: 'Minutes', url: 'https://example.org/minutes.pdf' }],
		notesPromisedOn: '2027-05-31',
		notesPublishedOn: '2027-05-28',
	},
	aliases: ['an-old-name'],
};

test('a meeting with only the fields it must have passes', () => {
	expect(messagesOf('meetings')).toEqual([]);
});

test('a meeting with every field filled in passes', () => {
	expect(messagesOf('meetings', everyField)).toEqual([]);
});

test('the date of a meeting is known to the day unless its editor says otherwise', () => {
	expect(entryOf('meetings').data.datePrecision).toBe('day');
});

describe('a meeting passes when', () => {
	const rows: [description: string, changes: Fields][] = [
		['its last day is its first', { lastDay: '2027-05-12' }],
		['answers are due on the day itself', { before: { answerBy: '2027-05-12' } }],
		['only its month is known', { date: '2027-05-01', datePrecision: 'month' }],
		['its notes come on the day itself', { after: { notesPublishedOn: '2027-05-12' } }],
	];

	test.each(rows)('%s', (_description, changes) => {
		expect(messagesOf('meetings', changes)).toEqual([]);
	});
});

describe('a meeting is refused when', () => {
	const rows: BrokenEntry[] = [
		['its title is missing', { title: undefined }, 'Title (title) is missing', mends.addText],
		[
			'its date is in no calendar',
			{ date: '2027-02-30' },
			'Date (date) "2027-02-30" is not a day of the calendar',
			mends.day,
		],
		[
			'another body meets',
			{ group: 'council' },
			'Group (group) "council" is not one of the choices',
			'Use one of: geces, clusters.',
		],
		[
			'its date is known to the year',
			{ datePrecision: 'year' },
			'Date exact to the (datePrecision) "year" is not one of the choices',
			'Use one of: day, month.',
		],
		[
			'its topic is none of ours',
			{ topics: ['weather'] },
			'Topics (topics[0]) "weather" is not one of the choices',
			'Use one of: clusters, action-plan, framework, finance, recovery, skills, business, research, group-work.',
		],
		[
			'a topic stands twice in its list',
			{ topics: ['clusters', 'clusters'] },
			'Topics (topics) names the same thing twice',
			mends.correct,
		],
		[
			'it has a last day, though only its month is known',
			{ datePrecision: 'month', lastDay: '2027-05-13' },
			'Last day (lastDay) 2027-05-13 is a day of a meeting of which only the month is known',
			'Take the last day away, or say that the day is known.',
		],
		[
			'it ends before it begins',
			{ lastDay: '2027-05-11' },
			'Last day (lastDay) 2027-05-11 lies before the first day 2027-05-12',
			'Correct one of the two days.',
		],
		[
			'answers are due after it',
			{ before: { answerBy: '2027-05-13' } },
			'Before the meeting › By when (before.answerBy) 2027-05-13 lies after the meeting',
			'Choose a day before the meeting.',
		],
		[
			'its notes are promised for a day before it',
			{ after: { notesPromisedOn: '2027-05-11' } },
			'What was said › Notes promised for (after.notesPromisedOn) 2027-05-11 lies before the meeting',
			'Choose a day after the meeting.',
		],
		[
			'its notes are published before it',
			{ after: { notesPublishedOn: '2027-05-11' } },
			'What was said › Notes published on (after.notesPublishedOn) 2027-05-11 lies before the meeting',
			'Choose a day after the meeting.',
		],
		[
			'its agenda is empty',
			{ before: { agenda: [] } },
			'Before the meeting › Agenda (before.agenda) has fewer than 1 item(s)',
			mends.fill,
		],
		[
			'a document has no full address',
			{ after: { documents: [{ title: 'Minutes', url: 'minutes.pdf' }] } },
			'What was said › Documents › Address (after.documents[0].url) "minutes.pdf" is not a web address',
			mends.address,
		],
		['it has no sources', { sources: undefined }, 'Sources (sources) is missing', mends.addList],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('meetings', changes)).toEqual([messageOf('meetings', what, mend)]);
	});
});

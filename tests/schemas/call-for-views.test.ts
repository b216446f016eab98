import { describe, expect, test } from 'vitest';
import { entryOf, messageOf, messagesOf, mends, type BrokenEntry, type Fields } from '../entries.ts';

const text = (id: string) => ({ type: 'text', id, label: 'What do you think?', required: true });
const optional = (id: string) => ({ ...text(id), required: false });
const choice = (id: string) => ({ type: 'choice', id, label: 'Which one?', options: ['A', 'B'] });
const step = (on: string) => ({ on, text: 'What came of it.' });

const everyField: Fields = {
	questions: [
		{ ...text('one'), help: 'A few words.', required: true, maxCharacters: 500 },
		{ type: 'choice', id: 'two', label: 'Which one?', help: 'Choose one.', required: false, options: ['A', 'B'] },
		{ type: 'multiple', id: 'three', label: 'Which ones?', options: ['A', 'B'] },
		text('four'),
		text('five'),
	],
	heard: { on: '2027-05-20', text: 'What we heard.', url: 'https://example.org/summary.pdf' },
	taken: { on: '2027-06-10', text: 'What we took there.', meeting: '2027-06-10-geces' },
	outcome: { on: '2027-12-01', text: 'What came of it.' },
	aliases: ['an-old-name'],
};

test('a call with only the fields it must have passes', () => {
	expect(messagesOf('calls')).toEqual([]);
});

test('a call with every field filled in passes', () => {
	expect(messagesOf('calls', everyField)).toEqual([]);
});

/** What makes of the minimal call one that stays open. */
const standing: Fields = {
	closesOn: undefined,
	summaryPromisedOn: undefined,
	answersReadOn: 'the first working day of each month',
};

test('a call without a closing day passes, and says when its answers are read', () => {
	expect(messagesOf('calls', standing)).toEqual([]);
});

test('a question need not be answered unless its editor says so', () => {
	expect(
		entryOf('calls')
			.data.questions.slice(1)
			.map((question) => question.required),
	).toEqual([false, false]);
});

test('an answer in text has room for 3000 characters unless its editor says otherwise', () => {
	expect(entryOf('calls').data.questions[0]).toMatchObject({ maxCharacters: 3000 });
});

describe('a call passes when', () => {
	const rows: [description: string, changes: Fields][] = [
		['it closes on its opening day', { opensOn: '2027-03-31' }],
		['the summary is promised for the day after closing', { summaryPromisedOn: '2027-04-01' }],
		['it is taken to GECES on the day of its summary', { heard: step('2027-05-31'), taken: step('2027-05-31') }],
		['it has an outcome and nothing else', { outcome: step('2027-12-01') }],
		['it has two questions', { questions: [text('one'), text('two')] }],
		[
			'it stays open although something came of it',
			{ ...standing, heard: step('2027-01-11'), taken: step('2027-06-10'), outcome: step('2027-12-01') },
		],
		['one free text must be answered', { questions: [optional('one'), text('two')] }],
		['one single choice must be answered', { questions: [optional('one'), { ...choice('two'), required: true }] }],
	];

	test.each(rows)('%s', (_description, changes) => {
		expect(messagesOf('calls', changes)).toEqual([]);
	});
});

describe('a call is refused when', () => {
	const rows: BrokenEntry[] = [
		['its title is missing', { title: undefined }, 'Title (title) is missing', mends.addText],
		[
			'its title has 121 characters',
			{ title: 'x'.repeat(121) },
			`Title (title) "${'x'.repeat(59)}… has more than 120 characters`,
			'Shorten it to at most 120 characters.',
		],
		['its opening day is missing', { opensOn: undefined }, 'Opens on (opensOn) is missing', mends.addText],
		[
			'it closes before it opens',
			{ opensOn: '2027-04-01' },
			'Closes on (closesOn) 2027-03-31 lies before the opening day 2027-04-01',
			'Choose a closing day after the opening day.',
		],
		[
			'the summary is promised for the closing day',
			{ summaryPromisedOn: '2027-03-31' },
			'Summary promised for (summaryPromisedOn) 2027-03-31 does not lie after the closing day 2027-03-31',
			'Leave time to read the answers.',
		],
		[
			'two questions have one name',
			{ questions: [text('one'), text('two'), text('one')] },
			'Questions › Name (questions[2].id) “one” is the name of an earlier question',
			'Give each question a name of its own.',
		],
		[
			'a question is called as a field of the form itself',
			{ questions: [text('one'), text('email'), text('three')] },
			'Questions › Name (questions[1].id) “email” is a name that the form uses itself',
			'Choose another name.',
		],
		['it has one question', { questions: [text('one')] }, 'Questions (questions) has fewer than 2 item(s)', mends.fill],
		[
			'every question can be left empty',
			{ questions: [optional('one'), choice('two')] },
			'Questions (questions) can all be left empty, so that empty answers would be sent',
			'Tick “Must be answered” of a free text or a single choice.',
		],
		[
			'only several choices must be answered, which browsers do not ask for',
			{ questions: [optional('one'), { ...choice('two'), type: 'multiple', required: true }] },
			'Questions (questions) can all be left empty, so that empty answers would be sent',
			'Tick “Must be answered” of a free text or a single choice.',
		],
		[
			'it stays open, and does not say when its answers are read',
			{ ...standing, answersReadOn: undefined },
			'Answers are read on (answersReadOn) is missing, yet the call has no closing day',
			'Say when the answers are read, or give a closing day.',
		],
		[
			'it stays open, and promises a summary',
			{ ...standing, summaryPromisedOn: '2027-05-31' },
			'Summary promised for (summaryPromisedOn) belongs to a call with a closing day',
			'Remove it, or give a closing day.',
		],
		[
			'it closes, and says when answers are read all the time',
			{ answersReadOn: 'the first working day of each month' },
			'Answers are read on (answersReadOn) belongs to a call without a closing day',
			'Remove it, or remove the closing day.',
		],
		[
			'it closes, and promises no summary',
			{ summaryPromisedOn: undefined },
			'Summary promised for (summaryPromisedOn) is missing, yet the call has a closing day',
			'Promise a day after the closing day.',
		],
		[
			'it stays open, and something was heard before it opened',
			{ ...standing, heard: step('2027-01-10') },
			'What we heard › On (heard.on) 2027-01-10 lies before 2027-01-11, the step before it',
			mends.order,
		],
		[
			'it has six questions',
			{ questions: ['one', 'two', 'three', 'four', 'five', 'six'].map(text) },
			'Questions (questions) has more than 5 items',
			'Shorten it to at most 5 items.',
		],
		[
			'the name of a question has a blank',
			{ questions: [text('one'), text('two'), text('number three')] },
			'Questions › Name (questions[2].id) "number three" may have only small letters a to z, digits and single hyphens',
			mends.hint,
		],
		[
			'a choice has one option',
			{ questions: [text('one'), text('two'), { type: 'choice', id: 'three', label: 'Which?', options: ['A'] }] },
			'Questions › Choices (questions[2].options) has fewer than 2 item(s)',
			mends.fill,
		],
		[
			'a choice has an option twice',
			{ questions: [text('one'), text('two'), { type: 'choice', id: 'three', label: 'Which?', options: ['A', 'A'] }] },
			'Questions › Choices (questions[2].options) names the same thing twice',
			mends.correct,
		],
		[
			'a question is of no known type',
			{ questions: [text('one'), text('two'), { ...text('three'), type: 'essay' }] },
			'Questions › Kind of answer (questions[2].type) "essay" fits none of the forms allowed here',
			mends.hint,
		],
		[
			'the summary is published before the call closes',
			{ heard: step('2027-03-30') },
			'What we heard › On (heard.on) 2027-03-30 lies before 2027-03-31, the step before it',
			mends.order,
		],
		[
			'the summary is published on the closing day',
			{ heard: step('2027-03-31') },
			'What we heard › On (heard.on) 2027-03-31 is the closing day, on which members still answer',
			'Choose a later day.',
		],
		[
			'it is taken to GECES before its summary',
			{ heard: step('2027-05-31'), taken: step('2027-05-30') },
			'What we took to GECES › On (taken.on) 2027-05-30 lies before 2027-05-31, the step before it',
			mends.order,
		],
		[
			'the outcome is known before it is taken to GECES',
			{ taken: step('2027-06-10'), outcome: step('2027-06-09') },
			'Outcome › On (outcome.on) 2027-06-09 lies before 2027-06-10, the step before it',
			mends.order,
		],
		[
			'the outcome is known before the summary, with no step between',
			{ heard: step('2027-05-31'), outcome: step('2027-05-30') },
			'Outcome › On (outcome.on) 2027-05-30 lies before 2027-05-31, the step before it',
			mends.order,
		],
		[
			'a step has no text',
			{ heard: { on: '2027-05-31' } },
			'What we heard › Text (heard.text) is missing',
			mends.addText,
		],
		[
			'it takes no time',
			{ minutesNeeded: 0 },
			'Time needed (minutesNeeded) 0 is less than 1',
			'Give a number from 1 up.',
		],
		['a field is misspelled', { closeOn: '2027-03-31' }, 'closeOn is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('calls', changes)).toEqual([messageOf('calls', what, mend)]);
	});
});

test('a closing day that starts with the day is refused', () => {
	expect(messagesOf('calls', { closesOn: '31.03.2027' })).toContain(
		messageOf('calls', 'Closes on (closesOn) "31.03.2027" is not a day of the calendar', mends.day),
	);
});

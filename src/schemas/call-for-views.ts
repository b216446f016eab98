import * as z from 'zod';
import {
	acrossFields,
	aliases,
	distinct,
	line,
	paragraphs,
	referenceTo,
	report,
	slug,
	summary,
	webAddress,
	wholeDay,
} from './fields.ts';
import { reservedFieldNames } from './sender.ts';

const questionText = {
	id: slug.meta({
		title: 'Name',
		description: 'Short name in small letters; it must not change once answers came in.',
	}),
	label: line(200).meta({ title: 'Question', description: 'As the member reads it.' }),
	help: line(300).optional().meta({ title: 'Help', description: 'What a useful answer holds.' }),
	required: z.boolean().default(false).meta({ title: 'Must be answered', description: 'Ask only what you need.' }),
};
const options = distinct(z.array(line(120)).min(2).max(15)).meta({
	title: 'Choices',
	each: 'choice',
	description: 'Two to fifteen.',
});

const answerKind = <K extends string>(kind: K, label: string) =>
	z
		.literal(kind)
		.meta({ title: 'Kind of answer', description: 'text, choice (one) or multiple.', options: { [kind]: label } });

/** A question: free text, one choice or several. */
export const questionSchema = z.discriminatedUnion('type', [
	z.strictObject({
		type: answerKind('text', 'Free text'),
		...questionText,
		maxCharacters: z
			.int()
			.min(50)
			.max(10_000)
			.default(3000)
			.meta({ title: 'Longest answer', description: 'In characters.' }),
	}),
	z.strictObject({ type: answerKind('choice', 'One of several choices'), ...questionText, options }),
	z.strictObject({ type: answerKind('multiple', 'Several choices'), ...questionText, options }),
]);
export type Question = z.infer<typeof questionSchema>;

const answered = (title: string, description: string) =>
	z
		.strictObject({
			on: wholeDay.meta({ title: 'On', description: 'The day it was published.' }),
			text: paragraphs(5000).meta({ title: 'Text', description: 'In plain words.' }),
			meeting: referenceTo('meetings').optional().meta({ title: 'Meeting', description: 'Where it was brought up.' }),
			url: webAddress.optional().meta({ title: 'Document', description: 'Where it can be read in full.' }),
		})
		.optional()
		.meta({ title, description });

/** A round of “Have your say”: one page for its whole life. */
export const callSchema = z
	.strictObject({
		title: line(120).meta({ title: 'Title', description: 'What views are asked for.' }),
		summary: summary.meta({ title: 'Summary', description: 'For lists and search results.' }),
		opensOn: wholeDay.meta({ title: 'Opens on', description: 'First day on which views are accepted.' }),
		closesOn: wholeDay.optional().meta({
			title: 'Closes on',
			description: 'Open until midnight of this day, Brussels time. Leave empty for a call that stays open.',
		}),
		answersReadOn: line(80).optional().meta({
			title: 'Answers are read on',
			description: 'Of a call that stays open: the first working day of each month.',
		}),
		decidedBy: line(200).meta({ title: 'Who decides', description: 'Who can act on the answers.' }),
		canChange: paragraphs(1000).meta({
			title: 'What can change',
			description: 'What the answers can move, and what they cannot.',
		}),
		questions: z.array(questionSchema).min(2).max(5).meta({
			title: 'Questions',
			each: 'question',
			description: 'Two to five. One free text or single choice must be answered, so that nothing empty is sent.',
		}),
		minutesNeeded: z
			.int()
			.min(1)
			.max(120)
			.meta({ title: 'Time needed', description: 'In minutes: about how long it takes.' }),
		summaryPromisedOn: wholeDay.optional().meta({
			title: 'Summary promised for',
			description: 'Of a call that closes: the day by which members read what we heard.',
		}),
		heard: answered('What we heard', 'The summary of the answers.'),
		taken: answered('What we took to GECES', 'What we brought up, and where.'),
		outcome: answered('Outcome', 'What came of it.'),
		aliases,
	})
	.superRefine((call, context) => {
		const { opensOn, closesOn, answersReadOn, summaryPromisedOn } = call;
		if (closesOn === undefined) {
			if (!answersReadOn) {
				const mend = 'Say when the answers are read, or give a closing day.';
				report(context, ['answersReadOn'], 'is missing, yet the call has no closing day', mend);
			}
			if (summaryPromisedOn) {
				const mend = 'Remove it, or give a closing day.';
				report(context, ['summaryPromisedOn'], 'belongs to a call with a closing day', mend);
			}
		} else {
			if (closesOn < opensOn) {
				const mend = 'Choose a closing day after the opening day.';
				report(context, ['closesOn'], `${closesOn} lies before the opening day ${opensOn}`, mend);
			}
			if (answersReadOn) {
				const mend = 'Remove it, or remove the closing day.';
				report(context, ['answersReadOn'], 'belongs to a call without a closing day', mend);
			}
			if (summaryPromisedOn === undefined) {
				const mend = 'Promise a day after the closing day.';
				report(context, ['summaryPromisedOn'], 'is missing, yet the call has a closing day', mend);
			} else if (summaryPromisedOn <= closesOn) {
				const rule = `${summaryPromisedOn} does not lie after the closing day ${closesOn}`;
				report(context, ['summaryPromisedOn'], rule, 'Leave time to read the answers.');
			}
		}
		if (!call.questions.some(({ type, required }) => required && type !== 'multiple')) {
			const mend = 'Tick “Must be answered” of a free text or a single choice.';
			report(context, ['questions'], 'can all be left empty, so that empty answers would be sent', mend);
		}
		const ids = call.questions.map((question) => question.id);
		ids.forEach((id, index) => {
			if (reservedFieldNames.includes(id)) {
				const mend = 'Choose another name.';
				report(context, ['questions', index, 'id'], `“${id}” is a name that the form uses itself`, mend);
			}
			if (ids.indexOf(id) < index) {
				const mend = 'Give each question a name of its own.';
				report(context, ['questions', index, 'id'], `“${id}” is the name of an earlier question`, mend);
			}
		});
		const steps = [
			['heard', call.heard?.on],
			['taken', call.taken?.on],
			['outcome', call.outcome?.on],
		] as const;
		if (closesOn !== undefined && call.heard?.on === closesOn) {
			const mend = 'Choose a later day.';
			report(context, ['heard', 'on'], `${closesOn} is the closing day, on which members still answer`, mend);
		}
		let earlier = closesOn ?? opensOn;
		for (const [field, on] of steps) {
			if (on && on < earlier) {
				const mend = 'Put the steps in the order of their days.';
				report(context, [field, 'on'], `${on} lies before ${earlier}, the step before it`, mend);
			}
			earlier = on ?? earlier;
		}
	}, acrossFields);
export type CallForViews = z.infer<typeof callSchema>;

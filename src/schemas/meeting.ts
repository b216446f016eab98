import * as z from 'zod';
import {
	acrossFields,
	aliases,
	datePrecision,
	keywords,
	line,
	oneOf,
	paragraphs,
	report,
	someOf,
	sources,
	webAddress,
	wholeDay,
} from './fields.ts';
import { meetingGroups, meetingTopics } from './vocabularies.ts';

const points = z.array(line(200)).min(1);

/** A meeting of GECES or of its working group: one page before and after. */
export const meetingSchema = z
	.strictObject({
		title: line(120).meta({
			title: 'Title',
			description: 'What it was about: Skills and finance. If that is not known, as the group counts it: 4th meeting.',
		}),
		ordinal: line(80).optional().meta({
			title: 'Counted as',
			description: 'As the group counts it: 4th meeting of the second mandate. Leave empty if the title says so.',
		}),
		date: wholeDay.meta({
			title: 'Date',
			description: 'The first day; the first of the month if only that is known.',
		}),
		datePrecision,
		lastDay: wholeDay.optional().meta({ title: 'Last day', description: 'If it lasts longer than a day.' }),
		place: line(80).optional().meta({ title: 'Place', description: 'City, or online.' }),
		group: oneOf(meetingGroups).meta({ title: 'Group', description: 'Which body meets.' }),
		topics: someOf(meetingTopics)
			.optional()
			.meta({ title: 'Topics', description: 'What it was about; readers choose meetings by them.' }),
		before: z
			.strictObject({
				agenda: points.optional().meta({ title: 'Agenda', each: 'point', description: 'The points announced.' }),
				ourLine: paragraphs(1500).optional().meta({ title: 'Our line', description: 'What we mean to say.' }),
				weAsk: paragraphs(1500).optional().meta({ title: 'What we ask members', description: 'What would help us.' }),
				answerBy: wholeDay.optional().meta({ title: 'By when', description: 'Last day for members’ answers.' }),
			})
			.optional()
			.meta({ title: 'Before the meeting', description: 'What members should know beforehand.' }),
		after: z
			.strictObject({
				said: paragraphs(3000)
					.optional()
					.meta({ title: 'Summary', description: 'As far as sources or our notes show.' }),
				nextSteps: points.optional().meta({ title: 'Next steps', each: 'step', description: 'What follows from it.' }),
				documents: z
					.array(
						z.strictObject({
							title: line(200).meta({ title: 'Title', description: 'Of the document.' }),
							url: webAddress.meta({ title: 'Address', description: 'Where it can be read.' }),
						}),
					)
					.optional()
					.meta({ title: 'Documents', each: 'document', description: 'Published ones.' }),
				notesPromisedOn: wholeDay
					.optional()
					.meta({ title: 'Notes promised for', description: 'The day by which we publish notes.' }),
				notesPublishedOn: wholeDay.optional().meta({ title: 'Notes published on', description: 'The day we did.' }),
			})
			.optional()
			.meta({ title: 'What was said', description: 'Filled in afterwards.' }),
		keywords,
		sources,
		aliases,
	})
	.superRefine((meeting, context) => {
		if (meeting.lastDay && meeting.lastDay < meeting.date) {
			const mend = 'Correct one of the two days.';
			report(context, ['lastDay'], `${meeting.lastDay} lies before the first day ${meeting.date}`, mend);
		}
		if (meeting.lastDay && meeting.datePrecision === 'month') {
			const mend = 'Take the last day away, or say that the day is known.';
			report(context, ['lastDay'], `${meeting.lastDay} is a day of a meeting of which only the month is known`, mend);
		}
		if (meeting.before?.answerBy && meeting.before.answerBy > meeting.date) {
			const mend = 'Choose a day before the meeting.';
			report(context, ['before', 'answerBy'], `${meeting.before.answerBy} lies after the meeting`, mend);
		}
		for (const field of ['notesPromisedOn', 'notesPublishedOn'] as const) {
			const day = meeting.after?.[field];
			if (day && day < meeting.date)
				report(context, ['after', field], `${day} lies before the meeting`, 'Choose a day after the meeting.');
		}
	}, acrossFields);
export type Meeting = z.infer<typeof meetingSchema>;

import * as z from 'zod';
import { acrossFields, aliases, line, oneOf, paragraphs, referenceTo, report, webAddress, wholeDay } from './fields.ts';
import { pointSteps } from './vocabularies.ts';

/** A point that members raised, followed to its end. */
export const pointSchema = z
	.strictObject({
		title: line(160).meta({ title: 'Title', description: 'The point in one line.' }),
		call: referenceTo('calls').optional().meta({ title: 'Call', description: 'The round it came from.' }),
		steps: z
			.array(
				z.strictObject({
					step: oneOf(pointSteps).meta({ title: 'Step', description: 'What happened.' }),
					on: wholeDay.meta({ title: 'On', description: 'The day.' }),
					meeting: referenceTo('meetings').optional().meta({ title: 'Meeting', description: 'Where it was raised.' }),
					text: paragraphs(1000).optional().meta({ title: 'Text', description: 'What became of it, or why not.' }),
					url: webAddress.optional().meta({ title: 'Document', description: 'Where it can be read.' }),
				}),
			)
			.min(1)
			.meta({ title: 'Steps', each: 'step', description: 'In the order of their days.' }),
		aliases,
	})
	.superRefine((point, context) => {
		point.steps.forEach((step, index) => {
			const earlier = point.steps[index - 1];
			if (earlier && step.on < earlier.on) {
				const mend = 'Put the steps in the order of their days.';
				report(context, ['steps', index, 'on'], `${step.on} lies before the step before it`, mend);
			}
			if (step.step === 'not-taken' && !step.text)
				report(context, ['steps', index, 'text'], 'is missing, yet the point was not taken up', 'Say why.');
		});
	}, acrossFields);
export type Point = z.infer<typeof pointSchema>;

import * as z from 'zod';
import { acrossFields, dayDone, line, oneOf, referenceTo, report } from './fields.ts';
import { reference } from './reference.ts';
import { receiptStates, submissionKinds } from './vocabularies.ts';

/** What may be said in public of something that was sent: nothing of its text, and nothing personal. */
export const receiptSchema = z
	.strictObject({
		reference: reference.meta({ title: 'Reference', description: 'By which the sender finds it. Shown in public.' }),
		kind: oneOf(submissionKinds).meta({ title: 'Kind', description: 'What was sent.' }),
		receivedOn: dayDone.meta({ title: 'Received on', description: 'The day.' }),
		state: oneOf(receiptStates).meta({ title: 'State', description: 'How far it has come.' }),
		changedOn: dayDone.optional().meta({ title: 'State since', description: 'The day of the last step.' }),
		cluster: referenceTo('clusters')
			.optional()
			.meta({ title: 'Profile', description: 'The one that was published or changed.' }),
		point: referenceTo('points').optional().meta({ title: 'Point', description: 'The one in which it was taken up.' }),
		reason: line(200).optional().meta({
			title: 'Reason',
			description: 'Why it was not taken up, or the profile is gone. Shown in public; nothing personal.',
		}),
	})
	.superRefine((receipt, context) => {
		const { state, receivedOn, changedOn } = receipt;
		const needed: Partial<Record<typeof state, 'cluster' | 'point' | 'reason'>> = {
			published: 'cluster',
			'taken-up': 'point',
			'not-taken': 'reason',
		};
		const field = needed[state];
		// A profile that was deleted since cannot be named any more.
		const isGone = field === 'cluster' && receipt.reason !== undefined;
		if (field && !receipt[field] && !isGone) {
			const mend =
				field === 'cluster'
					? 'Choose it. If it was deleted since, say so under Reason.'
					: 'Fill it in, or choose another state.';
			report(context, [field], `is missing, yet the state is “${receiptStates[state].label}”`, mend);
		}
		if (state !== 'received' && !changedOn) {
			report(context, ['changedOn'], 'is missing, yet something was done', 'Give the day of the last step.');
		}
		if (changedOn && changedOn < receivedOn) {
			const mend = 'Correct one of the two days.';
			report(context, ['changedOn'], `${changedOn} lies before the day it was received, ${receivedOn}`, mend);
		}
	}, acrossFields);
export type Receipt = z.infer<typeof receiptSchema>;

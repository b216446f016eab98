import type { z } from 'zod';
import { correctionSchema, proposalSchema, viewsSchema } from '../schemas/submission.ts';
import type { CallForViews } from '../schemas/call-for-views.ts';

/** A form that the host receives. Its name is how the host and the functions know it. */
export interface HostedForm {
	name: string;
	schema: z.ZodObject;
}

/** Proposes a cluster. */
export const proposalForm = { name: 'proposal', schema: proposalSchema } as const satisfies HostedForm;

/** Corrects a fact of a profile. */
export const correctionForm = { name: 'correction', schema: correctionSchema } as const satisfies HostedForm;

/** The forms whose content becomes a draft or a note for the editors. */
export const boardForms = [proposalForm, correctionForm] as const;

/** Whether what a form sends goes to the editors’ board; views stay with the form’s host. */
export const isForBoard = ({ name }: HostedForm): boolean => boardForms.some((form) => form.name === name);

/** Answers the questions of a call. */
export const viewsForm = (slug: string, call: Pick<CallForViews, 'questions'>): HostedForm => ({
	name: `views-${slug}`,
	schema: viewsSchema(call),
});

import type { z } from 'zod';
import type { CallForViews } from '../schemas/call-for-views.ts';
import type { Receipt } from '../schemas/receipt.ts';
import { correctionSchema, messageSchema, proposalSchema, viewsSchema } from '../schemas/submission.ts';

/** A form that the host receives. Its name is how the host and the functions know it. */
export interface HostedForm {
	name: string;
	schema: z.ZodObject;
}

/** Proposes a cluster. */
export const proposalForm = { name: 'proposal', schema: proposalSchema } as const satisfies HostedForm;

/** Corrects a fact of a profile. */
export const correctionForm = { name: 'correction', schema: correctionSchema } as const satisfies HostedForm;

/** Writes to the network. */
export const messageForm = { name: 'message', schema: messageSchema } as const satisfies HostedForm;

/** The forms whose content becomes a draft or a note for the editors. */
export const boardForms = [proposalForm, correctionForm] as const;

/** Whether what a form sends goes to the editors’ board; the rest stays with the form’s host. */
export const isForBoard = ({ name }: HostedForm): boolean => boardForms.some((form) => form.name === name);

const VIEWS = 'views-';

/** Answers the questions of a call. */
export const viewsForm = (slug: string, call: Pick<CallForViews, 'questions'>): HostedForm => ({
	name: `${VIEWS}${slug}`,
	schema: viewsSchema(call),
});

/** What a form of this name sends; undefined if no form of this site has the name. */
export const kindSentBy = (name: string): Receipt['kind'] | undefined =>
	name.startsWith(VIEWS) ? 'view' : [...boardForms, messageForm].find((form) => form.name === name)?.name;

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

const VIEWS = 'views-';

/** Answers the questions of a call. */
export const viewsForm = (slug: string, call: Pick<CallForViews, 'questions'>): HostedForm => ({
	name: `${VIEWS}${slug}`,
	schema: viewsSchema(call),
});

/** The slug of the call whose questions a form of this name answers; undefined for other forms. */
export const callOfForm = (name: string): string | undefined =>
	name.startsWith(VIEWS) ? name.slice(VIEWS.length) : undefined;

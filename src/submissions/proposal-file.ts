import '../schemas/jitless.ts';
import type { Fields } from '../files/values.ts';
import { proposalForm } from '../forms/hosted-forms.ts';
import { newSlug } from '../model/new-slug.ts';
import { readSubmission, shapedBy, type PostedData } from './read-submission.ts';
import { proposedFields, proposedProfile } from './to-draft.ts';

/** The fields of the profile that a proposal would become, however little of it is filled in. */
export const proposedFacts = (data: PostedData): Fields => proposedFields(shapedBy(proposalForm, data));

/** The file of the profile that a proposal would become, or what is missing or wrong first. To keep it needs no consent. */
export async function proposalFile(
	data: PostedData,
): Promise<{ name: string; text: string; problem?: undefined } | { problem: string }> {
	const { values, problems } = readSubmission(proposalForm, { ...data, consent: 'yes' });
	if (problems) return { problem: problems.map(({ sentence }) => sentence).join(' ') };
	return { name: `${await newSlug('clusters', values.name, new Set())}.md`, text: proposedProfile(values) };
}

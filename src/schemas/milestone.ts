import * as z from 'zod';
import { line, oneOf, partialDate, paragraphs, sources } from './fields.ts';
import { milestoneLanes } from './vocabularies.ts';

/** A dated step in the policy story. */
export const milestoneSchema = z.strictObject({
	date: partialDate.meta({ title: 'Date', description: 'Day, month or year, as exactly as the source has it.' }),
	title: line(120).meta({ title: 'Title', description: 'The step in a few words.' }),
	lane: oneOf(milestoneLanes).meta({ title: 'Lane', description: 'The column of the timeline.' }),
	detail: paragraphs(600).meta({ title: 'Detail', description: 'One to three sentences.' }),
	sources,
});
export type Milestone = z.infer<typeof milestoneSchema>;

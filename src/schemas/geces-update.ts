import * as z from 'zod';
import {
	aliases,
	datePrecision,
	dayDone,
	distinct,
	keywords,
	line,
	oneOf,
	referenceTo,
	sources,
	summary,
	wholeDay,
} from './fields.ts';
import { updateKinds } from './vocabularies.ts';

/** News from the network’s seat in GECES, or from the cluster work around it. */
export const updateSchema = z.strictObject({
	title: line(120).meta({ title: 'Title', description: 'What happened, in one line.' }),
	summary: summary.meta({ title: 'Summary', description: 'For lists and search results.' }),
	date: wholeDay.meta({
		title: 'Date',
		description: 'The day of what is reported; the first of the month if only that is known.',
	}),
	datePrecision,
	writtenOn: dayDone.meta({ title: 'Written on', description: 'The day this text was written.' }),
	kind: oneOf(updateKinds).meta({ title: 'Kind', description: 'What the update reports.' }),
	clusters: distinct(z.array(referenceTo('clusters')))
		.optional()
		.meta({ title: 'Clusters', description: 'Profiles it is about.' }),
	meetings: distinct(z.array(referenceTo('meetings')))
		.optional()
		.meta({ title: 'Meetings', description: 'Meetings it is about.' }),
	calls: distinct(z.array(referenceTo('calls')))
		.optional()
		.meta({ title: 'Calls', description: 'Rounds of views it is about.' }),
	keywords,
	sources,
	aliases,
});
export type Update = z.infer<typeof updateSchema>;

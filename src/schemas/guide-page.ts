import * as z from 'zod';
import { aliases, choice, dayDone, keywords, line, sources, summary } from './fields.ts';

/** The parts of the guide, in their order. */
export const guideParts = {
	clusters: 'What clusters are',
	doing: 'Starting one',
	policy: 'The expert group and EU policy',
} as const;

/** An explainer. */
export const guidePageSchema = z.strictObject({
	title: line(120).meta({ title: 'Title', description: 'The question it answers.' }),
	summary: summary.meta({ title: 'Summary', description: 'The answer in one or two sentences.' }),
	part: choice(guideParts).meta({ title: 'Part', description: 'The part of the guide that it stands in.' }),
	order: z
		.int()
		.min(1)
		.max(99)
		.meta({ title: 'Order', description: 'Its place in its part: 1 stands first. Of equals any may stand first.' }),
	writtenOn: dayDone.meta({ title: 'Written on', description: 'The day this text was written or last revised.' }),
	keywords,
	sources,
	aliases,
});

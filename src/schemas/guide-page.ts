import * as z from 'zod';
import { aliases, dayDone, keywords, line, sources, summary } from './fields.ts';

/** An explainer. */
export const guidePageSchema = z.strictObject({
	title: line(120).meta({ title: 'Title', description: 'The question it answers.' }),
	summary: summary.meta({ title: 'Summary', description: 'The answer in one or two sentences.' }),
	order: z.int().min(1).max(99).meta({ title: 'Order', description: 'Its place in the guide.' }),
	writtenOn: dayDone.meta({ title: 'Written on', description: 'The day this text was written or last revised.' }),
	keywords,
	sources,
	aliases,
});

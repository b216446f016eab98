import { z } from 'zod';
import { countries } from './countries.ts';
import { acrossFields, keywords, line, report, someOf, summary } from './fields.ts';

/** Words by which readers ask for a page of this site, a filter or a group of countries, and where they lead. */
export const signpostSchema = z
	.strictObject({
		title: line(120).meta({ title: 'Title', description: 'What the search shows.' }),
		address: line(120)
			.regex(/^\/(?:[a-z0-9-]+\/)*$/, 'is not the address of a page of this site')
			.optional()
			.meta({ title: 'Address', description: 'Of the page: /contact/, /clusters/theme/food/' }),
		countries: someOf(countries)
			.optional()
			.meta({ title: 'Countries', description: 'Of a group of countries: leads to its clusters.' }),
		summary: summary.optional().meta({ title: 'Summary', description: 'Below the title; a filter has its own.' }),
		keywords,
	})
	.superRefine(({ address, countries: group }, context) => {
		if ((address === undefined) === (group === undefined)) {
			report(context, ['address'], 'is one of two ways', 'Give either an address or countries.');
		}
	}, acrossFields);
export type Signpost = z.infer<typeof signpostSchema>;

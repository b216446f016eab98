import * as z from 'zod';
import { countries } from './countries.ts';
import { countryGroups } from './country-groups.ts';
import { acrossFields, keywords, line, oneOf, report, someOf, summary } from './fields.ts';

/** Words by which readers ask for a page of this site, a filter or a group of countries, and where they lead. */
export const signpostSchema = z
	.strictObject({
		title: line(120).meta({ title: 'Title', description: 'What the search shows.' }),
		address: line(120)
			.regex(/^\/(?:[a-z0-9-]+\/)*$/, 'is not the address of a page of this site')
			.optional()
			.meta({ title: 'Address', description: 'Of the page: /contact/, /clusters/theme/food/' }),
		group: oneOf(countryGroups)
			.optional()
			.meta({ title: 'Group of countries', description: 'One that the filter has: leads to its clusters.' }),
		countries: someOf(countries)
			.optional()
			.meta({ title: 'Countries', description: 'Of a group that the filter lacks: leads to their clusters.' }),
		summary: summary.optional().meta({ title: 'Summary', description: 'Below the title; a filter has its own.' }),
		keywords: keywords.meta({ isRare: false }),
	})
	.superRefine(({ address, group, countries: members }, context) => {
		if ([address, group, members].filter((way) => way !== undefined).length !== 1) {
			report(context, ['address'], 'is one of three ways', 'Give an address, a group of countries, or countries.');
		}
	}, acrossFields);
export type Signpost = z.infer<typeof signpostSchema>;

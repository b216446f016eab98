import { z } from 'zod';
import { acrossFields, choice, line, paragraphs, report, webAddress } from './fields.ts';

/** The settings of the site; one entry, `settings`. */
export const siteSchema = z
	.strictObject({
		name: line(60).meta({ title: 'Name', description: 'Of the site.' }),
		tagline: line(160).meta({ title: 'Tagline', description: 'One sentence for the home page.' }),
		publisher: line(80).meta({ title: 'Publisher', description: 'Who is responsible.' }),
		publisherUrl: webAddress.meta({
			title: 'Publisher’s site',
			description: 'Where readers can write to the publisher.',
		}),
		address: webAddress
			.regex(/^https?:\/\/[^/]+\/?$/, 'has more than a host')
			.meta({ title: 'Address', description: 'Of the site, unless the host says otherwise.' }),
		disclaimer: paragraphs(300).meta({ title: 'Not a Commission site', description: 'Shown on every page.' }),
		checkFreshMonths: z.int().min(1).max(60).meta({ title: 'A check is fresh for', description: 'Months.' }),
		checkDueMonths: z.int().min(1).max(60).meta({ title: 'A check is overdue after', description: 'Months.' }),
		formHandler: choice({ netlify: 'Netlify Forms' }).meta({
			title: 'Form handler',
			description: 'Who receives the forms.',
		}),
	})
	.superRefine((site, context) => {
		if (site.checkDueMonths <= site.checkFreshMonths) {
			report(
				context,
				['checkDueMonths'],
				`${site.checkDueMonths} is not more than ${site.checkFreshMonths}`,
				'A check must be due before it is overdue.',
			);
		}
	}, acrossFields);
export type SiteSettings = z.infer<typeof siteSchema>;

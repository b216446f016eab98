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
		formHandler: choice({ netlify: 'Netlify Forms', formspree: 'Formspree', other: 'Another receiver' }).meta({
			title: 'Form handler',
			description: 'Who receives the forms.',
		}),
		formAddress: webAddress.optional().meta({
			title: 'Address of the receiver',
			description: 'Where forms are sent to. Netlify needs none.',
		}),
		formKeeper: line(200).meta({
			title: 'Who keeps what is sent',
			description: 'The company and its country, as the forms name it to members.',
		}),
		submissionsKeptMonths: z.int().min(1).max(60).meta({
			title: 'What is sent is kept for',
			description: 'Months; then it is deleted.',
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
		if (site.formHandler !== 'netlify' && !site.formAddress) {
			report(context, ['formAddress'], 'is missing', 'Give the address that your form handler shows for this form.');
		}
	}, acrossFields);
export type SiteSettings = z.infer<typeof siteSchema>;

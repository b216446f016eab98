import * as z from 'zod';
import { countries } from './countries.ts';
import {
	acrossFields,
	choice,
	dayDone,
	distinct,
	eMailAddress,
	line,
	oneOf,
	paragraphs,
	report,
	webAddress,
} from './fields.ts';

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
		mailbox: eMailAddress.optional().meta({
			title: 'Mailbox',
			description: 'Of the network, shown on the contact page. A role address such as info@; never a person’s own.',
		}),
		town: line(80).optional().meta({ title: 'Town', description: 'Of the network’s office, with its country.' }),
		aboutPublisher: z
			.array(
				z.strictObject({
					text: paragraphs(400).meta({ title: 'Text', description: 'A fact or two, as a sentence.' }),
					url: webAddress.meta({ title: 'Address', description: 'Where it can be read.' }),
				}),
			)
			.optional()
			.meta({
				title: 'About the publisher',
				each: 'sentence',
				description: 'What the page About tells of the network, each with its source.',
			}),
		countries: distinct(z.array(oneOf(countries)))
			.optional()
			.meta({
				title: 'Countries',
				description:
					'Those that the directory covers; where none is named, all of Europe. It asks for profiles from these.',
			}),
		geces: z.boolean().default(true).meta({
			title: 'Pages about GECES',
			description: 'Without them, leave meetings, organisations and milestones empty.',
		}),
		seat: paragraphs(600).optional().meta({
			title: 'The network’s seat in GECES',
			description: 'What the network says of its seat today. Shown on the page of GECES, above what sources tell.',
		}),
		answeredBy: line(120).meta({ title: 'Who answers', description: 'Who reads what is sent, as a role.' }),
		answeredInWorkingDays: z
			.int()
			.min(1)
			.max(60)
			.meta({ title: 'Answered within', description: 'Working days, as the contact page promises.' }),
		postReadOn: dayDone.optional().meta({
			title: 'Messages last read on',
			description: 'The day on which somebody last read all that was sent. Change it each time.',
		}),
		disclaimer: paragraphs(300).meta({ title: 'Not a Commission site', description: 'Shown on every page.' }),
		checkFreshMonths: z.int().min(1).max(60).meta({ title: 'A check is fresh for', description: 'Months.' }),
		checkDueMonths: z.int().min(1).max(60).meta({ title: 'A check is overdue after', description: 'Months.' }),
		formHandler: choice({
			netlify: 'Netlify Forms',
			formspree: 'Formspree',
			web3forms: 'Web3Forms',
		}).meta({ title: 'Form handler', description: 'Who receives the forms.' }),
		formAddress: webAddress.optional().meta({
			title: 'Address of the form',
			description: 'As Formspree shows it. The others need none.',
		}),
		formKey: line(100).optional().meta({
			title: 'Access key of the form',
			description: 'As Web3Forms sends it; it stands in the pages. The others need none.',
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
			const mend = 'A check must be due before it is overdue.';
			report(context, ['checkDueMonths'], `${site.checkDueMonths} is not more than ${site.checkFreshMonths}`, mend);
		}
		const needed = { formspree: 'formAddress', web3forms: 'formKey', netlify: undefined } as const;
		const field = needed[site.formHandler];
		if (field && !site[field]) {
			report(context, [field], 'is missing', 'Give what your form handler shows for this form.');
		}
	}, acrossFields);
export type SiteSettings = z.infer<typeof siteSchema>;

import * as z from 'zod';
import { countries } from './countries.ts';
import { keywords, line, oneOf, sources } from './fields.ts';
import { organisationKinds } from './vocabularies.ts';

/** A member or observer of GECES, as public sources show it. */
export const organisationSchema = z.strictObject({
	name: line(160).meta({ title: 'Name', description: 'Of the organisation.' }),
	kind: oneOf(organisationKinds).meta({ title: 'Seat', description: 'How it sits in the group.' }),
	country: oneOf(countries).optional().meta({ title: 'Country', description: 'Of its seat, if a source names it.' }),
	mandate: line(40).optional().meta({
		title: 'Years',
		description: 'In the group, as sources name them: a mandate such as 2018–2024, or 2020, or since 2013.',
	}),
	note: line(250).optional().meta({ title: 'Note', description: 'What else the source says, with its date.' }),
	keywords,
	sources,
});

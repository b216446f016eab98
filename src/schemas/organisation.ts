import * as z from 'zod';
import { countries } from './countries.ts';
import { keywords, line, oneOf, sources } from './fields.ts';
import { organisationKinds } from './vocabularies.ts';

/** A member or observer of GECES, as public sources show it. */
export const organisationSchema = z.strictObject({
	name: line(160).meta({ title: 'Name', description: 'Of the organisation.' }),
	kind: oneOf(organisationKinds).meta({ title: 'Seat', description: 'How it sits in the group.' }),
	country: oneOf(countries).optional().meta({ title: 'Country', description: 'Of its seat, if a source names it.' }),
	mandate: line(40).optional().meta({ title: 'Mandate', description: 'The years, such as 2018–2024.' }),
	note: line(250).optional().meta({ title: 'Note', description: 'What the source says, with its date.' }),
	keywords,
	sources,
});

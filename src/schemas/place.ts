import * as z from 'zod';
import { countries } from './countries.ts';
import { distinct, line, oneOf } from './fields.ts';

/** A town or region with the names that others call it by, for the search alone. */
export const placeSchema = z.strictObject({
	name: line(120).meta({ title: 'Name', description: 'As profiles write it under Place or Region.' }),
	country: oneOf(countries).meta({ title: 'Country', description: 'Tells it from others of the same name.' }),
	otherNames: distinct(z.array(line(120)).min(1)).meta({
		title: 'Other names',
		each: 'name',
		description: 'In other languages and scripts. Spellings without accents come by themselves.',
	}),
});
export type Place = z.infer<typeof placeSchema>;

import type { z } from 'zod';
import { descriptionsOf } from './describe-fields.ts';
import { valuesIn, type FieldValue } from './values-in.ts';

/** The dates of something that was done, in the fields of an entry, that lie after a day; a month is as long as its days. */
export const datesAhead = (schema: z.ZodObject, fields: object, day: string): FieldValue[] =>
	valuesIn(descriptionsOf(schema), fields).filter(({ field, value }) => {
		const date = String(value);
		return field.isDone === true && /^\d{4}(?:-\d{2}){0,2}$/.test(date) && date > day.slice(0, date.length);
	});

import type { z } from 'zod';
import { descriptionsOf } from './describe-fields.ts';
import { valueFinder, type FieldValue } from './values-in.ts';

const daysDone = valueFinder(({ isDone }) => isDone === true);

/** The dates of something that was done, in the fields of an entry, that lie after a day; a month is as long as its days. */
export const datesAhead = (schema: z.ZodObject, fields: object, day: string): FieldValue[] =>
	daysDone(descriptionsOf(schema), fields).filter(({ value }) => {
		const date = String(value);
		return /^\d{4}(?:-\d{2}){0,2}$/.test(date) && date > day.slice(0, date.length);
	});

import { type Fields, valueAt } from '../files/values.ts';
import { wholeDay } from '../schemas/fields.ts';

/** The day of a profile’s last check; undefined if there is none, or what stands there is no day. */
export const checkDayOf = (fields: Fields): string | undefined =>
	wholeDay.safeParse(valueAt(fields, ['check', 'on'])).data;

import { formatDate } from '../formats/date.ts';
import { textOf } from './entry-values.ts';

/** A date as people write it, where Decap shows one in a line; what is none stays as it is. */
export function shownDate(value: unknown): string {
	const text = textOf(value);
	const isDate = /^\d{4}(?:-\d{2}){0,2}$/.test(text) && !Number.isNaN(Date.parse(text));
	return isDate ? formatDate(text) : text;
}

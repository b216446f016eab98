import { writeEntryFile } from '../files/entry-file.ts';
import type { Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { checkOn } from '../model/check-state.ts';
import { collectionOf, type CollectionName } from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { checkDayOf } from './check-day.ts';
import { fieldsOf, keptAside } from './config.ts';
import { listedFields } from './listing.ts';
import { readForForm } from './unusable.ts';

type Periods = Pick<SiteSettings, 'checkFreshMonths' | 'checkDueMonths'>;

/** Reads and writes the files of a collection, as Decap asks a format to. A file that cannot be read opens as an error and can never be saved over. */
export function entryFormat(collection: CollectionName, periods: Periods) {
	const { titleField = 'title' } = collectionOf(collection);
	const stateOf = (fields: Fields) => {
		const day = checkDayOf(fields);
		return day === undefined ? {} : { [keptAside.check]: checkOn(day, periods, brusselsToday()).state };
	};
	return {
		fromFile: (text: string): Fields => {
			const known = listedFields(text);
			if (known) return { ...known, ...stateOf(known) };
			const { data, sentence } = readForForm(collection, text);
			if (sentence !== undefined) {
				return { [titleField]: `⚠ ${sentence}`, [keptAside.problem]: sentence, [keptAside.source]: '' };
			}
			return { ...data, ...stateOf(data), [keptAside.source]: text };
		},
		toFile: (draft: Fields): string => {
			const problem = draft[keptAside.problem];
			if (typeof problem === 'string') throw new Error(`This file cannot be saved from here. ${problem}`);
			const source = draft[keptAside.source];
			return writeEntryFile(collection, fieldsOf(draft), typeof source === 'string' ? source : undefined);
		},
	};
}

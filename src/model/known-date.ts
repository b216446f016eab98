/** The part of a date that is known: `2027-03-31`, or `2027-03` of an entry of which only the month is known. */
export const knownDate = ({ date, datePrecision }: { date: string; datePrecision: 'day' | 'month' }): string =>
	datePrecision === 'month' ? date.slice(0, '2000-00'.length) : date;

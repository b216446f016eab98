import type { Problem } from './problem.ts';

/** What is wrong with a value, and how to mend it. */
export type Explanation = Pick<Problem, 'rule' | 'mend'>;

/** What is wrong with a text that has not the form it should have, by the name of the form: `date`, `url`, `email`. */
export const formats: Readonly<Record<string, Explanation>> = {
	date: { rule: 'is not a day of the calendar', mend: 'Write the day as year-month-day: 2027-03-31.' },
	url: { rule: 'is not a web address', mend: 'Write the full address, starting with https://.' },
	email: { rule: 'is not an e-mail address', mend: 'Write an address such as info@example.org.' },
	regex: { rule: 'has a wrong form', mend: 'See the hint of this field.' },
};

import { addMonths } from '../formats/brussels-days.ts';
import type { SiteSettings } from '../schemas/site.ts';
import type { checkStates } from '../schemas/vocabularies.ts';

export type CheckState = keyof typeof checkStates;

/** The state of a profile’s last check, and the day by which the next one is due. */
export interface Check {
	state: CheckState;
	nextBy: string;
}

/** A check is fresh for some months, then due, then overdue; the first day of each state is the month’s day itself. */
export function checkOn(
	on: string,
	settings: Pick<SiteSettings, 'checkFreshMonths' | 'checkDueMonths'>,
	today: string,
): Check {
	const nextBy = addMonths(on, settings.checkFreshMonths);
	const overdueFrom = addMonths(on, settings.checkDueMonths);
	return { state: today < nextBy ? 'fresh' : today < overdueFrom ? 'due' : 'overdue', nextBy };
}

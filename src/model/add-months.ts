/** The same day some months later; the last day of that month where it is shorter. `2026-11-30` + 3 → `2027-02-28`. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const firstOfTarget = new Date(Date.UTC(year, month - 1 + months, 1));
	const lastDate = new Date(Date.UTC(firstOfTarget.getUTCFullYear(), firstOfTarget.getUTCMonth() + 1, 0)).getUTCDate();
	firstOfTarget.setUTCDate(Math.min(date, lastDate));
	return firstOfTarget.toISOString().slice(0, 10);
}

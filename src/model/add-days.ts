/** The day some days later, or earlier for a number below zero: `2027-02-28` + 1 → `2027-03-01`. */
export function addDays(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

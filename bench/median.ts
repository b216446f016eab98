/** The middle of the values; 0 of none. */
export const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** With two digits after the point, as results are kept. */
export const round = (value: number): number => Number(value.toFixed(2));

/** A bar, or a part of one, along a line 100 long. */
export interface BarPart {
	x: number;
	width: number;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** The parts of a bar behind each other, where `most` fills the line. What is not nothing can be seen. */
export function barParts(counts: readonly number[], most: number): BarPart[] {
	const LEAST = 0.8;
	const GAP = 0.4;
	let end = 0;
	return counts.map((count) => {
		const width = count === 0 ? 0 : Math.max(LEAST, tenth((100 * count) / Math.max(1, most)));
		const part = { x: tenth(end), width: tenth(Math.max(0, width - (end > 0 && width > 0 ? GAP : 0))) };
		if (end > 0 && width > 0) part.x = tenth(end + GAP);
		end += width;
		return part;
	});
}

/** A dot in a row of columns: its column, and how many dots lie below it. */
export interface Dot<T> {
	item: T;
	column: number;
	height: number;
}

/** Items as dots on each other, each in its column, in the order given. */
export function stackDots<T>(items: readonly T[], columnOf: (item: T) => number): Dot<T>[] {
	const heights = new Map<number, number>();
	return items.map((item) => {
		const column = columnOf(item);
		const height = heights.get(column) ?? 0;
		heights.set(column, height + 1);
		return { item, column, height };
	});
}

/** A label over a line, from its left end to its right one. */
export interface PlacedLabel<T> {
	item: T;
	from: number;
	to: number;
}

/** Which labels find room on one line without touching another or its ends; those that come first come first. */
export function labelsWithRoom<T>(
	items: readonly T[],
	spanOf: (item: T) => { from: number; to: number },
	line: { from: number; to: number },
	gap: number,
): PlacedLabel<T>[] {
	const placed: PlacedLabel<T>[] = [];
	for (const item of items) {
		const { from, to } = spanOf(item);
		const isFree = placed.every((other) => to + gap <= other.from || other.to + gap <= from);
		if (from >= line.from && to <= line.to && isFree) placed.push({ item, from, to });
	}
	return placed;
}

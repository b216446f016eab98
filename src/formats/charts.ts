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

/** A label on a pole: in which row above the marks, the lowest being 0, and from where to where. */
export interface Flag<T> {
	item: T;
	/** Where its pole stands. */
	at: number;
	row: number;
	from: number;
	to: number;
}

/**
 * Which labels find room on poles above a line of marks, to the right of their pole or else to its left. None touches
 * another or an end of the line, and no pole goes through a label; those that come first come first, as low as may be.
 */
export function flagsWithRoom<T>(
	items: readonly T[],
	spotOf: (item: T) => { at: number; width: number },
	line: { from: number; to: number },
	{ rows, gap }: { rows: number; gap: number },
): Flag<T>[] {
	const placed: Flag<T>[] = [];
	const touches = (flag: Flag<T>, x: number) => flag.from - gap < x && x < flag.to + gap;
	const isFree = (flag: Flag<T>) =>
		flag.from >= line.from &&
		flag.to <= line.to &&
		placed.every((other) => {
			if (other.row > flag.row) return !touches(flag, other.at);
			if (other.row < flag.row) return !touches(other, flag.at);
			return flag.to + gap <= other.from || other.to + gap <= flag.from;
		});
	for (const item of items) {
		const { at, width } = spotOf(item);
		const flag = Array.from({ length: rows }, (_, row) => [
			{ item, at, row, from: at, to: at + width },
			{ item, at, row, from: at - width, to: at },
		])
			.flat()
			.find(isFree);
		if (flag) placed.push(flag);
	}
	return placed;
}

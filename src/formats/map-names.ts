import type { View } from './map-view.ts';

/** A mark that is to have its name beside it. */
export interface NamedMark {
	x: number;
	y: number;
	radius: number;
	name: string;
}

/** Where a name begins, ends or has its middle, on its base line. */
export interface NamePlace {
	x: number;
	y: number;
	anchor: 'start' | 'end' | 'middle';
}

/** So many names fit on a map that they can always be seen. */
export const NAMES_MAX = 12;

/** How wide a sign is on average, and how high its body, as shares of the size of type. */
const SIGN = 0.56;
const BODY = 0.72;

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The places for a name around its mark, best first. */
function placesAround({ x, y, radius }: NamedMark, size: number): NamePlace[] {
	const away = radius + size * 0.35;
	const middle = y + (size * BODY) / 2;
	const above = y - away;
	const below = y + away + size * BODY;
	return [
		{ x: x + away, y: middle, anchor: 'start' },
		{ x: x - away, y: middle, anchor: 'end' },
		{ x, y: above, anchor: 'middle' },
		{ x, y: below, anchor: 'middle' },
		{ x: x + radius, y: above, anchor: 'start' },
		{ x: x + radius, y: below, anchor: 'start' },
		{ x: x - radius, y: above, anchor: 'end' },
		{ x: x - radius, y: below, anchor: 'end' },
	];
}

function boxOf({ x, y, anchor }: NamePlace, name: string, size: number): Box {
	const width = name.length * SIGN * size;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return { left, right: left + width, top: y - size * BODY, bottom: y + size * 0.2 };
}

/** Above its mark, or below at the upper edge, and as far aside as the view asks. */
function pushedInto({ x, y, radius, name }: NamedMark, size: number, view: View): NamePlace {
	const half = (name.length * SIGN * size) / 2;
	const away = radius + size * 0.35;
	const isHigh = y - away - size < view.y;
	return {
		x: Math.max(view.x + half, Math.min(view.x + view.width - half, x)),
		y: isHigh ? y + away + size * BODY : y - away,
		anchor: 'middle',
	};
}

/**
 * A place for each name beside its mark where it lies over no other mark or name and within the view; without one, the
 * name shows only when it is asked for, on the side where the map has more room, or above where neither has enough.
 */
export function placeNames(
	marks: readonly NamedMark[],
	size: number,
	view: View,
): { place: NamePlace; isFree: boolean }[] {
	const taken: Box[] = marks.map(({ x, y, radius }) => ({
		left: x - radius,
		right: x + radius,
		top: y - radius,
		bottom: y + radius,
	}));
	const isWithin = ({ left, right, top, bottom }: Box) =>
		left >= view.x && right <= view.x + view.width && top >= view.y && bottom <= view.y + view.height;
	return marks.map((mark) => {
		const places = placesAround(mark, size);
		const free = places.find((place) => {
			const box = boxOf(place, mark.name, size);
			return isWithin(box) && !taken.some((other) => overlaps(box, other));
		});
		if (free) taken.push(boxOf(free, mark.name, size));
		const [right, left] = places;
		if (free) return { place: free, isFree: true };
		const roomier = mark.x < view.x + view.width / 2 ? right : left;
		const isRoomy = roomier !== undefined && isWithin(boxOf(roomier, mark.name, size));
		return { place: isRoomy ? roomier : pushedInto(mark, size, view), isFree: false };
	});
}

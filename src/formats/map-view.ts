/** A rectangle of a map in its units: the part that is seen, or what has to be seen. */
export interface View {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Address of what lies on the map of Europe where it is grown: finer outlines (`fine`), or a country. */
export const layerAddress = (layer: string): string => `/maps/europe/${layer.toLowerCase()}.svg`;

/** Whether a view is so near that the outlines of the whole map are too rough for it. */
export const isNear = ({ width }: View, map: { width: number }): boolean => width < map.width * 0.6;

/** A view is no narrower than this share of the map: nearer, outlines and places would be too rough. */
const NARROWEST = 0.15;
/** What has to be seen fills so much of the view at most; the rest is room for names. */
const FILLED = 0.78;

/** A view is no flatter than this: height to width. */
const FLATTEST = 0.56;

interface Size {
	width: number;
	height: number;
}

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** A view around a middle, so wide and in the shape of another, moved so far that nothing outside the map is seen. */
export function viewAround({ x, y }: { x: number; y: number }, width: number, shape: Size, map: Size): View {
	const wide = within(width, map.width * NARROWEST, map.width);
	const high = Math.min((wide * shape.height) / shape.width, map.height);
	return {
		x: within(x - wide / 2, 0, map.width - wide),
		y: within(y - high / 2, 0, map.height - high),
		width: wide,
		height: high,
	};
}

/** The view that shows all of some rectangles or spots, as near as can be; all of the map where there are none. */
export function viewOf(seen: readonly { x: number; y: number; width?: number; height?: number }[], map: Size): View {
	if (seen.length === 0) return { x: 0, y: 0, width: map.width, height: map.height };
	const left = Math.min(...seen.map(({ x }) => x));
	const top = Math.min(...seen.map(({ y }) => y));
	const wide = Math.max(...seen.map(({ x, width = 0 }) => x + width)) - left;
	const high = Math.max(...seen.map(({ y, height = 0 }) => y + height)) - top;
	const steepness = within(high / Math.max(wide, 1), FLATTEST, map.height / map.width);
	const needed = Math.max(wide, high / steepness);
	const middle = { x: left + wide / 2, y: top + high / 2 };
	return viewAround(middle, needed / FILLED, { width: 1, height: steepness }, map);
}

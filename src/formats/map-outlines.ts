import { countries, type Box, type CountryCode } from '../schemas/countries.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { parts } from '../schemas/land.ts';
import { boxOf, lands, lineAt, type Land } from './lands.ts';
import { layerAddress } from './map-view.ts';
import { cardMapOf, countryOf, mapAddress, mapOf, type Area, type MapFrame, type Spot } from './map.ts';

/** Lines run a little over the edge, so that none is seen along it. */
const OVERHANG = 4;
/** How far a line may be moved to be told with fewer points, in units of the map. */
const SLACK = 0.7;
/** Islands of other countries that are smaller than this are left out. */
const SPECK = 3;

/** The points that a line cannot do without (Douglas and Peucker). */
function simplified(spots: readonly Spot[], start = 0, end = spots.length - 1): readonly Spot[] {
	const [first, last] = [spots[start], spots[end]];
	if (!first || !last || end - start < 2) return spots.slice(start, end + 1);
	const dx = last.x - first.x;
	const dy = last.y - first.y;
	const length = Math.hypot(dx, dy);
	let worst = 0;
	let at = 0;
	for (let index = start + 1; index < end; index++) {
		const { x, y } = spots[index] ?? first;
		const away =
			length > 0 ? Math.abs(dx * (y - first.y) - dy * (x - first.x)) / length : Math.hypot(x - first.x, y - first.y);
		if (away > worst) {
			worst = away;
			at = index;
		}
	}
	if (worst <= SLACK) return [first, last];
	return [...simplified(spots, start, at).slice(0, -1), ...simplified(spots, at, end)];
}

/** The part of a ring on one side of a line of the grid (Sutherland and Hodgman). */
const cutAt = (ring: readonly Spot[], axis: 'x' | 'y', limit: number, side: 1 | -1): Spot[] =>
	ring.flatMap((spot, index) => {
		const before = ring.at(index - 1) ?? spot;
		const isIn = side * (spot[axis] - limit) >= 0;
		if (side * (before[axis] - limit) >= 0 === isIn) return isIn ? [spot] : [];
		const share = (limit - before[axis]) / (spot[axis] - before[axis]);
		const crossing = {
			x: before.x + share * (spot.x - before.x),
			y: before.y + share * (spot.y - before.y),
			[axis]: limit,
		};
		return isIn ? [crossing, spot] : [crossing];
	});

const cutTo = ({ width, height }: MapFrame, ring: readonly Spot[]): Spot[] => {
	const west = cutAt(ring, 'x', -OVERHANG, 1);
	const east = cutAt(west, 'x', width + OVERHANG, -1);
	const north = cutAt(east, 'y', -OVERHANG, 1);
	return cutAt(north, 'y', height + OVERHANG, -1);
};

/** Numbers as paths have them: a minus parts two numbers as well as a blank does. */
const toNumbers = (numbers: readonly number[]) => numbers.join(' ').replaceAll(' -', '-');

/** A ring as part of a path, from spot to spot; an island that is smaller than a unit is a unit wide. */
function toPath(ring: readonly Spot[]): string {
	const spots = ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
	const [first] = spots;
	if (!first) return '';
	const steps = spots.flatMap(({ x, y }, index) => {
		const before = spots[index - 1] ?? first;
		return x === before.x && y === before.y ? [] : [x - before.x, y - before.y];
	});
	return `M${toNumbers([first.x, first.y])}${steps.length > 4 ? `l${toNumbers(steps)}z` : 'h1v1h-1z'}`;
}

/** Whether a piece of land is too small to be seen for what it is. */
const isSpeck = (ring: readonly Spot[]) =>
	(['x', 'y'] as const).every((axis) => {
		const along = ring.map((spot) => spot[axis]);
		return Math.max(...along) - Math.min(...along) < SPECK;
	});

const overlap = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

function drawLands(map: MapFrame, around: Box, shown: readonly Land[], withSpecks: boolean): string {
	const drawn = new Map<number, readonly Spot[]>();
	// Each line once, so that neighbours share it.
	const draw = (index: number): readonly Spot[] => {
		const line = index < 0 ? ~index : index;
		const points = lineAt(line);
		// Of a line that nobody will see the ends are enough.
		const shape = overlap(boxOf([line]), around) ? points : [points.slice(0, 1), points.slice(-1)].flat();
		const spots =
			drawn.get(line) ?? simplified(shape.map(([longitude, latitude]) => map.place({ longitude, latitude })));
		drawn.set(line, spots);
		return index < 0 ? spots.toReversed() : spots;
	};
	return shown
		.flatMap(({ rings }) => rings.map((ring) => ring.flatMap((index) => draw(index).slice(1))))
		.filter((ring) => withSpecks || !isSpeck(ring))
		.map((ring) => toPath(cutTo(map, ring)))
		.join('');
}

// Both tones are mixed with whatever lies behind, so one file serves light and dark.
const OTHERS = 'fill="#7f9a8e" fill-opacity=".3" stroke="#7f9a8e" stroke-opacity=".55"';
/** A country that lies over the others, and one that lies on the page itself: what is seen is the same. */
const OWN_OVER = 'fill="#2f8f76" fill-opacity=".3" stroke="#2f8f76" stroke-opacity=".8"';
const OWN = 'fill="#509480" fill-opacity=".51" stroke="#2f8f76" stroke-opacity=".8"';

const svgOf = ({ width, height }: MapFrame, content: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>`;

/** The paths of a map’s land. */
export interface MapLand {
	/** Of the country that the map is of; empty on the map of Europe. */
	own: string;
	others: string;
}

/** The land on a map of an area, in a box around which of each line only its ends are told. */
function landIn(area: Area, map: MapFrame, around: Box): MapLand {
	const country = area === 'europe' ? undefined : countryOf(area);
	const near = lands.filter((land) => overlap(land.box, around));
	const isOfCountry = (land: Land) => country !== undefined && land.country === country;
	const others = near.filter((land) => !isOfCountry(land));
	return {
		own: drawLands(map, around, near.filter(isOfCountry), true),
		others: drawLands(map, around, others, country === undefined),
	};
}

/** The land on the map of a share card. */
export function cardLand(area: Area): MapLand {
	const map = cardMapOf(area);
	const sides = [0, 0.25, 0.5, 0.75, 1];
	const seen = sides.flatMap((x) => sides.map((y) => map.positionAt({ x: x * map.width, y: y * map.height })));
	const [xs, ys] = [seen.map(({ longitude }) => longitude), seen.map(({ latitude }) => latitude)];
	return landIn(area, map, [Math.min(...xs) - 1, Math.min(...ys) - 1, Math.max(...xs) + 1, Math.max(...ys) + 1]);
}

/** The box of a map with as much again on each side, where lines may still matter. */
const around = ({ box: [west, south, east, north] }: MapFrame): Box => [
	west - (east - west),
	south - (north - south),
	east + (east - west),
	north + (north - south),
];

/** How much finer Europe is drawn for a map that is grown. */
const FINER = 5;

/** The same frame in finer units. */
const finer = (map: MapFrame): MapFrame => ({
	...map,
	width: map.width * FINER,
	height: map.height * FINER,
	place: (position) => {
		const { x, y } = map.place(position);
		return { x: x * FINER, y: y * FINER };
	},
});

/** What may lie on the map of Europe where it is grown: Europe once more, finer, or a country of it. */
type Layer = 'fine' | CountryCode;

/** A layer of the map of Europe as an SVG document, in the same frame. */
function layerOf(layer: Layer): string {
	const map = finer(mapOf('europe'));
	const box = around(map);
	const shown = lands.filter((land) => overlap(land.box, box) && (layer === 'fine' || land.country === layer));
	const isCountry = layer !== 'fine';
	return svgOf(map, `<path ${isCountry ? OWN_OVER : OTHERS} d="${drawLands(map, box, shown, isCountry)}"/>`);
}

/** The outlines of a map as an SVG document. Natural Earth 1:10m, public domain. */
export function outlinesOf(area: Area): string {
	const map = mapOf(area);
	const { own, others } = landIn(area, map, around(map));
	const ownPath = own ? `<path ${OWN} stroke-width="1.5" d="${own}"/>` : '';
	return svgOf(map, `<path ${OTHERS} stroke-width="1" d="${others}"/>${ownPath}`);
}

/**
 * All maps of the site, by their addresses. Every country and part has one: the editor picks places on it before a
 * profile is there.
 */
export function drawMaps(): Map<string, string> {
	const areas: Area[] = ['europe', ...keysOf(countries), ...keysOf(parts)];
	const layers: Layer[] = ['fine', ...keysOf(countries)];
	return new Map([
		...areas.map((area) => [mapAddress(area), outlinesOf(area)] as const),
		...layers.map((layer) => [layerAddress(layer), layerOf(layer)] as const),
	]);
}

import {
	countries,
	countryInText,
	mainBoxOf,
	type Box,
	type CountryCode,
	type Position,
} from '../schemas/countries.ts';
import { partAt, parts, type PartCode } from '../schemas/land.ts';

/** What a map shows: Europe, the main territory of a country, or one of its parts. */
export type Area = 'europe' | CountryCode | PartCode;

/** A point of a map in its units. */
export interface Spot {
	x: number;
	y: number;
}

/** A map of one frame: its size in user units, and where positions fall on it. Its drawing is in map-outlines.ts. */
export interface MapFrame {
	width: number;
	height: number;
	/** What the frame shows in full, in degrees. */
	box: Box;
	/** Where a position falls, also outside the frame, not rounded. */
	place: (position: Position) => Spot;
	/** The position that falls on a spot. */
	positionAt: (spot: Spot) => Position;
	/** Where a position falls, in whole units; undefined outside the frame. */
	project: (position: Position) => Spot | undefined;
}

/** Europe from Ireland to Cyprus and Lapland; what lies around it reaches Iceland. */
const EUROPE: Box = [-11, 34.4, 35.5, 70.2];
const FRAME_WIDTH = 800;
/** A very tall country gets a frame no taller than this. */
const FRAME_HEIGHT_MAX = 1200;
/** Share of the frame’s width that stays free on each side of Europe, and of a country. */
const EUROPE_MARGIN = 0.04;
const MARGIN = 0.22;
/** Share of the tallest frame that stays free above and below. */
const MARGIN_OF_TALL = 0.06;
/** A frame shows no less than this of the world in full, in degrees of latitude: what lies around a small place. */
const SIDE_MIN = 0.3;

const toRadians = (degrees: number) => (degrees * Math.PI) / 180;
const toDegrees = (radians: number) => (radians * 180) / Math.PI;
/** The way from one meridian to another, the shorter way round. */
const wrapped = (degrees: number) => degrees - 360 * Math.round(degrees / 360);

/**
 * Lambert’s conic projection, which keeps angles, around a meridian and with two parallels that keep their length;
 * a unit is the radius of the globe.
 */
function conic(meridian: number, south: number, north: number) {
	const tangent = (latitude: number) => Math.tan(Math.PI / 4 + toRadians(Math.min(Math.max(latitude, -89), 89)) / 2);
	const cosine = (latitude: number) => Math.cos(toRadians(latitude));
	const bend = Math.log(cosine(south) / cosine(north)) / Math.log(tangent(north) / tangent(south));
	const size = (cosine(south) * tangent(south) ** bend) / bend;
	return {
		place({ latitude, longitude }: Position): Spot {
			const far = size / tangent(latitude) ** bend;
			const angle = bend * toRadians(wrapped(longitude - meridian));
			return { x: far * Math.sin(angle), y: -size + far * Math.cos(angle) };
		},
		positionAt({ x, y }: Spot): Position {
			const down = y + size;
			const far = Math.sign(bend) * Math.hypot(x, down);
			const angle = Math.atan2(x * Math.sign(bend), down * Math.sign(bend));
			return {
				latitude: toDegrees(2 * Math.atan((size / far) ** (1 / bend)) - Math.PI / 2),
				longitude: wrapped(meridian + toDegrees(angle / bend)),
			};
		},
	};
}

/** The edge of a box as positions, so that a curved projection fits all of it. */
const edgeOf = ([west, south, east, north]: Box): Position[] =>
	[0, 0.25, 0.5, 0.75, 1].flatMap((t) => {
		const longitude = west + t * (east - west);
		const latitude = south + t * (north - south);
		return [
			{ longitude, latitude: south },
			{ longitude, latitude: north },
			{ longitude: west, latitude },
			{ longitude: east, latitude },
		];
	});

/** How what a map shows fills its frame, in units of the map for one of the globe. */
interface Fit {
	scale: number;
	width: number;
	height: number;
	/** Where the middle of what it shows falls. */
	middle: Spot;
}

/** A frame as wide as all, and as tall as what it shows. */
const withMargin =
	(margin: number) =>
	(wide: number, high: number): Fit => {
		const scale = Math.min(
			(FRAME_WIDTH * (1 - 2 * margin)) / wide,
			(FRAME_HEIGHT_MAX * (1 - 2 * MARGIN_OF_TALL)) / high,
		);
		const height = Math.round(Math.min(high * scale + 2 * FRAME_WIDTH * margin, FRAME_HEIGHT_MAX));
		return { scale, width: FRAME_WIDTH, height, middle: { x: FRAME_WIDTH / 2, y: height / 2 } };
	};

/** A frame around a box; `fit` says how a piece of the globe, so wide and so high, fills it. */
function frameFor([west, south, east, north]: Box, fit: (wide: number, high: number) => Fit): MapFrame {
	const high = Math.max(SIDE_MIN - (north - south), 0) / 2;
	const wide = Math.max(SIDE_MIN / Math.cos(toRadians(north)) - (east - west), 0) / 2;
	const box: Box = [west - wide, south - high, east + wide, north + high];
	const sixth = (box[3] - box[1]) / 6;
	const globe = conic((west + east) / 2, box[1] + sixth, box[3] - sixth);
	const edge = edgeOf(box).map((position) => globe.place(position));
	const [xs, ys] = [edge.map(({ x }) => x), edge.map(({ y }) => y)];
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	const { scale, width, height, middle } = fit(right - left, bottom - top);
	const shiftX = middle.x - ((left + right) / 2) * scale;
	const shiftY = middle.y - ((top + bottom) / 2) * scale;
	const place = (position: Position): Spot => {
		const { x, y } = globe.place(position);
		return { x: x * scale + shiftX, y: y * scale + shiftY };
	};
	return {
		width,
		height,
		box,
		place,
		positionAt: ({ x, y }) => globe.positionAt({ x: (x - shiftX) / scale, y: (y - shiftY) / scale }),
		project: (position) => {
			const { x, y } = place(position);
			return x >= 0 && x <= width && y >= 0 && y <= height ? { x: Math.round(x), y: Math.round(y) } : undefined;
		},
	};
}

const isPart = (area: Area): area is PartCode => area in parts;

/** The country that a map is of, if it is not of Europe. */
export const countryOf = (area: Exclude<Area, 'europe'>): CountryCode =>
	// The codes of parts begin with their country, as their type says.
	isPart(area) ? (area.slice(0, 2) as CountryCode) : area;

/** What a map shows, as sentences call it: “the Netherlands”. */
export function nameOfArea(area: Area): string {
	if (area === 'europe') return 'Europe';
	return isPart(area) ? parts[area].name : countryInText(countries[area].label);
}

/** What a map of an area shows in full. */
function boxOfArea(area: Area): Box {
	if (area === 'europe') return EUROPE;
	return isPart(area) ? parts[area].boxes[0] : mainBoxOf(area);
}

/** Makes each frame once. */
const frames = new Map<Area, MapFrame>();

/** The map of Europe, of a country, or of a part of one, with what lies around it. */
export function mapOf(area: Area): MapFrame {
	const frame = frames.get(area) ?? frameFor(boxOfArea(area), withMargin(area === 'europe' ? EUROPE_MARGIN : MARGIN));
	frames.set(area, frame);
	return frame;
}

/** The room for what the map on a share card is of, in its 800 × 630 pixels. */
export const CARD_MAP_ROOM = { west: 240, width: 520, north: 41, height: 530 };

/** The map of an area on a share card, with more around it than on a page. */
export const cardMapOf = (area: Area): MapFrame =>
	frameFor(boxOfArea(area), (wide, high) => ({
		scale: Math.min(CARD_MAP_ROOM.width / wide, CARD_MAP_ROOM.height / high),
		width: 800,
		height: 630,
		middle: { x: CARD_MAP_ROOM.west + CARD_MAP_ROOM.width / 2, y: CARD_MAP_ROOM.north + CARD_MAP_ROOM.height / 2 },
	}));

/** What the map of a position in a country shows: the part that it lies in, or the main territory. */
export const areaAt = (country: CountryCode, position: Position): CountryCode | PartCode =>
	partAt(country, position) ?? country;

/** Address of the map’s outlines. */
export const mapAddress = (area: Area): string => `/maps/${area.toLowerCase()}.svg`;

/** Points that many positions share are drawn as one, so that a map of thousands stays small. */
const DOTS_MAX = 300;

/** Where positions fall on a map: at most so many points, and how many of the positions lie in the frame. */
export function dotsOn(
	map: MapFrame,
	positions: readonly Position[],
	most = DOTS_MAX,
): { dots: { x: number; y: number }[]; count: number } {
	const points = positions.flatMap((position) => map.project(position) ?? []);
	for (let cell = 1; ; cell *= 1.5) {
		const snap = (value: number) => Math.round(Math.round(value / cell) * cell);
		const dots = new Map(points.map(({ x, y }) => [`${snap(x)} ${snap(y)}`, { x: snap(x), y: snap(y) }]));
		if (dots.size <= most) return { dots: [...dots.values()], count: points.length };
	}
}

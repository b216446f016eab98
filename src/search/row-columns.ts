import { mapOf, type MapFrame } from '../formats/map.ts';
import { facets, type FacetedSite } from '../model/facets.ts';
import { groupByEach } from '../formats/group-by.ts';
import { mainBoxOf, type CountryCode } from '../schemas/countries.ts';
import { recordOf } from '../schemas/keys-of.ts';

/**
 * What the live list filters and sorts by, column by column, for the browser. A row is a profile, in the order of
 * the list by name; a row number is all that filtering needs to know of it.
 */
export interface Columns {
	/** Number of rows. */
	count: number;
	/** For each value of each facet its rows, each as its distance from the one before, the first from -1. */
	facets: Record<string, Record<string, number[]>>;
	/** Founding year; 0 where no source states it. */
	founded: number[];
	/** Day of the last check, in days since 1 January 1970. */
	checkedOn: number[];
	/** Where the point falls on the map of Europe, in its units; -1 where there is none. */
	x: number[];
	y: number[];
	/** Where each country with profiles lies on that map: x, y, width and height. */
	lands: Record<string, readonly [x: number, y: number, width: number, height: number]>;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The frame of a country’s main territory on a map. */
function landOn(map: MapFrame, country: CountryCode): [x: number, y: number, width: number, height: number] {
	const [west, south, east, north] = mainBoxOf(country);
	const middle = (west + east) / 2;
	const corners = [west, middle, east].flatMap((longitude) =>
		[south, north].map((latitude) => map.place({ longitude, latitude })),
	);
	const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));
	const xs = corners.map(({ x }) => within(x, map.width));
	const ys = corners.map(({ y }) => within(y, map.height));
	const [left, top] = [Math.min(...xs), Math.min(...ys)];
	return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/** The columns of all profiles of a site. */
export function toColumns(site: FacetedSite): Columns {
	const rows = site.clusters.map(({ data }) => data);
	const europe = mapOf('europe');
	const points = rows.map(({ position }) => position && europe.project(position));
	const toDistances = (members: number[]) => members.map((row, index) => row - (members[index - 1] ?? -1));
	return {
		count: rows.length,
		facets: Object.fromEntries(
			facets.map(({ name, idsOf }) => {
				const values = groupByEach(rows.entries(), ([, data]) => idsOf(data, site));
				return [
					name,
					Object.fromEntries([...values].map(([id, members]) => [id, toDistances(members.map(([row]) => row))])),
				];
			}),
		),
		founded: rows.map(({ founded }) => founded ?? 0),
		checkedOn: rows.map(({ check }) => Date.parse(check.on) / MILLISECONDS_A_DAY),
		x: points.map((point) => point?.x ?? -1),
		y: points.map((point) => point?.y ?? -1),
		lands: recordOf([...new Set(rows.map(({ country }) => country))], (code) => landOn(europe, code)),
	};
}

import { namedMaxFor, TARGET_PIXELS, toMarks, type MapMark } from '../../formats/map-marks.ts';
import { formatCount } from '../../formats/text.ts';
import { groupBy } from '../../formats/group-by.ts';
import { element, one } from '../dom.client.ts';

/** What the map has to know of a row: its place on the map (-1 where there is none), its slug and name, its country. */
export interface MapRow {
	row: number;
	x: number;
	y: number;
	slug: string;
	name: string;
	country: string;
}

/** A mark with a number in it is no smaller than this, in the map’s units. */
const MARK_MIN = 36;

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });
const addressOf = ({ slug }: MapRow) => `/clusters/${slug}/`;

/** The countries of rows as links, each with its number of rows. */
const toCountries = (rows: readonly MapRow[]) =>
	[...groupBy(rows, ({ country }) => country)].map(([code, group]) => ({
		link: element('a', { href: `/clusters/country/${code.toLowerCase()}/` }, countryNames.of(code) ?? code),
		count: ` ${group.length}`,
	}));

function drawMark(
	pattern: Element,
	{ x, y, radius }: MapMark,
	rows: readonly MapRow[],
	place: string,
	distance: number,
): Element {
	const link = document.importNode(pattern, true);
	const [only] = rows;
	const isOne = rows.length === 1 && only !== undefined;
	const title = isOne
		? only.name
		: `${rows.length} profiles: ${toCountries(rows)
				.map(({ link: { textContent }, count }) => textContent + count)
				.join(', ')}`;
	link.setAttribute('href', isOne ? addressOf(only) : `#${place}`);
	one<Element>('title', link).textContent = title;
	for (const circle of link.querySelectorAll('circle')) {
		circle.setAttribute('cx', String(x));
		circle.setAttribute('cy', String(y));
	}
	one<Element>('.target', link).setAttribute('r', String(distance / 2));
	one<Element>('.dot', link).setAttribute('r', String(radius));
	const number = one<Element>('text', link);
	number.setAttribute('x', String(x));
	number.setAttribute('y', String(y));
	number.setAttribute('font-size', String(radius));
	number.textContent = isOne ? '' : String(rows.length);
	return link;
}

/** Puts the names of rows, as links, in the place of those that an item of the list has. */
function drawNames(item: Element, rows: readonly MapRow[]): void {
	const pattern = item.querySelector<HTMLAnchorElement>('a.name') ?? element('a', { className: 'name', dir: 'auto' });
	for (const name of item.querySelectorAll('.name')) name.remove();
	for (const row of rows) {
		const name = document.importNode(pattern);
		name.href = addressOf(row);
		name.textContent = row.name;
		item.append(name);
	}
}

function drawPlace(pattern: Element, rows: readonly MapRow[], place: string, namedMax: number): Element {
	const item = document.importNode(pattern, true);
	item.id = place;
	one('span', item).replaceChildren(
		...toCountries(rows).flatMap(({ link, count }, index) => [...(index > 0 ? [', '] : []), link, count]),
	);
	drawNames(item, rows.length <= namedMax ? rows : []);
	return item;
}

/**
 * Draws other places on a map that stands as it was built, with its first mark and its first place as patterns, and
 * tells of those that have none.
 */
export function drawPlaces(within: HTMLElement, shown: readonly MapRow[]): void {
	const marks = one<Element>('[data-marks]', within);
	const places = one('[data-places]', within);
	const markPattern = marks.firstElementChild;
	// A place that names what lies there has the pattern of a name too.
	const placePattern = places.querySelector('li:not([data-unplaced]):has(.name)') ?? places.firstElementChild;
	if (!markPattern || !placePattern) return;
	const points = shown.filter(({ x }) => x >= 0);
	const namedMax = namedMaxFor(shown.length);
	const byRow = new Map(points.map((point) => [point.row, point]));
	const frame = one<SVGSVGElement>('svg', within);
	const unitsPerPixel = frame.viewBox.baseVal.width / Math.max(1, frame.clientWidth);
	const distance = Math.max(TARGET_PIXELS * unitsPerPixel, MARK_MIN);
	const drawn = toMarks(points, distance).map((mark, index) => {
		const rows = mark.rows.flatMap((row) => byRow.get(row) ?? []);
		const place = `place-${index + 1}`;
		return {
			mark: drawMark(markPattern, mark, rows, place, distance),
			place: drawPlace(placePattern, rows, place, namedMax),
		};
	});
	marks.replaceChildren(...drawn.map(({ mark }) => mark));
	const unplaced = one('[data-unplaced]', within);
	const missing = shown.filter(({ x }) => x < 0);
	unplaced.hidden = missing.length === 0;
	one('span', unplaced).textContent = `Not on the map ${missing.length}`;
	drawNames(unplaced, missing.length <= namedMax ? missing : []);
	places.replaceChildren(...drawn.map(({ place }) => place), unplaced);
	const unmapped = one('[data-unmapped]', within);
	unmapped.hidden = missing.length === 0;
	one('a', unmapped).textContent = formatCount(missing.length, 'profile');
}

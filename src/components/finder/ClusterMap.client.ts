import { namedMaxFor, TARGET_PIXELS, toMarks, type MapMark } from '../../formats/map-marks.ts';
import { formatCount } from '../../formats/text.ts';
import { once } from '../../model/once.ts';
import { LoadError } from '../../search/fetch-json.client.ts';
import { toRows } from '../../search/filter-rows.ts';
import { element, one } from '../dom.client.ts';
import { showChoice } from './ChoiceTray.client.ts';
import { loadColumns, loadNames, SMALL_LIST_MAX } from './list-files.client.ts';

// Draws the map anew for other rows, with the first mark and the first place that the build drew as patterns.

const map = document.querySelector<HTMLElement>('[data-map]');
const asBuilt = map ? [...map.childNodes] : [];

/** What the map has to know of rows, by row: its place on the map, its slug and name, its country. */
const loadRows = once(async () => {
	const [columns, names] = await Promise.all([loadColumns(), loadNames()]);
	const countries = new Map(
		Object.entries(columns.facets['country'] ?? {}).flatMap(([code, distances]) =>
			toRows(distances).map((row) => [row, code] as const),
		),
	);
	return (row: number) => {
		const [slug = '', name = ''] = names[row] ?? [];
		return { x: columns.x[row] ?? -1, y: columns.y[row] ?? -1, slug, name, country: countries.get(row) ?? '', row };
	};
});

type Row = ReturnType<Awaited<ReturnType<typeof loadRows>>>;

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });
const addressOf = ({ slug }: Row) => `/clusters/${slug}/`;

/** The countries of rows as links, each with its number of rows. */
const toCountries = (rows: readonly Row[]) =>
	[...Map.groupBy(rows, ({ country }) => country)].map(([code, group]) => ({
		link: element('a', { href: `/clusters/country/${code.toLowerCase()}/` }, countryNames.of(code) ?? code),
		count: ` ${group.length}`,
	}));

function drawMark(
	pattern: Element,
	{ x, y, radius }: MapMark,
	rows: readonly Row[],
	place: string,
	distance: number,
): Element {
	const link = pattern.cloneNode(true) as Element;
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
function drawNames(item: Element, rows: readonly Row[]): void {
	const pattern = item.querySelector('.name') ?? element('a', { className: 'name' });
	for (const name of item.querySelectorAll('.name')) name.remove();
	for (const row of rows) {
		const name = pattern.cloneNode() as HTMLAnchorElement;
		name.href = addressOf(row);
		name.textContent = row.name;
		item.append(name);
	}
}

function drawPlace(pattern: Element, rows: readonly Row[], place: string, namedMax: number): Element {
	const item = pattern.cloneNode(true) as Element;
	item.id = place;
	one('span', item).replaceChildren(
		...toCountries(rows).flatMap(({ link, count }, index) => [...(index > 0 ? [', '] : []), link, count]),
	);
	drawNames(item, rows.length <= namedMax ? rows : []);
	return item;
}

function draw(within: HTMLElement, shown: readonly Row[]): void {
	within.replaceChildren(...asBuilt.map((node) => node.cloneNode(true)));
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
	showChoice();
}

/** A mark with a number in it is no smaller than this, in the map’s units. */
const MARK_MIN = 36;

const total = Number(map?.dataset['map']);
/** Of a small list the names are fetched ahead, so that paper shows the map too. */
const isSmall = total <= SMALL_LIST_MAX;
/** Where nothing is left there is nothing to show on a map. */
function showSection(isShown: boolean): void {
	const section = map?.closest('section');
	if (section) section.hidden = !isShown;
}

let isInSight = false;
/** Rows to show; nothing means all of them. */
let wanted: readonly number[] | undefined;
/** What is drawn now, so that the same is not drawn again under somebody's focus. */
let drawn: unknown = 'as built';

function drawWanted(): void {
	if (!map || drawn === (wanted ?? 'all')) return;
	// All of many are shown as built: their names would cost more than finer marks are worth.
	const rows = wanted ?? (isSmall && isInSight ? Array.from({ length: total }, (_, row) => row) : undefined);
	if (!rows || !(isInSight || isSmall)) return;
	const asked = wanted;
	loadRows()
		.then((rowOf) => {
			if (asked !== wanted) return;
			drawn = asked ?? 'all';
			draw(map, rows.map(rowOf));
			showSection(rows.length > 0);
			delete map.dataset['stale'];
		})
		.catch((error: unknown) => {
			// A map that could not be drawn keeps what it shows; the list above it is right.
			if (!(error instanceof LoadError)) reportError(error);
		});
}

if (map) {
	new IntersectionObserver(
		([entry]) => {
			isInSight = entry?.isIntersecting ?? false;
			drawWanted();
		},
		{ rootMargin: '400px' },
	).observe(map);
}

/** Shows these rows on the map, once it comes into sight; nothing means all. */
export function showOnMap(rows: readonly number[] | undefined): void {
	if (!map) return;
	wanted = rows;
	map.toggleAttribute('data-stale', rows !== undefined);
	if (rows) {
		// What the reader asked for is painted first: the list.
		requestAnimationFrame(() => setTimeout(drawWanted));
		return;
	}
	showSection(true);
	if (drawn !== 'all' && drawn !== 'as built') {
		map.replaceChildren(...asBuilt.map((node) => node.cloneNode(true)));
		drawn = 'as built';
	}
	drawWanted();
}

import { once } from '../../model/once.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import { toRows } from '../../search/filter-rows.ts';
import { showChoice } from './ChoiceTray.client.ts';
import { drawPlaces, type MapRow } from './draw-places.client.ts';
import { loadColumns, loadNames, SMALL_LIST_MAX } from './list-files.client.ts';

// Draws the map anew for other rows, as soon as it is in sight.

const map = document.querySelector<HTMLElement>('[data-map]');
const asBuilt = map ? [...map.childNodes] : [];

/** What the map has to know, by row. */
const loadRows = once(async () => {
	const [columns, names] = await Promise.all([loadColumns(), loadNames()]);
	const countries = new Map(
		Object.entries(columns.facets['country'] ?? {}).flatMap(([code, distances]) =>
			toRows(distances).map((row) => [row, code] as const),
		),
	);
	return (row: number): MapRow => {
		const [slug = '', name = ''] = names[row] ?? [];
		return { x: columns.x[row] ?? -1, y: columns.y[row] ?? -1, slug, name, country: countries.get(row) ?? '', row };
	};
});

const total = Number(map?.dataset['map']);
/** Of a small list the names are fetched ahead, so that paper shows the map too. */
const isSmall = total <= SMALL_LIST_MAX;

function showAsBuilt(within: HTMLElement): void {
	within.replaceChildren(...asBuilt.map((node) => node.cloneNode(true)));
}

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
			showAsBuilt(map);
			drawPlaces(map, rows.map(rowOf));
			showChoice();
			showSection(rows.length > 0);
			delete map.dataset['stale'];
		})
		// A map that could not be drawn keeps what it shows; the list above it is right.
		.catch(reportFault);
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
		showAsBuilt(map);
		drawn = 'as built';
	}
	drawWanted();
}

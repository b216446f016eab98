import { NAMES_MAX } from '../../formats/map-names.ts';
import { isNear, layerAddress, viewAround, viewOf, type View } from '../../formats/map-view.ts';
import { formatCount, formatList } from '../../formats/text.ts';
import { proposeAddress } from '../../model/navigation.ts';
import { once } from '../../model/once.ts';
import { readChoice } from '../../search/choice.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import { toRows } from '../../search/filter-rows.ts';
import { addressNow } from '../address.client.ts';
import { element, one } from '../dom.client.ts';
import { CHOICE_EVENT, tellDrawn } from './choice-events.client.ts';
import { drawn, drawPlaces, toNameLink, type DrawnMark, type MapRow } from './draw-places.client.ts';
import { loadColumns, loadNames, SMALL_LIST_MAX } from './list-files.client.ts';
import { raiseName } from './raise-name.client.ts';

// The map beside the list: drawn anew for the rows that are shown, as near as shows all of them and the countries that
// are asked for.

/** A map narrower than this has numbers, which the list below it explains, instead of names. */
const NAMES_FROM_PIXELS = 440;
/** More countries than this are not coloured: each is a file. */
const COLOURED_MAX = 16;
/** So many countries without a profile that fits are named. */
const NONE_MAX = 3;
/** How much nearer a step is. */
const STEP = 0.6;

/** A country that is asked for, with what it is called and how many of the profiles shown lie in it. */
export interface AskedCountry {
	code: string;
	label: string;
	count: number;
}

/** What the map has to know, by row, and where countries lie. */
const loadRows = once(async () => {
	const [columns, names] = await Promise.all([loadColumns(), loadNames()]);
	const countries = new Map(
		Object.entries(columns.facets['country'] ?? {}).flatMap(([code, distances]) =>
			toRows(distances).map((row) => [row, code] as const),
		),
	);
	const rowOf = (row: number): MapRow => {
		const [slug = '', name = ''] = names[row] ?? [];
		return { x: columns.x[row] ?? -1, y: columns.y[row] ?? -1, slug, name, country: countries.get(row) ?? '', row };
	};
	return { rowOf, lands: columns.lands };
});

const map = document.querySelector<HTMLElement>('[data-map]');
const svg = map?.querySelector<SVGSVGElement>('svg[data-whole]');
const total = Number(map?.dataset['map']);
/** Of a small list the names are fetched ahead, so that paper shows the map too. */
const isSmall = total <= SMALL_LIST_MAX;

/** Rows to show and countries that are asked for; nothing means all rows. */
let wanted: { rows: readonly number[] | undefined; asked: readonly AskedCountry[] } = { rows: undefined, asked: [] };
let isInSight = false;
/** Whether the reader has asked for more than the map as it was built. */
let isReached = false;

/** The parts of the map, once it is there. */
function toMap(within: HTMLElement, frame: SVGSVGElement): { draw: () => Promise<void> } {
	const [width = 0, height = 0] = (frame.dataset['whole'] ?? '').split(' ').map(Number);
	const whole = { width, height };
	const marksIn = one<Element>('[data-marks]', frame);
	const layers = one<Element>('[data-layers]', frame);
	const places = one('[data-places]', within);
	const asBuilt = one<HTMLImageElement>('.frame > img', within);
	const base = drawn('image', { ...whole });
	// The picture that the build made shows one view alone; it stays until the outlines are there that can be moved.
	base.addEventListener('load', () => {
		asBuilt.remove();
	});
	const all = one<HTMLButtonElement>('[data-all]', within);
	const nearer = one<HTMLButtonElement>('[data-nearer]', within);
	const farther = one<HTMLButtonElement>('[data-farther]', within);
	let view = viewOf([], whole);
	let shown: MapRow[] = [];
	let marks: DrawnMark[] = [];
	let opened: { panel: HTMLElement; by: SVGAElement } | undefined;

	function close(isBack = false): void {
		if (!opened) return;
		const { panel, by } = opened;
		opened = undefined;
		panel.remove();
		by.setAttribute('aria-expanded', 'false');
		if (isBack) by.focus({ preventScroll: true });
	}

	/** Opens what a number stands for: its profiles by name. */
	function open({ link, members, label, x, y }: DrawnMark): void {
		close();
		const few = members.slice(0, NAMES_MAX);
		const panel = element('div', { className: 'opened', role: 'group', ariaLabel: label }, ...few.map(toNameLink));
		const spread = viewOf(members, whole);
		if (spread.width < view.width * 0.9) {
			const more = members.length - few.length;
			const words = more > 0 ? `Zoom in: ${formatCount(more, 'more profile')}` : 'Zoom in here';
			const button = element('button', { type: 'button', className: 'button quiet' }, words);
			button.addEventListener('click', () => {
				show(spread);
				marksIn.querySelector('a')?.focus({ preventScroll: true });
			});
			panel.append(button);
		}
		const [left, top] = [(x - view.x) / view.width, (y - view.y) / view.height];
		panel.style.setProperty(left < 0.5 ? 'left' : 'right', `${100 * (left < 0.5 ? left : 1 - left)}%`);
		panel.style.setProperty(top < 0.5 ? 'top' : 'bottom', `${100 * (top < 0.5 ? top : 1 - top) + 3}%`);
		one('.frame', within).append(panel);
		link.setAttribute('aria-expanded', 'true');
		opened = { panel, by: link };
		tellDrawn();
		panel.querySelector('a')?.focus({ preventScroll: true });
	}

	function showChosen(): void {
		const { chosen } = readChoice(addressNow().search);
		for (const { link, members } of marks)
			link.classList.toggle(
				'chosen',
				members.some(({ slug }) => chosen.includes(slug)),
			);
	}

	/** Where a mark lies, also one that the build drew. */
	const spotOf = (link: SVGAElement) => {
		const { e: x = 0, f: y = 0 } = link.transform.baseVal[0]?.matrix ?? {};
		return { x, y };
	};

	const nearestTo = ({ x, y }: { x: number; y: number }): DrawnMark | undefined =>
		marks.toSorted((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];

	/** On a narrow map each number by its names. */
	function listPlaces(isNumbered: boolean): void {
		places.replaceChildren(
			...(isNumbered ? marks : []).map(({ members }, index) =>
				element(
					'li',
					{},
					element('b', {}, `${index + 1} `),
					...members.flatMap((row, at) => [...(at > 0 ? [', '] : []), toNameLink(row)]),
				),
			),
		);
	}

	function drawMarks(): void {
		close();
		const focused = document.activeElement?.closest<SVGAElement>('[data-marks] a');
		const spot = focused ? spotOf(focused) : undefined;
		const pixels = frame.clientWidth || NAMES_FROM_PIXELS;
		const isNarrow = pixels < NAMES_FROM_PIXELS;
		// Reaching for a map that shows all does not group it anew.
		const isAsBuilt = !wanted.rows && view.width >= width;
		marks = drawPlaces(marksIn, shown, view, pixels, isNarrow ? 'numbers' : 'names', isAsBuilt);
		listPlaces(isNarrow && shown.length <= NAMES_MAX);
		showChosen();
		if (spot) nearestTo(spot)?.link.focus({ preventScroll: true });
	}

	function show(next: View): void {
		view = next;
		frame.setAttribute('viewBox', [view.x, view.y, view.width, view.height].map((value) => value.toFixed(1)).join(' '));
		const isWhole = view.width >= width;
		all.disabled = isWhole;
		farther.disabled = isWhole;
		nearer.disabled = view.width <= viewAround(view, 0, view, whole).width;
		drawLayers();
		drawMarks();
	}

	/** Finer outlines where the map is near, and the countries that are asked for. */
	function drawLayers(): void {
		const asked = wanted.asked.length <= COLOURED_MAX ? wanted.asked.map(({ code }) => code) : [];
		const names = [...(isNear(view, whole) ? ['fine'] : []), ...asked];
		if (!base.isConnected) {
			base.setAttribute('href', asBuilt.src.replace(/#.*/, ''));
			layers.prepend(base);
		}
		for (const layer of [...layers.children])
			if (layer !== base && !names.includes(layer.getAttribute('data-layer') ?? '')) layer.remove();
		for (const name of names) {
			if (layers.querySelector(`[data-layer="${name}"]`)) continue;
			const layer = drawn('image', { ...whole, href: layerAddress(name), 'data-layer': name });
			if (name === 'fine') {
				// The rough outlines stay until the finer ones are there.
				layer.addEventListener('load', () => {
					base.setAttribute('visibility', 'hidden');
				});
				base.after(layer);
			} else layers.append(layer);
		}
		if (!names.includes('fine')) base.removeAttribute('visibility');
	}

	function say(): void {
		const unplaced = shown.filter(({ x }) => x < 0);
		const isNamed = unplaced.length <= NAMES_MAX;
		const line = one('[data-unplaced]', within);
		line.hidden = unplaced.length === 0;
		line.replaceChildren(
			'Not on this map: ',
			...(isNamed
				? unplaced.flatMap((row, index) => [...(index > 0 ? [', '] : []), toNameLink(row)])
				: [formatCount(unplaced.length, 'profile')]),
		);
		const none = wanted.asked.filter(({ count }) => count === 0);
		const [first, ...others] = none;
		const noneLine = one('[data-none]', within);
		// Where there is nothing at all the list says so.
		noneLine.hidden = !first || shown.length === 0;
		noneLine.replaceChildren(
			`None in ${formatList(none.slice(0, NONE_MAX).map(({ label }) => label))} with these filters. `,
			element(
				'a',
				{ href: proposeAddress(first && others.length === 0 ? { country: first.code } : {}) },
				'Do you know one?',
			),
		);
	}

	async function draw(): Promise<void> {
		const asked = wanted;
		const { rowOf, lands } = await loadRows();
		if (asked !== wanted) return;
		const rows = asked.rows ?? Array.from({ length: total }, (_, row) => row);
		shown = rows.map(rowOf);
		say();
		const grown = asked.asked.flatMap(({ code }) => {
			const land = lands[code];
			return land ? [{ x: land[0], y: land[1], width: land[2], height: land[3] }] : [];
		});
		const spots = shown.filter(({ x }) => x >= 0);
		show(asked.rows ? viewOf([...spots, ...grown], whole) : viewOf([], whole));
		tellDrawn();
		delete within.dataset['stale'];
	}

	marksIn.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest<SVGAElement>('a') : null;
		const mark = marks.find((one) => one.link === link);
		if (!mark && link?.querySelector('.number')) {
			// A number as it was built leads to its country; here it opens once its names are there.
			event.preventDefault();
			const spot = spotOf(link);
			isReached = true;
			draw()
				.then(() => {
					const drawn = nearestTo(spot);
					if (drawn) open(drawn);
				})
				.catch(reportFault);
			return;
		}
		if (!mark || mark.members.length < 2) return;
		event.preventDefault();
		event.stopPropagation();
		if (opened?.by === mark.link) close(true);
		else open(mark);
	});
	marksIn.addEventListener('keydown', (event) => {
		if (!(event instanceof KeyboardEvent) || event.key !== ' ') return;
		const mark = marks.find(({ link }) => link === event.target);
		if (!mark || mark.members.length < 2) return;
		event.preventDefault();
		open(mark);
	});
	within.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') close(true);
	});
	for (const leave of ['click', 'focusin'])
		document.addEventListener(leave, ({ target }) => {
			if (opened && target instanceof Node && !opened.panel.contains(target) && !opened.by.contains(target)) close();
		});
	const zoomBy = (share: number) => {
		show(viewAround({ x: view.x + view.width / 2, y: view.y + view.height / 2 }, view.width * share, view, whole));
	};
	nearer.addEventListener('click', () => {
		zoomBy(STEP);
	});
	farther.addEventListener('click', () => {
		zoomBy(1 / STEP);
	});
	all.addEventListener('click', () => {
		show(viewOf([], whole));
	});
	document.addEventListener(CHOICE_EVENT, () => {
		if (isReached || readChoice(addressNow().search).chosen.length === 0) showChosen();
		else reach();
	});
	for (const event of ['pointerenter', 'focusin']) within.addEventListener(event, reach);
	// Who was there before this script.
	if (within.matches(':hover, :focus-within')) setTimeout(reach);
	// The row that is pointed at, or has the focus, is shown on the map.
	for (const reach of ['pointerover', 'focusin'])
		document.addEventListener(reach, ({ target }) => {
			const row = target instanceof Element ? target.closest('.profile-row') : null;
			const slug = row?.querySelector<HTMLInputElement>('[data-choose]')?.value;
			const pointed = marks.find(({ members }) => members.some((member) => member.slug === slug));
			for (const mark of marks) mark.link.classList.toggle('pointed', mark === pointed);
			if (row) raiseName(pointed?.link);
		});
	let pixels = 0;
	new ResizeObserver(() => {
		if (frame.clientWidth === pixels || shown.length === 0) return;
		pixels = frame.clientWidth;
		if (pixels > 0) drawMarks();
	}).observe(frame);
	return { draw };
}

function reach(): void {
	if (isReached) return;
	isReached = true;
	drawWanted();
}

const parts = map && svg ? toMap(map, svg) : undefined;

function drawWanted(): void {
	// Nothing is fetched before somebody reaches for the map, the filters or a profile; and for a large list not before
	// the map is in sight.
	if (!parts || !(isReached || wanted.rows) || !(isSmall || isInSight)) return;
	isReached = true;
	// A map that could not be drawn keeps what it shows; the list beside it is right.
	parts.draw().catch(reportFault);
}

if (map) {
	new IntersectionObserver(
		([entry]) => {
			const wasInSight = isInSight;
			isInSight = entry?.isIntersecting ?? false;
			if (isInSight && !wasInSight) drawWanted();
		},
		{ rootMargin: '400px' },
	).observe(map);
}

/** Shows these rows on the map, once it comes into sight, and the countries that are asked for; nothing means all. */
export function showOnMap(rows: readonly number[] | undefined, asked: readonly AskedCountry[] = []): void {
	wanted = { rows, asked };
	map?.toggleAttribute('data-stale', rows !== undefined);
	// What the reader asked for is painted first: the list.
	requestAnimationFrame(() => setTimeout(drawWanted));
}

import { groupBy } from '../../formats/group-by.ts';
import { distanceOn, TARGET_PIXELS, toMarks, type MapMark } from '../../formats/map-marks.ts';
import { NAMES_MAX, placeNames, type NamePlace } from '../../formats/map-names.ts';
import type { View } from '../../formats/map-view.ts';
import { element } from '../dom.client.ts';

/** What the map has to know of a row: its place on the map (-1 where there is none), its slug and name, its country. */
export interface MapRow {
	row: number;
	x: number;
	y: number;
	slug: string;
	name: string;
	country: string;
}

/** A mark as it is drawn, with the profiles that it stands for. */
export interface DrawnMark extends MapMark {
	link: SVGAElement;
	members: readonly MapRow[];
	label: string;
}

/** Size of names and least distance of marks, in CSS pixels. */
const NAME_PIXELS = 13;
const MARK_PIXELS = TARGET_PIXELS + 4;
const SVG = 'http://www.w3.org/2000/svg';

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });

/** A link to the profile of a row, by its name. */
export function toNameLink({ slug, name }: MapRow): HTMLAnchorElement {
	return element('a', { href: `/clusters/${slug}/`, dir: 'auto' }, name);
}

/** Makes an element of SVG. */
export function drawn<K extends keyof SVGElementTagNameMap>(
	tag: K,
	attributes: Record<string, string | number>,
	...children: (Node | string)[]
): SVGElementTagNameMap[K] {
	const made = document.createElementNS(SVG, tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
	made.append(...children);
	return made;
}

/** “5 profiles: Belgium 4, Luxembourg 1”; of a single one its name. */
function labelOf(members: readonly MapRow[]): string {
	const [only] = members;
	if (members.length === 1 && only) return only.name;
	const countries = [...groupBy(members, ({ country }) => country)].map(
		([code, group]) => `${countryNames.of(code) ?? code} ${group.length}`,
	);
	return `${members.length} profiles: ${countries.join(', ')}`;
}

/** How marks show which profile they are of: by name beside them, or by a number that a list below the map explains. */
export type Naming = 'names' | 'numbers';

function drawMark(
	{ x, y, radius }: MapMark,
	members: readonly MapRow[],
	number: string,
	distance: number,
): SVGAElement {
	const isOne = members.length === 1;
	const called = labelOf(members);
	// What can be seen is a part of what it is called.
	const label = number === '' || called.startsWith(number) ? called : `${number}. ${called}`;
	const link = drawn(
		'a',
		{
			transform: `translate(${x} ${y})`,
			href: isOne ? `/clusters/${members[0]?.slug ?? ''}/` : '#map',
			'aria-label': label,
			...(isOne ? {} : { role: 'button', 'aria-expanded': 'false' }),
		},
		drawn('circle', { class: 'target', r: distance / 2 }),
		drawn('circle', { class: 'dot', r: radius }),
	);
	if (number)
		link.append(
			drawn('text', { class: 'number', dy: '.36em', 'font-size': radius * 1.1, 'aria-hidden': 'true' }, number),
		);
	return link;
}

/** A name beside its mark: not a part of the link, which is called by more than that. */
const drawName = (text: string, size: number, { x, y, anchor }: NamePlace, isFree: boolean): SVGTextElement =>
	drawn(
		'text',
		{
			class: isFree ? 'name free' : 'name',
			x,
			y,
			'text-anchor': anchor,
			'font-size': size,
			'stroke-width': size / 4,
			'aria-hidden': 'true',
		},
		text,
	);

/** Draws rows on a part of a map that is so many pixels wide, or in the groups of the build, and answers what was drawn. */
export function drawPlaces(
	marksIn: Element,
	shown: readonly MapRow[],
	view: View,
	pixels: number,
	naming: Naming,
	isAsBuilt = false,
): DrawnMark[] {
	const unit = view.width / Math.max(1, pixels);
	const distance = isAsBuilt ? distanceOn(view.width) : MARK_PIXELS * unit;
	const byRow = new Map(shown.map((point) => [point.row, point]));
	const isSeen = ({ x, y }: MapRow) =>
		x >= Math.max(0, view.x) && y >= view.y && x <= view.x + view.width && y <= view.y + view.height;
	const marks = toMarks(shown.filter(isSeen), distance).map((mark, index) => {
		const members = mark.rows.flatMap((row) => byRow.get(row) ?? []);
		const [first] = members;
		const name = `${first?.name ?? ''}${members.length > 1 ? ` + ${members.length - 1}` : ''}`;
		const isNumbered = naming === 'numbers' && shown.length <= NAMES_MAX;
		const radius = isNumbered ? 11 * unit : members.length === 1 && !isAsBuilt ? 6 * unit : mark.radius;
		const number = isNumbered ? String(index + 1) : members.length > 1 ? String(members.length) : '';
		return { ...mark, radius, members, name, number };
	});
	const size = NAME_PIXELS * unit;
	const places = placeNames(marks, size, view);
	const areNamesShown = naming === 'names' && shown.length <= NAMES_MAX;
	const result = marks.map((mark) => ({
		...mark,
		label: labelOf(mark.members),
		link: drawMark(mark, mark.members, mark.number, distance),
	}));
	marksIn.replaceChildren(
		...result.flatMap(({ link, name }, index) => {
			const at = naming === 'names' ? places[index] : undefined;
			return at ? [link, drawName(name, size, at.place, areNamesShown && at.isFree)] : [link];
		}),
	);
	return result;
}

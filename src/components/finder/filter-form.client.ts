import { groupBy } from '../../formats/group-by.ts';
import { foldBlanks, formatNumber } from '../../formats/text.ts';
import { readChoice } from '../../search/choice.ts';
import { isSort, type Filtered } from '../../search/filter-rows.ts';
import type { Groups } from '../../search/value-groups.ts';
import type { View } from '../../search/view-address.ts';
import { addressNow } from '../address.client.ts';
import { one } from '../dom.client.ts';

// The filters of the list: what they say, and what they show.

/** The form with all filters. */
export const form = one<HTMLFormElement>('[data-finder] [data-filters]');

/** The box for words. */
export const words = one<HTMLInputElement>('input[name="q"]', form);

/** The order of the list, which stands beside the count. */
export const sort = one<HTMLSelectElement>('[data-finder] select[name="sort"]');

/** A box of the form with its parts. */
function toBox(box: HTMLInputElement) {
	const label = box.closest('label');
	if (!label) throw new Error('A box of the filters has no label.');
	const count = one('[data-count]', label);
	return { box, label, count, text: box.nextElementSibling?.textContent.trim() ?? box.value };
}

const all = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map(toBox);
const boxes = all.filter(({ box }) => box.name);
const groupBoxes = all.flatMap((part) => {
	const id = part.box.dataset['group'];
	if (id === undefined) return [];
	// A part of Europe holds the countries below it; another group names them.
	const below = [...(part.box.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[name]') ?? [])];
	return [{ ...part, id, values: below.length > 0 ? below.map(({ value }) => value) : part.box.value.split(' ') }];
});
const byFacet = groupBy(boxes, ({ box }) => box.name);
const labels = new Map([
	...boxes.map(({ box, text }) => [`${box.name} ${box.value}`, text] as const),
	...groupBoxes.map(({ id, text }) => [`country ${id}`, text] as const),
]);

/** Facets and their values that there are. */
export const known = new Map([...byFacet].map(([facet, group]) => [facet, new Set(group.map(({ box }) => box.value))]));

/** The groups of countries, each with those that have profiles. */
export const groups: Groups = new Map([['country', new Map(groupBoxes.map(({ id, values }) => [id, values]))]]);

/** What a value of a facet, or a group, is called. */
export const labelOf = (facet: string, id: string): string => labels.get(`${facet} ${id}`) ?? id;

/** What there is to choose, by its words: values and groups with those that they stand for. */
export const choosable = [
	...boxes.map(({ box, text }) => ({ facet: box.name, values: [box.value], text })),
	...groupBoxes.map(({ values, text }) => ({ facet: 'country', values, text })),
];

/** What the build counted for each value. */
export const countsAsBuilt: Filtered['counts'] = Object.fromEntries(
	[...byFacet].map(([facet, group]) => [
		facet,
		Object.fromEntries(group.map(({ box, count }) => [box.value, Number(count.textContent)])),
	]),
);

/** The view that the filters stand for, on its first page. */
export const viewOfForm = (): View => ({
	choices: Object.fromEntries(
		[...byFacet].map(([facet, group]) => [facet, group.flatMap(({ box }) => (box.checked ? [box.value] : []))]),
	),
	words: foldBlanks(words.value),
	sort: isSort(sort.value) ? sort.value : 'name',
	page: 1,
	chosen: readChoice(addressNow().search).chosen,
});

/** A tick of a group is for all of it; half a tick says that a part of it is chosen. */
function showGroups(): void {
	const chosen = new Set(boxes.flatMap(({ box }) => (box.name === 'country' && box.checked ? [box.value] : [])));
	for (const { box, values } of groupBoxes) {
		const count = values.filter((value) => chosen.has(value)).length;
		box.checked = count === values.length;
		box.indeterminate = count > 0 && count < values.length;
	}
}

/** How much is chosen: beside each menu, and on the button of the sheet. */
function showChosen(hasWords: boolean): void {
	let total = hasWords ? 1 : 0;
	for (const menu of form.querySelectorAll<HTMLElement>('[data-facet]')) {
		const count = menu.querySelectorAll('input[name]:checked').length;
		if (count > 0) total += 1;
		menu.classList.toggle('some', count > 0);
		one('[data-chosen]', menu).textContent = count > 0 ? String(count) : '';
	}
	one('[data-chosen-all]').textContent = total > 0 ? String(total) : '';
}

/** Lets the filters stand for a view. */
export function showForm(view: View): void {
	for (const { box } of boxes) box.checked = view.choices[box.name]?.includes(box.value) ?? false;
	// What is being typed is the reader's.
	if (document.activeElement !== words) words.value = view.words;
	sort.value = view.sort;
	showGroups();
	showChosen(view.words !== '');
}

/** Shows beside each value how many profiles choosing it would leave. */
export function showCounts(counts: Filtered['counts']): void {
	const show = ({ box, label, count }: (typeof all)[number], number: number) => {
		count.textContent = formatNumber(number);
		label.classList.toggle('none', number === 0 && !box.checked);
	};
	for (const part of boxes) show(part, counts[part.box.name]?.[part.box.value] ?? 0);
	// A profile lies in one country.
	for (const part of groupBoxes)
		show(
			part,
			part.values.reduce((sum, value) => sum + (counts['country']?.[value] ?? 0), 0),
		);
}

const openMenus = () => form.querySelectorAll<HTMLDetailsElement>('details[open]');
const changed = () => form.dispatchEvent(new Event('change'));

form.addEventListener('change', ({ target }) => {
	const group = groupBoxes.find(({ box }) => box === target);
	if (!group) return;
	for (const { box } of boxes)
		if (box.name === 'country' && group.values.includes(box.value)) box.checked = group.box.checked;
});
form.addEventListener('keydown', (event) => {
	const [open] = openMenus();
	if (event.key !== 'Escape' || !open) return;
	// The sheet around it stays open.
	event.preventDefault();
	event.stopPropagation();
	open.open = false;
	one('summary', open).focus();
});
for (const button of form.querySelectorAll('[data-clear-menu]'))
	button.addEventListener('click', () => {
		for (const box of button.closest('details')?.querySelectorAll<HTMLInputElement>('input[name]') ?? [])
			box.checked = false;
		changed();
	});
/** Something outside them is done with menus; an open one would lie over it. */
function closeMenus(place: EventTarget | null): void {
	for (const open of openMenus()) if (place instanceof Node && !open.contains(place)) open.open = false;
}
for (const leave of ['click', 'focusin'])
	document.addEventListener(leave, ({ target }) => {
		closeMenus(target);
	});
// The keyboard may have left one before this was loaded.
if (document.activeElement !== document.body) closeMenus(document.activeElement);

// Of the sheet that holds the form on a phone.
one('[data-clear-all]').addEventListener('click', () => {
	for (const { box } of boxes) box.checked = false;
	words.value = '';
	changed();
});

/** Says on the sheet what it would show. */
export function showResultsAhead(words: string): void {
	one('[data-show-results]').textContent = `Show ${words}`;
}

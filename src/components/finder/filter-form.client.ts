import { groupBy } from '../../formats/group-by.ts';
import { foldBlanks, formatNumber } from '../../formats/text.ts';
import { readChoice } from '../../search/choice.ts';
import { isSort, type Filtered } from '../../search/filter-rows.ts';
import type { View } from '../../search/view-address.ts';
import { addressNow } from '../address.client.ts';
import { one } from '../dom.client.ts';

// The filters of the list: what they say, and what they show.

/** The form with all filters. */
export const form = one<HTMLFormElement>('[data-finder] [data-filters]');

/** The box for words. */
export const words = one<HTMLInputElement>('input[name="q"]', form);

const sort = one<HTMLSelectElement>('select[name="sort"]', form);

const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((box) => {
	const label = box.closest('label');
	if (!label) throw new Error('A box of the filters has no label.');
	return {
		box,
		label,
		count: one('[data-count]', label),
		text: box.nextElementSibling?.textContent.trim() ?? box.value,
	};
});
const byFacet = groupBy(boxes, ({ box }) => box.name);
const labels = new Map(boxes.map(({ box, text }) => [`${box.name} ${box.value}`, text]));

/** Facets and their values that there are. */
export const known = new Map([...byFacet].map(([facet, group]) => [facet, new Set(group.map(({ box }) => box.value))]));

/** What a value of a facet is called. */
export const labelOf = (facet: string, id: string): string => labels.get(`${facet} ${id}`) ?? id;

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

/** Lets the filters stand for a view. */
export function showForm(view: View): void {
	for (const { box } of boxes) box.checked = view.choices[box.name]?.includes(box.value) ?? false;
	// What is being typed is the reader's.
	if (document.activeElement !== words) words.value = view.words;
	sort.value = view.sort;
	for (const group of form.querySelectorAll<HTMLElement>('[data-facet]')) {
		const count = view.choices[group.dataset['facet'] ?? '']?.length ?? 0;
		one('[data-chosen]', group).textContent = count > 0 ? String(count) : '';
	}
}

/** Shows beside each value how many profiles choosing it would leave. */
export function showCounts(counts: Filtered['counts']): void {
	for (const { box, label, count } of boxes) {
		const number = counts[box.name]?.[box.value] ?? 0;
		count.textContent = formatNumber(number);
		label.classList.toggle('none', number === 0 && !box.checked);
	}
}

const openMenus = () => form.querySelectorAll<HTMLDetailsElement>('details[open]');

form.addEventListener('keydown', ({ key }) => {
	const [open] = openMenus();
	if (key !== 'Escape' || !open) return;
	open.open = false;
	one('summary', open).focus();
});
// Something outside them is done with menus; an open one would lie over it.
for (const leave of ['click', 'focusin'])
	document.addEventListener(leave, ({ target }) => {
		for (const open of openMenus()) if (target instanceof Node && !open.contains(target)) open.open = false;
	});

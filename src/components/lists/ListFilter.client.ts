import { fold } from '../../formats/fold.ts';
import { formatNumber } from '../../formats/text.ts';
import { one } from '../dom.client.ts';

const form = one<HTMLFormElement>('#list-filter');
const input = one<HTMLInputElement>('input', form);
const status = one('[role="status"]', form);
const rows = [...document.querySelectorAll<HTMLElement>('[data-filter-rows] > *')].map((row) => ({
	row,
	text: fold(`${row.textContent} ${row.parentElement?.dataset['filterRows'] ?? ''}`),
}));
const groups = [...document.querySelectorAll<HTMLElement>('[data-filter-group]')].map((group) => ({
	group,
	own: rows.filter(({ row }) => group.contains(row)),
	count: group.querySelector('[data-filter-count]'),
}));

/** Links to parts of the list, with what stands beside each. */
const jumps = [...document.querySelectorAll<HTMLAnchorElement>('main nav a[href^="#"]')].flatMap((jump) => {
	const link = jump.parentElement;
	const target = document.getElementById(jump.hash.slice(1));
	return link && target ? [{ link, target }] : [];
});

function filter(): void {
	const words = fold(input.value).split(' ').filter(Boolean);
	const kind = form.elements.namedItem('kind');
	const chosen = kind instanceof RadioNodeList ? kind.value : '';
	let shown = 0;
	for (const { row, text } of rows) {
		const isOfKind = chosen === '' || row.classList.contains(chosen);
		row.hidden = !isOfKind || !words.every((word) => text.includes(word));
		if (!row.hidden) shown += 1;
	}
	for (const { group, own, count } of groups) {
		const left = own.filter(({ row }) => !row.hidden).length;
		group.hidden = left === 0;
		if (group instanceof HTMLDetailsElement && words.length > 0 && left > 0) group.open = true;
		const all = formatNumber(own.length);
		if (count) count.textContent = left === own.length ? all : `${formatNumber(left)} of ${all}`;
	}
	for (const { link, target } of jumps)
		link.hidden = target.closest<HTMLElement>('[data-filter-group]')?.hidden ?? false;
	status.textContent =
		shown === 0
			? 'Nothing found. Empty the box to see all.'
			: shown === rows.length
				? ''
				: `${formatNumber(shown)} of ${formatNumber(rows.length)}`;
}

for (const control of form.elements) control.addEventListener('input', filter);
form.addEventListener('submit', (event) => {
	event.preventDefault();
	filter();
});
// A browser that comes back may have kept what stood in the box.
addEventListener('pageshow', filter);

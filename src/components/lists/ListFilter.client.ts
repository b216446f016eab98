import { fold } from '../../formats/fold.ts';
import { formatNumber } from '../../formats/text.ts';
import { one } from '../dom.client.ts';

const form = one<HTMLFormElement>('[data-list-filter]');
const input = one<HTMLInputElement>('input', form);
const status = one('[role="status"]', form);
const rows = [...document.querySelectorAll<HTMLElement>('[data-filter-rows] > *')].map((row) => ({
	row,
	text: fold(row.textContent),
}));
const groups = [...document.querySelectorAll<HTMLElement>('[data-filter-group]')];

function filter(): void {
	const words = fold(input.value).split(' ').filter(Boolean);
	let shown = 0;
	for (const { row, text } of rows) {
		row.hidden = !words.every((word) => text.includes(word));
		if (!row.hidden) shown += 1;
	}
	for (const group of groups) group.hidden = !group.querySelector('[data-filter-rows] > :not([hidden])');
	status.textContent = words.length === 0 ? '' : `${formatNumber(shown)} of ${formatNumber(rows.length)}`;
}

one('button', form).hidden = true;
input.addEventListener('input', filter);
form.addEventListener('submit', (event) => {
	event.preventDefault();
	filter();
});
// A browser that comes back may have kept what stood in the box.
addEventListener('pageshow', filter);

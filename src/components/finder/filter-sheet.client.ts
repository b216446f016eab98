import { one } from '../dom.client.ts';

// On a phone the filters go into a sheet, and back: at once, also before what filters has come.

const place = one('[data-filter-place]');
const form = one('[data-filters]', place);
const open = one('[data-open-sheet]', place);
const sheet = one<HTMLDialogElement>('[data-sheet]', place);

open.addEventListener('click', (event) => {
	event.preventDefault();
	one('[data-sheet-place]', sheet).append(form);
	sheet.showModal();
});
sheet.addEventListener('close', () => {
	place.prepend(form);
});
for (const button of sheet.querySelectorAll('[data-close-sheet]'))
	button.addEventListener('click', (event) => {
		event.preventDefault();
		sheet.close();
	});
addEventListener('resize', () => {
	// Where there is room for menus there is none for a sheet.
	if (sheet.open && getComputedStyle(open).display === 'none') sheet.close();
});

import { one } from '../dom.client.ts';

// Where there is no room for both, shows the list or the map, as the address says.

const sides = one('[data-sides]');

function showSide(): void {
	const side = /^#(?:map|place)/.test(location.hash) ? 'map' : 'list';
	sides.dataset['side'] = side;
	for (const link of sides.querySelectorAll<HTMLAnchorElement>('.switch a')) {
		if (link.dataset['side'] === side) link.setAttribute('aria-current', 'true');
		else link.removeAttribute('aria-current');
	}
}

addEventListener('hashchange', showSide);
// What a number on the map opened closes again, and the keyboard is back at the number.
sides.addEventListener('keydown', ({ key }) => {
	if (key !== 'Escape' || !location.hash.startsWith('#place')) return;
	const mark = sides.querySelector<SVGAElement>(`svg a[href="${location.hash}"]`);
	location.hash = 'map';
	mark?.focus({ preventScroll: true });
});
showSide();

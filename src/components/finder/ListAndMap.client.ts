import { one } from '../dom.client.ts';
import { raiseName } from './raise-name.client.ts';

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

// The name of the mark that is pointed at, or has the focus, lies over all others; of a row the map sees to it.
for (const reach of ['pointerover', 'focusin'])
	document.addEventListener(reach, ({ target }) => {
		if (target instanceof Element && !target.closest('.profile-row')) raiseName(target.closest('.sides svg a'));
	});
addEventListener('hashchange', showSide);
// What a number on the map opened closes again, and the keyboard is back at the number.
sides.addEventListener('keydown', ({ key }) => {
	if (key !== 'Escape' || !location.hash.startsWith('#place')) return;
	const mark = sides.querySelector<SVGAElement>(`svg a[href="${location.hash}"]`);
	location.hash = 'map';
	mark?.focus({ preventScroll: true });
});
showSide();

import { formatCount } from '../formats/text.ts';
import { CHOSEN_MAX, COMPARED_MAX, COMPARED_MIN, readChoice, withChoice } from '../search/choice.ts';
import { one } from './dom.ts';

const tray = one('[data-tray]');
const status = one('[data-tray-status]', tray);
const compare = one<HTMLAnchorElement>('[data-compare]', tray);
const pack = one<HTMLAnchorElement>('[data-pack]', tray);
const compareAddress = compare.getAttribute('href') ?? '';

const boxes = () => document.querySelectorAll<HTMLInputElement>('input[data-choose]');

/** What else there is to know about a choice, in words. */
function remark(count: number): string {
	if (count < COMPARED_MIN) return 'Choose one more to compare.';
	if (count > COMPARED_MAX) return `Up to ${COMPARED_MAX} can be compared; a pack takes up to ${CHOSEN_MAX}.`;
	return '';
}

/** Shows the choice that the address holds: on the boxes, in the tray, and in the links that lead on. */
export function showChoice(): void {
	const { chosen } = readChoice(location.search);
	for (const box of boxes()) box.checked = chosen.includes(box.value);
	for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/clusters/"]'))
		link.setAttribute('href', withChoice(link.getAttribute('href') ?? '', chosen));
	const canCompare = chosen.length >= COMPARED_MIN && chosen.length <= COMPARED_MAX;
	if (canCompare) compare.href = withChoice(compareAddress, chosen);
	else compare.removeAttribute('href');
	pack.href = withChoice(pack.href, chosen);
	status.textContent =
		chosen.length > 0
			? [`${formatCount(chosen.length, 'profile')} chosen.`, remark(chosen.length)].join(' ').trim()
			: '';
	tray.hidden = chosen.length === 0;
}

function choose(chosen: readonly string[]): void {
	history.replaceState(history.state, '', withChoice(location.pathname + location.search + location.hash, chosen));
	showChoice();
}

document.addEventListener('change', ({ target }) => {
	if (!(target instanceof HTMLInputElement) || !target.matches('[data-choose]')) return;
	const { chosen } = readChoice(location.search);
	const others = chosen.filter((slug) => slug !== target.value);
	choose(target.checked ? [...others, target.value].slice(0, CHOSEN_MAX) : others);
});
one('[data-clear]', tray).addEventListener('click', () => {
	choose([]);
	one('main').focus();
});
addEventListener('popstate', showChoice);
showChoice();

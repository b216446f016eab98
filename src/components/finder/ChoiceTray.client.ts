import { formatCount } from '../../formats/text.ts';
import { CHOSEN_MAX, COMPARED_MAX, COMPARED_MIN, readChoice, withChoice } from '../../search/choice.ts';
import { addressNow, changeAddress } from '../address.client.ts';
import { one } from '../dom.client.ts';

const tray = one('[data-tray]');
const status = one('[data-tray-status]', tray);
const compare = one<HTMLAnchorElement>('[data-compare]', tray);
const pack = one<HTMLAnchorElement>('[data-pack]', tray);
const compareAddress = compare.getAttribute('href') ?? '';

/** A tray that would hide more than this share of the window stays in the page instead of over it. */
const TALL = 0.35;

/** What else there is to know about a choice, in words. */
function remark(count: number): string {
	if (count < COMPARED_MIN) return 'Choose one more to compare.';
	if (count > COMPARED_MAX) return `Up to ${COMPARED_MAX} can be compared; a pack takes up to ${CHOSEN_MAX}.`;
	return '';
}

/** Keeps room for the tray: what has the focus must not lie behind it, nor the end of the page. */
function makeRoom(): void {
	tray.classList.remove('tall');
	tray.classList.toggle('tall', tray.offsetHeight > innerHeight * TALL);
	const height = tray.hidden || tray.classList.contains('tall') ? '' : `${tray.offsetHeight}px`;
	document.documentElement.style.scrollPaddingBlockEnd = height;
	document.body.style.paddingBlockEnd = height;
}

/** Links that carry the choice on; those with a choice of their own keep it. */
const LEADING_ON = 'main a[href^="/clusters/"]:not([data-own-choice])';

/** Shows the choice that the address holds: on the boxes, in the tray, and in the links that lead on. */
export function showChoice(note = ''): void {
	const { chosen } = readChoice(addressNow().search);
	for (const box of document.querySelectorAll<HTMLInputElement>('input[data-choose]'))
		box.checked = chosen.includes(box.value);
	for (const link of document.querySelectorAll<HTMLAnchorElement>(LEADING_ON))
		link.setAttribute('href', withChoice(link.getAttribute('href') ?? '', chosen));
	const canCompare = chosen.length >= COMPARED_MIN && chosen.length <= COMPARED_MAX;
	if (canCompare) compare.href = withChoice(compareAddress, chosen);
	else compare.removeAttribute('href');
	pack.href = withChoice(pack.href, chosen);
	const words = [`${formatCount(chosen.length, 'profile')} chosen.`, note || remark(chosen.length)];
	const sentence = chosen.length > 0 ? words.join(' ').trim() : '';
	tray.hidden = chosen.length === 0;
	makeRoom();
	// A screen reader says what changes in a place that is there; the tray may have come only now.
	setTimeout(() => {
		if (status.textContent !== sentence) status.textContent = sentence;
		makeRoom();
	});
}

function choose(chosen: readonly string[], note?: string): void {
	const { pathname, search, hash } = addressNow();
	changeAddress(withChoice(pathname + search + hash, chosen));
	showChoice(note);
}

document.addEventListener('change', ({ target }) => {
	if (!(target instanceof HTMLInputElement) || !target.matches('[data-choose]')) return;
	const { chosen } = readChoice(addressNow().search);
	const others = chosen.filter((slug) => slug !== target.value);
	if (!target.checked) choose(others);
	else if (others.length < CHOSEN_MAX) choose([...others, target.value]);
	else choose(others, 'No more fit into a pack; take one out first.');
});
one('[data-clear]', tray).addEventListener('click', () => {
	choose([]);
	one('main').focus();
});
addEventListener('popstate', () => {
	showChoice();
});
addEventListener('resize', makeRoom);
showChoice();

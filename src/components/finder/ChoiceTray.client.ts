import { formatNumber, formatThese } from '../../formats/text.ts';
import { CHOSEN_MAX, COMPARED_MAX, COMPARED_MIN, PRINT_ID, readChoice, withChoice } from '../../search/choice.ts';
import { addressNow, changeAddress } from '../address.client.ts';
import { element, one } from '../dom.client.ts';
import { CHOICE_EVENT, DRAWN_EVENT } from './choice-events.client.ts';
import { loadCompared, saveCompared } from './compared-profiles.client.ts';
import { copyAddress } from './copy-address.client.ts';

const tray = one('[data-tray]');
const status = one('[data-tray-status]', tray);
const namesShown = one('[data-tray-names]', tray);
const compare = one<HTMLAnchorElement>('[data-compare]', tray);
const printing = one<HTMLAnchorElement>('[data-print-chosen]', tray);
const COMPARE_ADDRESS = '/clusters/compare/';
const PACK_ADDRESS = '/clusters/pack/';

/** A tray that would hide more than this share of the window stays in the page instead of over it. */
const TALL = 0.35;

const canCompare = (count: number) => count >= COMPARED_MIN && count <= COMPARED_MAX;
const chosenNow = () => readChoice(addressNow().search).chosen;
/** Where those that are chosen stand together. */
const togetherAt = (chosen: readonly string[]) =>
	withChoice(canCompare(chosen.length) ? COMPARE_ADDRESS : PACK_ADDRESS, chosen);

/** How many are chosen, and what else there is to know of it. */
function sentenceFor(count: number): string {
	if (count === 0) return '';
	if (count < COMPARED_MIN) return `${count} chosen. Choose one more to compare.`;
	if (count <= COMPARED_MAX) return `${count} chosen`;
	return `${formatNumber(count)} chosen. Up to ${COMPARED_MAX} can be compared.`;
}

/** Keeps room for the tray: what has the focus must not lie behind it, nor the end of the page. */
function makeRoom(): void {
	tray.classList.remove('tall');
	tray.classList.toggle('tall', tray.offsetHeight > innerHeight * TALL);
	const height = tray.hidden || tray.classList.contains('tall') ? '' : `${tray.offsetHeight}px`;
	document.documentElement.style.scrollPaddingBlockEnd = height;
	document.body.style.paddingBlockEnd = height;
}

const names = new Map<string, string>();

/** The names of those that are chosen, where they are few: from the boxes of the page, or else from their files. */
async function showNames(chosen: readonly string[]): Promise<void> {
	const few = canCompare(chosen.length) ? chosen : [];
	for (const box of document.querySelectorAll<HTMLInputElement>('input[data-choose]'))
		names.set(box.value, box.dataset['choose'] ?? box.value);
	const unknown = few.filter((slug) => !names.has(slug));
	if (unknown.length > 0) {
		const { profiles } = await loadCompared(unknown);
		for (const { slug, name } of profiles) names.set(slug, name);
		if (few.join() !== chosenNow().join()) return;
	}
	namesShown.replaceChildren(
		...few.flatMap((slug) => {
			const name = names.get(slug);
			return name ? [element('span', { dir: 'auto' }, name)] : [];
		}),
	);
}

/** Links that carry the choice on; those with a choice of their own keep it. */
const LEADING_ON = 'main a[href^="/clusters/"]:not([data-own-choice])';

/** Shows the choice that the address holds: on the boxes, in the tray, and in the links that lead on. */
function showChoice(note = ''): void {
	const chosen = chosenNow();
	const count = chosen.length;
	for (const box of document.querySelectorAll<HTMLInputElement>('input[data-choose]')) {
		box.checked = chosen.includes(box.value);
		box.closest('.profile-row')?.classList.toggle('chosen', box.checked);
	}
	for (const link of document.querySelectorAll<HTMLAnchorElement>(LEADING_ON))
		link.setAttribute('href', withChoice(link.getAttribute('href') ?? '', chosen));
	compare.hidden = !canCompare(count);
	compare.href = withChoice(COMPARE_ADDRESS, chosen);
	compare.textContent = `Compare ${formatThese(count)}`;
	printing.href = `${withChoice(PACK_ADDRESS, chosen)}#${PRINT_ID}`;
	printing.textContent = `Print ${formatThese(count)}`;
	const sentence = note || sentenceFor(count);
	tray.hidden = count === 0;
	makeRoom();
	document.dispatchEvent(new Event(CHOICE_EVENT));
	// A screen reader says what changes in a place that is there; the tray may have come only now.
	setTimeout(() => {
		if (status.textContent !== sentence) status.textContent = sentence;
		makeRoom();
	});
	// Without the names the tray still says how many.
	void showNames(chosen)
		.then(makeRoom)
		.catch(() => undefined);
}

function choose(chosen: readonly string[], note?: string): void {
	const { pathname, search, hash } = addressNow();
	changeAddress(withChoice(pathname + search + hash, chosen));
	showChoice(note);
}

function say(sentence: string): void {
	status.textContent = sentence;
	makeRoom();
}

document.addEventListener('change', ({ target }) => {
	if (!(target instanceof HTMLInputElement) || !target.matches('[data-choose]')) return;
	const others = chosenNow().filter((slug) => slug !== target.value);
	if (!target.checked) choose(others);
	else if (others.length < CHOSEN_MAX) choose([...others, target.value]);
	else choose(others, `No more than ${CHOSEN_MAX} can be chosen; take one out first.`);
});
one('[data-copy]', tray).addEventListener('click', () => {
	void copyAddress(new URL(togetherAt(chosenNow()), location.href).href).then(say);
});
one('[data-csv]', tray).addEventListener('click', () => {
	saveCompared(chosenNow()).catch(() => {
		say('The file could not be loaded. Please try again.');
	});
});
one('[data-clear]', tray).addEventListener('click', () => {
	choose([]);
	one('main').focus();
});
document.addEventListener(DRAWN_EVENT, () => {
	showChoice();
});
addEventListener('popstate', () => {
	showChoice();
});
addEventListener('resize', makeRoom);
showChoice();

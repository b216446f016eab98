import { foldBlanks, formatNumber } from '../../formats/text.ts';
import { proposeAddress } from '../../model/navigation.ts';
import { keysOf } from '../../schemas/keys-of.ts';
import { hitsOf, narrowedHit, ofKind, search } from '../../search/ask-index.client.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import type { Found } from '../../search/find.ts';
import { sayFound } from '../../search/say-found.ts';
import { kinds, type Kind } from '../../search/tables.ts';
import { WORDS_MAX_CHARACTERS } from '../../search/view-address.ts';
import { addressNow, changeAddress } from '../address.client.ts';
import { afterPause, element, one } from '../dom.client.ts';
import { searchAddress, toItem, WORDS_MIN_CHARACTERS } from './search-hits.client.ts';

/** Results shown at first, and with each “show more”. */
const [SHOWN_FIRST, SHOWN_MORE] = [10, 20];
const FAILED = 'The search could not be loaded. Please try again, or browse the clusters from A to Z.';

const isKind = (text: string | null): text is Kind => text !== null && Object.hasOwn(kinds, text);

const toWay = (href: string, label: string) => element('li', {}, element('a', { href }, label));

/** What a reader can do who found nothing. */
const toWays = (typed: string): HTMLElement =>
	element(
		'div',
		{},
		element('h2', { className: 'as-h3' }, 'You could'),
		element(
			'ul',
			{ className: 'ways' },
			...(/["“”„«»]/.test(typed)
				? [toWay(searchAddress(typed.replace(/["“”„‟«»]/g, '')), 'Search without quotation marks')]
				: []),
			element('li', {}, 'Check the spelling, or take a shorter or wider word'),
			toWay('/clusters/', 'Look through all clusters, with filters'),
			toWay(proposeAddress(), 'Add a cluster that is missing'),
			toWay('/contact/', 'Ask the team'),
		),
	);

/** Lets the search page answer as one types: one list, the best first, and chips that narrow it. */
export function answerOnPage(form: HTMLFormElement): void {
	const input = one<HTMLInputElement>('input[type="search"]', form);
	const status = one('[data-found]', form);
	const answer = one('[data-answer]');
	const chips = one('[data-kinds]', answer);
	const hits = one('[data-hits]', answer);
	const after = one('[data-after]', answer);
	let asked = '';
	let kind: Kind | undefined;

	const say = (sentence: string) => {
		status.textContent = sentence;
		form.dataset['answered'] = hits.childElementCount > 0 ? 'hits' : '';
	};
	const clear = () => {
		answer.hidden = true;
		for (const part of [chips, hits, after]) part.replaceChildren();
	};
	const isStill = (typed: string, shown: Kind | undefined) => asked === typed && kind === shown;

	const toMoreButton = (found: Found, entries: readonly number[], shown: number) => {
		const label = `Show more of ${formatNumber(entries.length)}`;
		const button = element('button', { type: 'button', className: 'button quiet no-print' }, label);
		let isLoading = false;
		const showMore = async () => {
			if (isLoading) return;
			isLoading = true;
			try {
				const items = (await hitsOf(found, entries.slice(shown, shown + SHOWN_MORE))).map(toItem);
				if (!button.isConnected) return;
				hits.append(...items);
				items[0]?.querySelector('a')?.focus();
				showMoreBelow(found, entries, shown + items.length);
			} catch (error) {
				reportFault(error);
				button.textContent = `${label}: this could not be loaded, please try again`;
			}
			isLoading = false;
		};
		button.addEventListener('click', () => void showMore());
		return button;
	};
	const showMoreBelow = (found: Found, entries: readonly number[], shown: number) => {
		after.replaceChildren(...(shown < entries.length ? [toMoreButton(found, entries, shown)] : []));
	};

	const toChip = (found: Found, typed: string, value: Kind | undefined, label: string, count: number) => {
		const chip = element('button', { type: 'button' }, `${label} `, element('span', {}, formatNumber(count)));
		chip.setAttribute('aria-pressed', String(kind === value));
		chip.addEventListener('click', () => {
			kind = value;
			putAddress(typed);
			for (const other of chips.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === chip));
			showList(typed, found, true).catch(fail(typed));
		});
		return element('li', {}, chip);
	};

	const showList = async (typed: string, found: Found, isAll: boolean) => {
		const shown = kind;
		const narrowed = shown === undefined || shown === 'list' ? await narrowedHit(found) : undefined;
		const entries = await ofKind(found.entries, shown);
		const items = (await hitsOf(found, entries.slice(0, SHOWN_FIRST))).map(toItem);
		if (!isStill(typed, shown)) return;
		const lead = narrowed ? toItem(narrowed) : undefined;
		hits.replaceChildren(...(lead ? [lead] : []), ...items);
		answer.hidden = false;
		if (!isAll) return;
		if (found.entries.length === 0 && !lead) after.replaceChildren(toWays(typed));
		else showMoreBelow(found, entries, items.length);
		const others =
			found.otherNames.length > 0
				? [element('p', { className: 'small soft' }, `Also searched for: ${found.otherNames.join(', ')}.`)]
				: [];
		// A word that stands nowhere may be a cluster that is missing.
		const missing =
			found.unknown.length > 0 && found.entries.length > 0
				? [
						element(
							'p',
							{ className: 'small' },
							'Is a cluster missing? ',
							element('a', { href: proposeAddress() }, 'Add it'),
							'.',
						),
					]
				: [];
		after.append(...others, ...missing);
	};
	const show = async (typed: string, found: Found, isAll: boolean) => {
		if (asked !== typed) return;
		if (isAll) {
			if (kind !== undefined && !found.counts.has(kind)) kind = undefined;
			const present = keysOf(kinds).filter((value) => found.counts.has(value));
			const all = present.length > 0 ? [toChip(found, typed, undefined, 'All', found.entries.length)] : [];
			chips.replaceChildren(
				...all,
				...present.map((value) => toChip(found, typed, value, kinds[value].label, found.counts.get(value) ?? 0)),
			);
		}
		await showList(typed, found, isAll);
		if (isAll && asked === typed) say(sayFound(typed, found));
	};
	const putAddress = (typed: string) => {
		changeAddress(typed ? `${searchAddress(typed)}${kind ? `&kind=${kind}` : ''}` : '/search/');
	};
	const fail = (typed: string) => (error: unknown) => {
		reportFault(error);
		if (asked !== typed) return;
		asked = '';
		clear();
		answer.hidden = false;
		after.replaceChildren(element('p', {}, element('a', { href: '/clusters/' }, 'Clusters from A to Z')));
		say(FAILED);
	};
	const ask = async (isFirst = false) => {
		const typed = foldBlanks(input.value).slice(0, WORDS_MAX_CHARACTERS);
		if (typed === asked) return;
		asked = typed;
		if (!isFirst) kind = undefined;
		putAddress(typed);
		if (typed.length < WORDS_MIN_CHARACTERS) {
			clear();
			say(typed ? 'Type two letters or more.' : '');
			return;
		}
		await search(typed, (found, isAll) => show(typed, found, isAll)).catch(fail(typed));
	};

	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void ask();
	});
	const query = addressNow().searchParams;
	const asking = query.get('kind');
	kind = isKind(asking) ? asking : undefined;
	input.value ||= query.get('q') ?? '';
	input.maxLength = WORDS_MAX_CHARACTERS;
	input.addEventListener(
		'input',
		afterPause(() => ask()),
	);
	void ask(true);
}

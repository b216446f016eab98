import { formatNumber, formatThese } from '../../formats/text.ts';
import { describeKinds } from '../../model/profile-count.ts';
import { LIST_PAGE_SIZE } from '../../model/paging.ts';
import { readChoice, withChoice } from '../../search/choice.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import { filtersInWords } from '../../search/filters-in-words.ts';
import { describeCount, narrowingsOf, waysOut } from '../../search/narrowings.ts';
import type { Filtered } from '../../search/filter-rows.ts';
import { isFiltered, readView, type View } from '../../search/view-address.ts';
import { addressNow, changeAddress, showAddress } from '../address.client.ts';
import { afterPause, element, one } from '../dom.client.ts';
import { tellDrawn } from './choice-events.client.ts';
import { showOnMap, type AskedCountry } from './ClusterMap.client.ts';
import { downloadProfiles } from './download-profiles.client.ts';
import {
	choosable,
	countsAsBuilt,
	form,
	groups,
	known,
	labelOf,
	showCounts,
	showForm,
	showResultsAhead,
	sort,
	viewOfForm,
	words,
} from './filter-form.client.ts';
import { filterView, loadFilter, loadSearch } from './filter-view.client.ts';
import { loadCard, loadNames, SMALL_LIST_MAX } from './list-files.client.ts';
import { forgetOthers, writeOthers } from './other-profiles.client.ts';
import { addressOfView, toChips, toPager, toWaysOut } from './view-links.client.ts';

// The live list: reads its view from the address, filters rows, and shows the cards that the build made.

const finder = one('[data-finder]');
const status = one('[data-status]', finder);
const notice = one('[data-notice]', finder);
const suggestion = one('[data-suggestion]', finder);
const chips = one('[data-chips]', finder);
const results = one('[data-results]', finder);
const downloads = one('[data-downloads]', finder);
const print = one<HTMLButtonElement>('[data-print]', finder);
const total = Number(finder.dataset['finder']);
/** How long cards are waited for before the list is shown with those that have come; of a large list none are near. */
const CARDS_WAIT_IN_MILLISECONDS = total <= SMALL_LIST_MAX ? 30 : 0;

// What the build made is what an unfiltered view shows; only its pager leads to views, to keep the filters.
for (const link of results.querySelectorAll<HTMLAnchorElement>('a[rel="next"]')) {
	link.href = `${location.pathname}?page=2`;
	link.dataset['view'] = '';
}
const asBuilt = [...results.childNodes];
const titleAsBuilt = document.title;

const toItem = async (row: number): Promise<HTMLLIElement> => element('li', {}, await loadCard(row));

/** A list that grows by one item after the other, so that none that is shown is moved by one that comes later. */
function toList(items: readonly Promise<HTMLLIElement>[]): { list: HTMLElement; filled: Promise<void> } {
	const list = element('ul', { className: 'rows', role: 'list' });
	const fill = async () => {
		for (const item of items) list.append(await item);
	};
	const filled = Promise.all([fill(), ...items]).then(() => undefined);
	return { list, filled };
}

const viewNow = () => readView(addressNow().search, known, groups);

function showNotice(sentence: string): void {
	notice.textContent = sentence;
	notice.hidden = sentence === '';
}

/** What the page says of the list. The filters stand beside the count, as chips. */
function showWords(view: View, count: number, pages: number, counts: Filtered['counts'], related: number): void {
	const narrowings = narrowingsOf(view, labelOf, groups);
	chips.replaceChildren(...toChips(view, narrowings, (facet, id) => counts[facet]?.[id] ?? 0));
	const isNarrowed = narrowings.length > 0;
	const sentence = describeCount(count, isNarrowed, view.page, pages);
	const isMixed = isNarrowed && related > 0 && related < count;
	const kinds = isMixed
		? [' ', element('span', { className: 'small soft' }, describeKinds(count - related, related))]
		: [];
	status.replaceChildren(sentence, ...kinds);
	showResultsAhead(isNarrowed ? sentence : 'all');
	const labels = narrowings.map(({ label }) => label).join(', ');
	document.title =
		isNarrowed || view.page > 1 ? `${[sentence, labels].filter(Boolean).join(': ')} · ${titleAsBuilt}` : titleAsBuilt;
	downloads.hidden = count === 0;
	// There is nothing to put in order.
	sort.parentElement?.toggleAttribute('hidden', count < 2);
	print.textContent = count === total ? 'Print all' : `Print ${formatThese(count)}`;
	print.parentElement?.toggleAttribute('hidden', count === 0);
	one('[data-what]', downloads).textContent = count === total ? `all ${formatNumber(total)}` : formatThese(count);
}

/** Words that are the names of filters are offered as such. */
function showSuggestion(view: View): void {
	const named = filtersInWords(view.words, choosable);
	suggestion.hidden = named.labels.length === 0;
	if (suggestion.hidden) return;
	const button = element('button', { type: 'button', className: 'button quiet' }, named.labels.join(' + '));
	button.addEventListener('click', () => {
		void takeWordsAsFilters();
	});
	suggestion.replaceChildren('As filters: ', button);
}

/** The view with words as filters, where they are the names of some. */
function withWordsAsFilters(view: View): View {
	const { choices, rest } = filtersInWords(view.words, choosable);
	const facets = Object.entries(choices).map(([facet, ids]) => [
		facet,
		[...new Set([...(view.choices[facet] ?? []), ...ids])],
	]);
	// Pairs of a facet and its values, as they came.
	return { ...view, words: rest, choices: { ...view.choices, ...(Object.fromEntries(facets) as View['choices']) } };
}

/** The rows of the list that is shown; nothing for all of them in the order of names. */
let rowsShown: readonly number[] | undefined;
let viewShown = viewNow().view;

function showAsBuilt(view: View): void {
	rowsShown = undefined;
	viewShown = view;
	// As the page comes nothing is drawn anew.
	if (asBuilt[0]?.parentNode !== results) {
		forgetOthers();
		writeAll();
		results.style.minBlockSize = '';
		results.replaceChildren(...asBuilt);
		showCounts(countsAsBuilt);
	}
	showWords(view, total, 1, countsAsBuilt, 0);
	showOnMap(undefined);
	tellDrawn();
}

/** What stands where nothing fits a view. */
async function toNothing(view: View, why: string): Promise<HTMLElement> {
	const asked = narrowingsOf(view, labelOf, groups);
	const ways = await waysOut(asked, async (other) => (await filterView(other)).rows.size);
	return toWaysOut(view, asked, ways, why, total);
}

/** The rows of a list that a page of it does not show. */
const othersOf = (rows: readonly number[], page: number): number[] =>
	rows.filter((_, index) => Math.floor(index / LIST_PAGE_SIZE) !== page - 1);

/** Writes for paper what the page of the list does not show. */
const writeRest = (): Promise<void> =>
	writeOthers(othersOf(rowsShown ?? Array.from({ length: total }, (_, row) => row), viewShown.page));

/** The same of the list as it was built. Without it paper says what is missing. */
function writeAll(): void {
	if (!rowsShown && total <= SMALL_LIST_MAX) writeRest().catch(() => undefined);
}

/** The countries that a view asks for. */
const askedCountries = ({ choices }: View, counts: Filtered['counts']): AskedCountry[] =>
	(choices['country'] ?? []).map((code) => ({
		code,
		label: labelOf('country', code),
		count: counts['country']?.[code] ?? 0,
	}));

/** Shows a filtered view, and what of it was left out; until its cards have begun to come, all stays as it was. */
async function showFiltered(asked: View, leftOut: string, isCurrent: () => boolean): Promise<void> {
	const filter = await loadFilter();
	const { rows, counts, ofWords } = await filterView(asked);
	const sorted = filter.sort(rows, asked.sort);
	const pages = Math.max(1, Math.ceil(sorted.length / LIST_PAGE_SIZE));
	const view = { ...asked, page: Math.min(asked.page, pages) };
	const { list, filled } = toList(
		sorted.slice((view.page - 1) * LIST_PAGE_SIZE, view.page * LIST_PAGE_SIZE).map(toItem),
	);
	const content = sorted.length > 0 ? list : await toNothing(view, ofWords);
	await Promise.race([filled, new Promise((done) => setTimeout(done, CARDS_WAIT_IN_MILLISECONDS))]);
	if (!isCurrent()) return;
	if (view.page !== asked.page) changeAddress(addressOfView(view));
	rowsShown = sorted;
	viewShown = view;
	// What is below stays where it is until the list has its length.
	results.style.minBlockSize = `${results.offsetHeight}px`;
	results.replaceChildren(content);
	showCounts(counts);
	showWords(view, sorted.length, pages, counts, rows.countWith(filter.rowsOf('kind', 'other')));
	// A list of nothing says by itself what its words did.
	showNotice([leftOut, sorted.length > 0 && ofWords].filter(Boolean).join(' '));
	showOnMap(sorted, askedCountries(view, counts));
	tellDrawn();
	await filled;
	if (!isCurrent()) return;
	if (sorted.length <= SMALL_LIST_MAX) await writeRest();
	if (!isCurrent()) return;
	results.append(...toPager(view, pages));
	results.style.minBlockSize = '';
	tellDrawn();
}

/** What of the address says which view it is. */
function pathAndQuery(): string {
	const { pathname, search } = addressNow();
	return pathname + search;
}

let showing = 0;
let addressShown = '';

/** Shows the view of the address. */
async function show(): Promise<void> {
	const turn = ++showing;
	const isCurrent = () => turn === showing;
	addressShown = pathAndQuery();
	const { view, misunderstood } = viewNow();
	showAddress();
	showForm(view);
	showSuggestion(view);
	const leftOut =
		misunderstood.length > 0
			? `Part of this link was not understood and is left out: ${misunderstood.slice(0, 5).join(', ')}${misunderstood.length > 5 ? ' …' : ''}.`
			: '';
	showNotice(leftOut);
	if (!isFiltered(view) && view.page === 1) {
		showAsBuilt(view);
		return;
	}
	try {
		await showFiltered(view, leftOut, isCurrent);
	} catch (error) {
		reportFault(error);
		if (!isCurrent()) return;
		results.style.minBlockSize = '';
		showNotice(
			'This could not be loaded, so the list may be the one from before. Please try again, or load the page again.',
		);
		addressShown = '';
	}
}

/** Goes to a view; a view that only goes on from the last one takes its place in the history. */
async function go(view: View, goesOn = false): Promise<void> {
	const address = addressOfView(view);
	if (address.split('#')[0] === addressShown) return;
	changeAddress(address, { isStep: !goesOn });
	await show();
}

async function takeWordsAsFilters(): Promise<void> {
	const view = withWordsAsFilters(viewOfForm());
	words.value = view.words;
	await go(view);
}

let isTyping = false;
words.addEventListener(
	'input',
	afterPause(async () => {
		const goesOn = isTyping;
		isTyping = true;
		await go(viewOfForm(), goesOn);
	}),
);
words.addEventListener('blur', () => {
	isTyping = false;
});
form.addEventListener('change', ({ target }) => {
	// Words are followed as they are typed.
	if (target !== words) void go(viewOfForm());
});
form.addEventListener('submit', (event) => {
	event.preventDefault();
	// Words that may be a name as well stay words.
	if (filtersInWords(words.value, choosable).rest === '') void takeWordsAsFilters();
	else void go(viewOfForm(), isTyping);
});
sort.addEventListener('change', () => {
	void go(viewOfForm());
});
// Reaching for the filters fetches what they need, so that the first click is answered at once.
for (const reach of ['focusin', 'pointerenter'])
	form.addEventListener(reach, () => void loadFilter().catch(() => undefined), { once: true });
words.addEventListener('focus', () => void loadSearch().catch(() => undefined), { once: true });
finder.addEventListener('click', (event) => {
	const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-view]') : null;
	if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
	event.preventDefault();
	const isPage = link.closest('nav') !== null;
	changeAddress(withChoice(link.href, readChoice(addressNow().search).chosen), { isStep: true });
	void show().then(() => {
		// The link is gone with the list it stood in; the count says what is there now.
		status.focus({ preventScroll: !isPage });
	});
});
downloadProfiles(
	downloads,
	async () => {
		const values = Object.values(viewShown.choices).flat();
		const name = ['clusters', ...values].join('-').toLowerCase();
		if (!rowsShown) return { slugs: undefined, name };
		const rows = rowsShown;
		const names = await loadNames();
		return { slugs: rows.flatMap((row) => names[row]?.[0] ?? []), name };
	},
	() => {
		showNotice('The file could not be loaded. Please try again.');
	},
);
print.addEventListener('click', () => {
	writeRest().then(
		() => {
			window.print();
		},
		() => {
			showNotice('The list could not be loaded. Please try again.');
		},
	);
});
addEventListener('popstate', () => {
	// A jump within the page is no other view.
	if (pathAndQuery() !== addressShown) void show();
});
// A browser waits for nothing once it prints, so what paper needs is there before.
void show().then(writeAll);

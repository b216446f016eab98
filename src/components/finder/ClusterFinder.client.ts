import { formatCount, formatNumber } from '../../formats/text.ts';
import { proposeAddress } from '../../model/navigation.ts';
import { once } from '../../model/once.ts';
import { LIST_PAGE_SIZE } from '../../model/paging.ts';
import { idsWith } from '../../search/ask-index.client.ts';
import { readChoice, withChoice } from '../../search/choice.ts';
import { LoadError } from '../../search/fetch-json.client.ts';
import { openColumns, type Filtered } from '../../search/filter-rows.ts';
import { RowSet } from '../../search/row-set.ts';
import { formatView, isFiltered, readView, type View } from '../../search/view-address.ts';
import { afterPause, element, one, showAddress } from '../dom.client.ts';
import { showChoice } from './ChoiceTray.client.ts';
import { showOnMap } from './ClusterMap.client.ts';
import { downloadProfiles } from './download-profiles.client.ts';
import { loadCard, loadColumns, loadIndexIds, loadNames, SMALL_LIST_MAX } from './list-files.client.ts';

// The live list: reads its view from the address, filters rows, and shows the cards that the build made.

const finder = one('[data-finder]');
const form = one<HTMLFormElement>('[data-filters]', finder);
const words = one<HTMLInputElement>('input[name="q"]', form);
const sort = one<HTMLSelectElement>('select[name="sort"]', form);
const status = one('[data-status]', finder);
const notice = one('[data-notice]', finder);
const chips = one('[data-chips]', finder);
const results = one('[data-results]', finder);
const downloads = one('[data-downloads]', finder);
const total = Number(finder.dataset['finder']);
/** How long cards are waited for before the list is shown with those that have come; of a large list none are near. */
const CARDS_WAIT_IN_MILLISECONDS = total <= SMALL_LIST_MAX ? 30 : 0;

const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((box) => {
	const label = box.closest('label');
	if (!label) throw new Error('A box of the filters has no label.');
	return {
		box,
		label,
		count: one('[data-count]', label),
		text: box.nextElementSibling?.textContent.trim() ?? box.value,
	};
});
const byFacet = Map.groupBy(boxes, ({ box }) => box.name);
const known = new Map([...byFacet].map(([facet, group]) => [facet, new Set(group.map(({ box }) => box.value))]));
const labels = new Map(boxes.map(({ box, text }) => [`${box.name} ${box.value}`, text]));
const labelOf = (facet: string, id: string) => labels.get(`${facet} ${id}`) ?? id;

/** What the build made, which is what an unfiltered view shows; only its pager leads to views, to keep the filters. */
for (const link of results.querySelectorAll<HTMLAnchorElement>('a[rel="next"]')) {
	link.href = `${location.pathname}?page=2`;
	link.dataset['view'] = '';
}
const asBuilt = [...results.childNodes];
const titleAsBuilt = document.title;
const countsAsBuilt: Filtered['counts'] = Object.fromEntries(
	[...byFacet].map(([facet, group]) => [
		facet,
		Object.fromEntries(group.map(({ box, count }) => [box.value, Number(count.textContent)])),
	]),
);

const loadFilter = once(async () => openColumns(await loadColumns()));

const loadRowsById = once(async () => new Map((await loadIndexIds()).map((id, row) => [id, row])));

/** The rows whose profiles hold the words. */
async function rowsWith(words: string): Promise<number[]> {
	const [rows, ids] = await Promise.all([loadRowsById(), idsWith(words)]);
	return ids.flatMap((id) => rows.get(id) ?? []);
}

/** An item of the list that gets its card once the card has come. */
function toItem(row: number): { item: HTMLLIElement; filled: Promise<void> } {
	const item = element('li');
	const filled = loadCard(row).then((card) => {
		item.append(card);
	});
	return { item, filled };
}

const viewNow = () => readView(location.search, known);

/** The view that the filters stand for, on its first page. */
const viewOfForm = (): View => ({
	choices: Object.fromEntries(
		[...byFacet].map(([facet, group]) => [facet, group.flatMap(({ box }) => (box.checked ? [box.value] : []))]),
	),
	words: words.value.trim().replace(/\s+/g, ' '),
	sort: sort.value as View['sort'],
	page: 1,
	chosen: readChoice(location.search).chosen,
});

const addressOfView = (view: View) => {
	const query = formatView(view);
	return `${location.pathname}${query && `?${query}`}`;
};

const withoutFilters = (view: View): View => ({ ...view, page: 1, choices: {}, words: '' });

/** Each thing that narrows a view: its words, the view without it, and the view with nothing else. */
function narrowings(view: View): { label: string; without: View; alone: View }[] {
	const { choices } = view;
	const nothing = withoutFilters(view);
	const ofFacets = Object.entries(choices).flatMap(([facet, ids]) =>
		ids.map((id) => ({
			label: labelOf(facet, id),
			without: { ...view, page: 1, choices: { ...choices, [facet]: ids.filter((other) => other !== id) } },
			alone: { ...nothing, choices: { [facet]: [id] } },
		})),
	);
	if (!view.words) return ofFacets;
	const ofWords = { without: { ...view, page: 1, words: '' }, alone: { ...nothing, words: view.words } };
	return [...ofFacets, { label: `“${view.words}”`, ...ofWords }];
}

async function filterView(view: View): Promise<Filtered> {
	const filter = await loadFilter();
	return filter.filter(view.choices, view.words ? RowSet.of(filter.count, await rowsWith(view.words)) : undefined);
}

/** A link to another view that is shown without leaving the page. */
function toViewLink(view: View, ...content: (Node | string)[]): HTMLAnchorElement {
	const link = element('a', { href: addressOfView(view) }, ...content);
	link.dataset['view'] = '';
	return link;
}

function showForm(view: View): void {
	for (const { box } of boxes) box.checked = view.choices[box.name]?.includes(box.value) ?? false;
	// What is being typed is the reader's.
	if (document.activeElement !== words) words.value = view.words;
	sort.value = view.sort;
	for (const group of form.querySelectorAll<HTMLElement>('[data-facet]')) {
		const count = view.choices[group.dataset['facet'] ?? '']?.length ?? 0;
		one('[data-chosen]', group).textContent = count > 0 ? String(count) : '';
	}
}

function showCounts(counts: Filtered['counts']): void {
	for (const { box, label, count } of boxes) {
		const number = counts[box.name]?.[box.value] ?? 0;
		count.textContent = formatNumber(number);
		label.classList.toggle('none', number === 0 && !box.checked);
	}
}

function showChips(view: View): void {
	const list = narrowings(view);
	chips.replaceChildren(
		...list.map(({ label, without }) => {
			const link = toViewLink(without, label);
			link.setAttribute('aria-label', `Remove ${label}`);
			return element('li', {}, link);
		}),
		...(list.length > 1 ? [element('li', {}, toViewLink(withoutFilters(view), 'Clear all'))] : []),
	);
}

/** “7 of 86 profiles: Portugal, Food and farming; page 2 of 4” */
function showStatus(count: number, view: View, pages: number): void {
	const narrowed = narrowings(view).map(({ label }) => label);
	const all = formatCount(total, 'profile');
	const page = view.page > 1 ? `; page ${view.page} of ${pages}` : '';
	const words = narrowed.length > 0 ? `${formatNumber(count)} of ${all}: ${narrowed.join(', ')}` : all;
	status.textContent = words + page;
	document.title = narrowed.length + page.length > 0 ? `${words}${page} · ${titleAsBuilt}` : titleAsBuilt;
	downloads.hidden = count === 0;
	one('[data-what]', downloads).textContent =
		count === total ? `all ${formatNumber(total)}` : count === 1 ? 'this one' : `these ${formatNumber(count)}`;
}

/** Where nothing is left: what would be without one of the filters, or with one alone. */
async function toWayOut(view: View): Promise<HTMLElement> {
	const count = async (label: string, other: View) => ({ label, other, total: (await filterView(other)).rows.size });
	const list = narrowings(view);
	const wider = await Promise.all(list.map(({ label, without }) => count(`Without ${label}`, without)));
	const alone = await Promise.all(list.map(({ label, alone }) => count(`Only ${label}`, alone)));
	const offered = wider.some(({ total }) => total > 0) ? wider : alone;
	const links = offered
		.filter(({ total }) => total > 0)
		.map(({ label, other, total }) => element('li', {}, toViewLink(other, label), ` ${formatCount(total, 'profile')}`));
	const ways = element(
		'ul',
		{},
		...links,
		element('li', {}, toViewLink(withoutFilters(view), 'All profiles')),
		element('li', {}, element('a', { href: proposeAddress() }, 'Propose a cluster that is missing')),
	);
	return element('div', { className: 'prose' }, element('p', {}, 'No profile fits all of this. Try it wider:'), ways);
}

function toPager(view: View, pages: number): Node[] {
	if (pages < 2) return [];
	const nav = element('nav', { className: 'cluster section' });
	nav.setAttribute('aria-label', 'Pages');
	const toPageLink = (step: number, label: string) => {
		const link = toViewLink({ ...view, page: view.page + step }, label);
		link.className = 'no-print';
		return link;
	};
	if (view.page > 1) nav.append(toPageLink(-1, 'Previous page'));
	nav.append(element('span', { className: 'soft' }, `Page ${view.page} of ${pages}`));
	if (view.page < pages) nav.append(toPageLink(1, 'Next page'));
	return [nav];
}

function showNotice(sentence: string): void {
	notice.textContent = sentence;
	notice.hidden = sentence === '';
}

/** The rows of the list that is shown; nothing for all of them in the order of names. */
let rowsShown: readonly number[] | undefined;
let viewShown = viewNow().view;

function showAsBuilt(view: View): void {
	rowsShown = undefined;
	viewShown = view;
	results.replaceChildren(...asBuilt);
	showCounts(countsAsBuilt);
	showChips(view);
	showStatus(total, view, 1);
	showOnMap(undefined);
	showChoice();
}

/** Shows a filtered view; until its cards have begun to come, all stays as it was. */
async function showFiltered(asked: View, isCurrent: () => boolean): Promise<void> {
	const filter = await loadFilter();
	const { rows, counts } = await filterView(asked);
	const sorted = filter.sort(rows, asked.sort);
	const pages = Math.max(1, Math.ceil(sorted.length / LIST_PAGE_SIZE));
	const view = { ...asked, page: Math.min(asked.page, pages) };
	const items = sorted.slice((view.page - 1) * LIST_PAGE_SIZE, view.page * LIST_PAGE_SIZE).map(toItem);
	const filled = Promise.all(items.map((item) => item.filled));
	const list = element('ul', { className: 'grid cards' }, ...items.map(({ item }) => item));
	list.setAttribute('role', 'list');
	const content = items.length > 0 ? [list, ...toPager(view, pages)] : [await toWayOut(view)];
	await Promise.race([filled, new Promise((done) => setTimeout(done, CARDS_WAIT_IN_MILLISECONDS))]);
	if (!isCurrent()) return;
	if (view.page !== asked.page) history.replaceState(history.state, '', addressOfView(view));
	rowsShown = sorted;
	viewShown = view;
	results.replaceChildren(...content);
	showCounts(counts);
	showChips(view);
	showStatus(sorted.length, view, pages);
	showOnMap(sorted);
	showChoice();
	await filled;
	if (isCurrent()) showChoice();
}

let showing = 0;
let addressShown = '';

/** Shows the view of the address. */
async function show(): Promise<void> {
	const turn = ++showing;
	const isCurrent = () => turn === showing;
	addressShown = location.pathname + location.search;
	const { view, misunderstood } = viewNow();
	showAddress();
	showForm(view);
	showNotice(
		misunderstood.length > 0
			? `Not understood and left out: ${misunderstood.slice(0, 5).join(', ')}${misunderstood.length > 5 ? ' …' : ''}.`
			: '',
	);
	if (!isFiltered(view) && view.page === 1) {
		showAsBuilt(view);
		return;
	}
	try {
		await showFiltered(view, isCurrent);
	} catch (error) {
		if (!(error instanceof LoadError)) reportError(error);
		if (!isCurrent()) return;
		showNotice(
			'This could not be loaded, so the list may be the one from before. Please try again, or load the page again.',
		);
		addressShown = '';
	}
}

/** Goes to a view; a view that only goes on from the last one takes its place in the history. */
async function go(view: View, goesOn = false): Promise<void> {
	const address = addressOfView(view);
	if (address === addressShown) return;
	if (goesOn) history.replaceState(undefined, '', address);
	else history.pushState(undefined, '', address);
	await show();
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
	void go(viewOfForm(), isTyping);
});
// Reaching for the filters fetches what they need, so that the first click is answered at once.
for (const reach of ['focusin', 'pointerenter'])
	form.addEventListener(reach, () => void loadFilter().catch(() => undefined), { once: true });
form.addEventListener('keydown', ({ key }) => {
	const open = form.querySelector<HTMLDetailsElement>('details[open]');
	if (key !== 'Escape' || !open) return;
	open.open = false;
	one('summary', open).focus();
});
/** Closes menus that something outside them is done with; an open one would lie over it. */
function closeMenusApartFrom(target: EventTarget | null): void {
	for (const open of form.querySelectorAll<HTMLDetailsElement>('details[open]'))
		if (target instanceof Node && !open.contains(target)) open.open = false;
}
document.addEventListener('click', ({ target }) => {
	closeMenusApartFrom(target);
});
document.addEventListener('focusin', ({ target }) => {
	closeMenusApartFrom(target);
});
finder.addEventListener('click', (event) => {
	const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-view]') : null;
	if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
	event.preventDefault();
	const isPage = link.closest('nav') !== null;
	history.pushState(undefined, '', withChoice(link.href, readChoice(location.search).chosen));
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
addEventListener('popstate', () => {
	// A jump within the page is no other view.
	if (location.pathname + location.search !== addressShown) void show();
});
void show();

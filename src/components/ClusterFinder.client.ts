import { formatCount, formatNumber } from '../formats/text.ts';
import { proposeAddress } from '../model/navigation.ts';
import { rowsWith } from '../search/ask-index.ts';
import { cardsAddress, placeInCards } from '../search/cards.ts';
import { readChoice, withChoice } from '../search/choice.ts';
import type { Columns } from '../search/columns.ts';
import { fetchJson } from '../search/fetch-json.ts';
import { openColumns, type Filtered, type RowFilter } from '../search/filter-rows.ts';
import { once } from '../search/once.ts';
import { RowSet } from '../search/row-set.ts';
import { formatView, isFiltered, readView, type View } from '../search/view-address.ts';
import { showChoice } from './ChoiceTray.client.ts';
import { showOnMap } from './ClusterMap.client.ts';
import { afterPause, element, one, showAddress } from './dom.ts';
import { downloadRows } from './download-rows.ts';
import { fetchPage } from './fetch-page.ts';

// The live list: reads its view from the address, filters rows, and shows the cards that the build made.

const PAGE_SIZE = 24;
/** How long cards are waited for before the list is shown with those that have come. */
const CARDS_WAIT_IN_MILLISECONDS = 60;

const finder = one('[data-finder]');
const form = one<HTMLFormElement>('[data-filters]', finder);
const words = one<HTMLInputElement>('input[name="q"]', form);
const sort = one<HTMLSelectElement>('select[name="sort"]', form);
const status = one('[data-status]', finder);
const notice = one('[data-notice]', finder);
const chips = one('[data-chips]', finder);
const results = one('[data-results]', finder);
const downloads = one('[data-downloads]', finder);
const what = one('[data-what]', downloads);
/** The list as it was built, which is what an unfiltered view shows. */
const asBuilt = [...results.childNodes];

const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
const known = new Map(
	[...Map.groupBy(boxes, ({ name }) => name)].map(([facet, group]) => [
		facet,
		new Set(group.map(({ value }) => value)),
	]),
);
const labels = new Map(
	boxes.map((box) => [`${box.name} ${box.value}`, box.nextElementSibling?.textContent.trim() ?? box.value]),
);
const labelOf = (facet: string, id: string) => labels.get(`${facet} ${id}`) ?? id;

const loadColumns = once(() => fetchJson<Columns>('/data/columns.json'));
const loadFilter = once(async () => openColumns(await loadColumns()));

const parts = new Map<string, Promise<Element[]>>();
function loadCards(address: string): Promise<Element[]> {
	const part =
		parts.get(address) ??
		fetchPage(address).then((page) => {
			if (!page) throw new Error(`${address} is missing.`);
			return [...page.body.children];
		});
	parts.set(address, part);
	part.catch(() => parts.delete(address));
	return part;
}

/** An item of the list that gets its card once the card has come. */
function toItem(row: number): { item: HTMLLIElement; filled: Promise<void> } {
	const item = element('li');
	const filled = loadCards(cardsAddress(row)).then((cards) => {
		const card = cards[placeInCards(row)];
		if (card) item.append(document.importNode(card, true));
	});
	return { item, filled };
}

const viewNow = () => readView(location.search, known);

/** The view that the filters stand for, on its first page. */
const viewOfForm = (): View => ({
	choices: Object.fromEntries(
		[...known.keys()].map((facet) => [
			facet,
			boxes.filter(({ name, checked }) => name === facet && checked).map(({ value }) => value),
		]),
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

/** Each thing that narrows a view: its words, and the view without it. */
function narrowings(view: View): { label: string; without: View }[] {
	const ofFacets = Object.entries(view.choices).flatMap(([facet, ids]) =>
		ids.map((id) => ({
			label: labelOf(facet, id),
			without: { ...view, page: 1, choices: { ...view.choices, [facet]: ids.filter((other) => other !== id) } },
		})),
	);
	return view.words ? [...ofFacets, { label: `“${view.words}”`, without: { ...view, page: 1, words: '' } }] : ofFacets;
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
	for (const box of boxes) box.checked = view.choices[box.name]?.includes(box.value) ?? false;
	if (words.value.trim() !== view.words) words.value = view.words;
	sort.value = view.sort;
	for (const group of form.querySelectorAll<HTMLElement>('[data-facet]')) {
		const count = view.choices[group.dataset['facet'] ?? '']?.length ?? 0;
		one('[data-chosen]', group).textContent = count > 0 ? String(count) : '';
	}
}

function showCounts(counts: Filtered['counts']): void {
	for (const box of boxes) {
		const count = counts[box.name]?.[box.value] ?? 0;
		const label = box.parentElement;
		if (!label) continue;
		one('[data-count]', label).textContent = formatNumber(count);
		label.classList.toggle('none', count === 0 && !box.checked);
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
		...(list.length > 1
			? [element('li', {}, toViewLink({ ...view, choices: {}, words: '', page: 1 }, 'Clear all'))]
			: []),
	);
}

/** Where nothing is left: what would be, without one of the filters at a time. */
async function toWayOut(view: View): Promise<HTMLElement> {
	const wider = await Promise.all(
		narrowings(view).map(async ({ label, without }) => ({
			label,
			without,
			total: (await filterView(without)).rows.size,
		})),
	);
	const links = wider
		.filter(({ total }) => total > 0)
		.map(({ label, without, total }) =>
			element('li', {}, toViewLink(without, `Without ${label}`), ` ${formatCount(total, 'profile')}`),
		);
	const list = element(
		'ul',
		{},
		...links,
		element('li', {}, toViewLink({ ...view, choices: {}, words: '', page: 1 }, 'All profiles')),
		element('li', {}, element('a', { href: proposeAddress }, 'Propose a cluster that is missing')),
	);
	return element('div', { className: 'prose' }, element('p', {}, 'No profile fits all of this. Try it wider:'), list);
}

function toPager(view: View, pages: number): Node[] {
	if (pages < 2) return [];
	const nav = element('nav', { className: 'cluster section no-print' });
	nav.setAttribute('aria-label', 'Pages');
	if (view.page > 1) nav.append(toViewLink({ ...view, page: view.page - 1 }, 'Previous page'));
	nav.append(element('span', { className: 'soft' }, `Page ${view.page} of ${pages}`));
	if (view.page < pages) nav.append(toViewLink({ ...view, page: view.page + 1 }, 'Next page'));
	return [nav];
}

let rowsShown: readonly number[] | undefined;
let showing = 0;

/** Shows the view of the address. */
async function show(): Promise<void> {
	const turn = ++showing;
	const { view, misunderstood } = viewNow();
	showAddress();
	showForm(view);
	notice.textContent =
		misunderstood.length > 0
			? `Not understood and left out: ${misunderstood.slice(0, 5).join(', ')}${misunderstood.length > 5 ? ' …' : ''}.`
			: '';
	notice.hidden = misunderstood.length === 0;
	if (!isFiltered(view) && view.page === 1) {
		rowsShown = undefined;
		results.replaceChildren(...asBuilt);
		chips.replaceChildren();
		for (const box of boxes) {
			const count = box.parentElement?.querySelector<HTMLElement>('[data-count]');
			if (count) count.textContent = count.dataset['count'] ?? '';
		}
		say(total, []);
		showOnMap(undefined);
		showChoice();
		return;
	}
	try {
		const filter: RowFilter = await loadFilter();
		const { rows, counts } = await filterView(view);
		const sorted = filter.sort(rows, view.sort);
		const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
		const shown = { ...view, page: Math.min(view.page, pages) };
		if (turn !== showing) return;
		rowsShown = sorted;
		showCounts(counts);
		showChips(view);
		say(
			sorted.length,
			narrowings(view).map(({ label }) => label),
		);
		const list = element('ul', { className: 'grid cards' });
		list.setAttribute('role', 'list');
		const items = sorted.slice((shown.page - 1) * PAGE_SIZE, shown.page * PAGE_SIZE).map(toItem);
		list.append(...items.map(({ item }) => item));
		const filled = Promise.all(items.map((item) => item.filled));
		await Promise.race([filled, new Promise((done) => setTimeout(done, CARDS_WAIT_IN_MILLISECONDS))]);
		const content = sorted.length > 0 ? [list, ...toPager(shown, pages)] : [await toWayOut(view)];
		if (turn !== showing) return;
		results.replaceChildren(...content);
		showOnMap(sorted);
		showChoice();
		await filled;
		if (turn === showing) showChoice();
	} catch {
		if (turn !== showing) return;
		notice.textContent = 'The filters could not be loaded. Please try again; the list shows all profiles.';
		notice.hidden = false;
	}
}

const total = Number(finder.dataset['finder']);
/** “7 of 86 profiles: Portugal, Food and farming” */
function say(count: number, narrowed: readonly string[]): void {
	const all = formatCount(total, 'profile');
	status.textContent = narrowed.length > 0 ? `${formatNumber(count)} of ${all}: ${narrowed.join(', ')}` : all;
	downloads.hidden = count === 0;
	what.textContent =
		count === total ? `all ${formatNumber(total)}` : count === 1 ? 'this one' : `these ${formatNumber(count)}`;
}

function go(view: View): Promise<void> {
	const address = addressOfView(view);
	if (address !== location.pathname + location.search) history.pushState(undefined, '', address);
	return show();
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	void go(viewOfForm());
});
form.addEventListener('change', () => {
	void go(viewOfForm());
});
words.addEventListener(
	'input',
	afterPause(() => go(viewOfForm())),
);
// Reaching for the filters fetches what they need, so that the first click is answered at once.
form.addEventListener('focusin', () => void loadFilter().catch(() => undefined), { once: true });
form.addEventListener('pointerenter', () => void loadFilter().catch(() => undefined), { once: true });
form.addEventListener('keydown', ({ key }) => {
	const open = form.querySelector<HTMLDetailsElement>('details[open]');
	if (key !== 'Escape' || !open) return;
	open.open = false;
	one('summary', open).focus();
});
document.addEventListener('click', ({ target }) => {
	if (!(target instanceof Element)) return;
	for (const open of form.querySelectorAll<HTMLDetailsElement>('details[open]'))
		if (!open.contains(target)) open.open = false;
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
for (const link of downloads.querySelectorAll('a')) downloadRows(link, () => Promise.resolve(rowsShown));
addEventListener('popstate', () => void show());
void show();

import { formatCount, formatNumber } from '../../formats/text.ts';
import { proposeAddress } from '../../model/navigation.ts';
import { withoutFilters, type Narrowing, type WayOut } from '../../search/narrowings.ts';
import { formatView, type View } from '../../search/view-address.ts';
import { element } from '../dom.client.ts';
import { groups } from './filter-form.client.ts';

// Links to other views of the list, which are shown without leaving the page.

/** The address of a view; on a phone it keeps to the list or the map, whichever is shown. */
export function addressOfView(view: View): string {
	const query = formatView(view, groups);
	return `${location.pathname}${query && `?${query}`}${location.hash === '#map' ? '#map' : ''}`;
}

function toViewLink(view: View, label: string): HTMLAnchorElement {
	const link = element('a', { href: addressOfView(view) }, label);
	link.dataset['view'] = '';
	return link;
}

/** A link for each thing that narrows a view, which takes it off; of several in a facet each says how many it leaves. */
export function toChips(
	view: View,
	narrowings: readonly Narrowing[],
	countOf: (facet: string, id: string) => number,
): HTMLLIElement[] {
	const links = narrowings.map(({ label, facet, ids, without }) => {
		const isOneOfSeveral = facet !== undefined && narrowings.filter((other) => other.facet === facet).length > 1;
		const count = isOneOfSeveral ? ids.reduce((sum, id) => sum + countOf(facet, id), 0) : undefined;
		const words = count === undefined ? label : `${label} ${formatNumber(count)}`;
		const link = toViewLink(without, words);
		link.ariaLabel = `Remove ${words}`;
		if (count === 0) link.classList.add('soft');
		return link;
	});
	if (links.length > 1) links.push(toViewLink(withoutFilters(view), 'Clear all'));
	return links.map((link) => element('li', {}, link));
}

/** What stands in place of a list of nothing: what was asked for, or `why` there is nothing, and what there is instead. */
export function toWaysOut(
	view: View,
	asked: readonly Narrowing[],
	ways: readonly WayOut[],
	why: string,
	total: number,
): HTMLElement {
	const all = withoutFilters(view);
	// Without the one thing that narrows it all are left.
	const wider = ways.filter((way) => addressOfView(way.view) !== addressOfView(all));
	const fit = asked.map(({ label }) => label).join(' + ');
	const [country, ...others] = view.choices['country'] ?? [];
	const proposed = proposeAddress(country && others.length === 0 ? { country } : {});
	const rows = [...wider, { label: 'Without any filter', view: all, total }].map((way) =>
		element(
			'li',
			{ className: 'list-row' },
			toViewLink(way.view, way.label),
			element('span', { className: 'soft' }, formatCount(way.total, 'profile')),
		),
	);
	return element(
		'div',
		{ className: 'nothing' },
		element('h3', {}, why || `No profile fits ${fit}.`),
		element('p', {}, 'With fewer filters there are some:'),
		element('ul', { role: 'list' }, ...rows),
		element('p', {}, 'Is a cluster missing? ', element('a', { href: proposed }, 'Add it.')),
	);
}

/** Leads to the pages before and after that of a view; nothing where there is but one. */
export function toPager(view: View, pages: number): HTMLElement[] {
	if (pages < 2) return [];
	const nav = element('nav', { className: 'cluster section no-print', ariaLabel: 'Pages' });
	const toPageLink = (step: number, label: string) => toViewLink({ ...view, page: view.page + step }, label);
	if (view.page > 1) nav.append(toPageLink(-1, 'Previous page'));
	nav.append(element('span', { className: 'soft' }, `Page ${view.page} of ${pages}`));
	if (view.page < pages) nav.append(toPageLink(1, 'Next page'));
	return [nav];
}

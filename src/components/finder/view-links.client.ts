import { formatCount } from '../../formats/text.ts';
import { proposeAddress } from '../../model/navigation.ts';
import { withoutFilters, type Narrowing, type WayOut } from '../../search/narrowings.ts';
import { formatView, type View } from '../../search/view-address.ts';
import { element } from '../dom.client.ts';

// Links to other views of the list, which are shown without leaving the page.

/** The address of a view. */
export function addressOfView(view: View): string {
	const query = formatView(view);
	return `${location.pathname}${query && `?${query}`}`;
}

function toViewLink(view: View, label: string): HTMLAnchorElement {
	const link = element('a', { href: addressOfView(view) }, label);
	link.dataset['view'] = '';
	return link;
}

/** A link for each thing that narrows a view, which takes it off. */
export function toChips(view: View, narrowings: readonly Narrowing[]): HTMLLIElement[] {
	const links = narrowings.map(({ label, without }) => {
		const link = toViewLink(without, label);
		link.ariaLabel = `Remove ${label}`;
		return link;
	});
	if (links.length > 1) links.push(toViewLink(withoutFilters(view), 'Clear all'));
	return links.map((link) => element('li', {}, link));
}

/** What stands in place of a list of nothing. */
export function toWaysOut(view: View, ways: readonly WayOut[]): HTMLElement {
	const list = element(
		'ul',
		{},
		...ways.map(({ label, view: other, total }) =>
			element('li', {}, toViewLink(other, label), ` ${formatCount(total, 'profile')}`),
		),
		element('li', {}, toViewLink(withoutFilters(view), 'All profiles')),
		element('li', {}, element('a', { href: proposeAddress() }, 'Propose a cluster that is missing')),
	);
	return element('div', { className: 'prose' }, element('p', {}, 'No profile fits all of this. Try it wider:'), list);
}

/** Leads to the pages before and after that of a view; nothing where there is but one. */
export function toPager(view: View, pages: number): HTMLElement[] {
	if (pages < 2) return [];
	const nav = element('nav', { className: 'cluster section', ariaLabel: 'Pages' });
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

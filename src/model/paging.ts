/** One page of a long list. */
export interface Page<T> {
	items: T[];
	/** Counted from 1. */
	number: number;
	count: number;
	total: number;
	address: string;
	previous?: string;
	next?: string;
}

/** Profiles on a page of the list with filters: what fits the budget of a page, and a click has to draw. */
export const LIST_PAGE_SIZE = 12;

/** Profiles on a further page of a list without filters. Longer pages make fewer files, and hosts count those. */
export const FACET_PAGE_SIZE = 24;

/** Address of page `number` of the list at `base`: `/clusters/`, `/clusters/page/2/`. */
export const pageAddress = (base: string, number: number): string => (number === 1 ? base : `${base}page/${number}/`);

/** What a page of a list is called: “Updates, page 2”. */
export const titleOf = ({ number }: Pick<Page<unknown>, 'number'>, title: string): string =>
	number === 1 ? title : `${title}, page ${number}`;

/** What the first page of a list is called, by the title of any of its pages. */
export const titleOfFirst = (title: string): string => title.replace(/, page \d+$/, '');

/** Cuts a list into pages, of which the first may be shorter than the others; an empty list has one empty page. */
export function toPages<T>(items: readonly T[], base: string, size = LIST_PAGE_SIZE, first = size): Page<T>[] {
	const count = 1 + Math.max(0, Math.ceil((items.length - first) / size));
	const startOf = (index: number) => (index === 0 ? 0 : first + (index - 1) * size);
	return Array.from({ length: count }, (_, index) => ({
		items: items.slice(startOf(index), startOf(index + 1)),
		number: index + 1,
		count,
		total: items.length,
		address: pageAddress(base, index + 1),
		...(index > 0 ? { previous: pageAddress(base, index) } : {}),
		...(index + 1 < count ? { next: pageAddress(base, index + 2) } : {}),
	}));
}

/** What `getStaticPaths` answers for a list whose rest parameter is `page`. */
export const toStaticPaths = <T, P extends object>(
	pages: Page<T>[],
	params: Record<string, string>,
	propsOf: (page: Page<T>) => P,
) =>
	pages.map((page) => ({
		params: { ...params, page: page.number === 1 ? undefined : `page/${page.number}` },
		props: { page, ...propsOf(page) },
	}));

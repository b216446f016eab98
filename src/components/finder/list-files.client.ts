import { once, type Once } from '../../model/once.ts';
import { cardsAddress, placeInCards } from '../../search/cards.ts';
import type { Columns } from '../../search/row-columns.ts';
import { fetchJson, LoadError } from '../../search/fetch-json.client.ts';
import { one } from '../dom.client.ts';
import { fetchPage } from '../fetch-page.client.ts';

// The files that the list is made of, of the version that the page was built with; each is loaded on first use.

/** A list of at most so many profiles has few and light files: what may be shown next is worth waiting for or fetching. */
export const SMALL_LIST_MAX = 1000;

/** The version of the list that the page was built with. */
export const version = (): string => one('[data-list]').dataset['list'] ?? '';
const listFile = <T>(name: string) => once(() => fetchJson<T>(`/data/${version()}/${name}.json`));

/** What the list is filtered and sorted by. */
export const loadColumns = listFile<Columns>('columns');

/** Slug and name of every profile, by row. */
export const loadNames = listFile<readonly (readonly [slug: string, name: string])[]>('names');

const parts = new Map<string, Once<Element[]>>();

/** The cards in a file. */
function loadPart(address: string): Promise<Element[]> {
	const load = async () => {
		const page = await fetchPage(address);
		if (!page) throw new LoadError(`${address} is missing.`);
		return [...page.body.children];
	};
	const part = parts.get(address) ?? once(load);
	parts.set(address, part);
	return part();
}

/** The card of a row, as the build made it. Throws `LoadError` if it cannot be had. */
export async function loadCard(row: number): Promise<Element> {
	const card = (await loadPart(cardsAddress(version(), row)))[placeInCards(row)];
	if (!card) throw new LoadError(`There is no card of row ${row}.`);
	return document.importNode(card, true);
}

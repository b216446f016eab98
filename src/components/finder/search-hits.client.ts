import type { Hit } from '../../search/ask-index.client.ts';
import type { ExcerptPart } from '../../search/excerpt.ts';
import { kinds } from '../../search/tables.ts';
import { element } from '../dom.client.ts';

/** One letter begins nearly every word there is. */
export const WORDS_MIN_CHARACTERS = 2;

/** The page with all that is found. */
export const searchAddress = (words: string): string => `/search/?${new URLSearchParams({ q: words }).toString()}`;

/** Pieces of a text, with what was searched for marked. */
export const toMarked = (parts: readonly ExcerptPart[]): (Node | string)[] =>
	parts.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text));

/** A result in the list of the search page. */
export const toItem = ({ kind, url, title, where, excerpt }: Hit): HTMLLIElement =>
	element(
		'li',
		{ className: kind },
		element('a', { href: url, dir: 'auto' }, ...toMarked(title)),
		element('span', { className: 'about', dir: 'auto' }, element('b', {}, kinds[kind].one), where && ` · ${where}`),
		element('span', { className: 'excerpt', dir: 'auto' }, ...toMarked(excerpt)),
	);

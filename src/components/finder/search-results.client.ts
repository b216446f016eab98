import { formatCount } from '../../formats/text.ts';
import { proposeAddress } from '../../model/navigation.ts';
import { moreHits, type Answer, type Hit, type HitGroup } from '../../search/ask-index.client.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import { element } from '../dom.client.ts';

const MORE = 40;

/** The page with all that is found. */
export const searchAddress = (words: string) => `/search/?${new URLSearchParams({ q: words }).toString()}`;

const toItem = ({ url, title, where, excerpt }: Hit) =>
	element(
		'li',
		{},
		element('a', { href: url, dir: 'auto' }, title),
		element('span', { className: 'where', dir: 'auto' }, where && ` ${where}`),
		element(
			'span',
			{ className: 'excerpt' },
			...excerpt.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text)),
		),
	);

/** The sentence that says what was found; a screen reader reads it out. */
export function toSentence(words: string, { total, groups }: Answer): string {
	if (total === 0) return `Nothing found for “${words}”.`;
	const parts = groups.map((group) => `${group.label} ${group.total}`).join(', ');
	return `${formatCount(total, 'result')} for “${words}”: ${parts}.`;
}

/** Says which other names were searched for, since readers wonder at results without their word. */
export const toNames = ({ otherNames }: Answer) =>
	otherNames.length > 0
		? [element('p', { className: 'small soft' }, `Also searched for: ${otherNames.join(', ')}.`)]
		: [];

const toList = (items: readonly Node[]): HTMLUListElement => element('ul', { role: 'list' }, ...items);

/** The button below a group that shows more of it. */
function toMoreButton(group: HitGroup, words: string, list: HTMLUListElement): HTMLButtonElement {
	const label = `Show more of ${group.label.toLowerCase()}`;
	const button = element('button', { type: 'button', className: 'more no-print' }, label);
	const showMore = async () => {
		button.disabled = true;
		try {
			const shown = list.children.length;
			const hits = await moreHits(words, group.label, shown, MORE);
			list.append(...hits.map(toItem));
			list.children[shown]?.querySelector('a')?.focus();
			if (list.children.length >= group.total) button.remove();
			button.textContent = label;
		} catch (error) {
			reportFault(error);
			button.textContent = `${label}: this could not be loaded, please try again`;
		}
		button.disabled = false;
	};
	button.addEventListener('click', () => void showMore());
	return button;
}

/** What was found behind one door; `canGrow` says whether it may be asked for more. */
export function toGroup(group: HitGroup, words: string, canGrow: boolean): HTMLElement {
	const list = toList(group.hits.map(toItem));
	const hasMore = canGrow && group.total > group.hits.length;
	return element(
		'section',
		{},
		element('h2', {}, `${group.label} `, element('span', {}, String(group.total))),
		list,
		...(hasMore ? [toMoreButton(group, words, list)] : []),
	);
}

/** What a reader can do who found nothing. */
export const toWayOut = ({ wider }: Answer) =>
	toList([
		...wider.map(({ words, total }) =>
			element(
				'li',
				{},
				element('a', { href: searchAddress(words) }, `Only “${words}”`),
				` ${formatCount(total, 'result')}`,
			),
		),
		element('li', {}, element('a', { href: '/clusters/' }, 'All clusters, with filters')),
		element('li', {}, element('a', { href: proposeAddress() }, 'Propose a cluster that is missing')),
	]);

import { formatCount } from '../../formats/text.ts';
import { proposeAddress } from '../../model/navigation.ts';
import { askIndex, moreHits, openIndex, type Answer, type Hit, type HitGroup } from '../../search/ask-index.client.ts';
import { LoadError } from '../../search/fetch-json.client.ts';
import { WORDS_MAX_CHARACTERS } from '../../search/view-address.ts';
import { afterPause, element, one } from '../dom.client.ts';

/** One letter begins nearly every word there is. */
const WORDS_MIN_CHARACTERS = 2;
const perGroup = { over: 3, page: 8 } as const;
const MORE = 40;
const FAILED = 'The search could not be loaded. Please try again, or browse the clusters from A to Z.';

const searchAddress = (words: string) => `/search/?${new URLSearchParams({ q: words }).toString()}`;

const toItem = ({ url, title, where, excerpt }: Hit) =>
	element(
		'li',
		{},
		element('a', { href: url }, title),
		element('span', { className: 'where' }, where && ` ${where}`),
		element(
			'span',
			{ className: 'excerpt' },
			...excerpt.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text)),
		),
	);

/** The sentence that says what was found; a screen reader reads it out. */
function toSentence(words: string, { total, groups }: Answer): string {
	if (total === 0) return `Nothing found for “${words}”.`;
	const parts = groups.map((group) => `${group.label} ${group.total}`).join(', ');
	return `${formatCount(total, 'result')} for “${words}”: ${parts}.`;
}

/** Says which other names were searched for, since readers wonder at results without their word. */
const toNames = ({ otherNames }: Answer) =>
	otherNames.length > 0
		? [element('p', { className: 'small soft' }, `Also searched for: ${otherNames.join(', ')}.`)]
		: [];

function toList(items: readonly Node[]): HTMLUListElement {
	const list = element('ul', {}, ...items);
	list.setAttribute('role', 'list');
	return list;
}

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
			if (!(error instanceof LoadError)) reportError(error);
			button.textContent = `${label}: this could not be loaded, please try again`;
		}
		button.disabled = false;
	};
	button.addEventListener('click', () => void showMore());
	return button;
}

function toGroup(group: HitGroup, words: string, place: keyof typeof perGroup): HTMLElement {
	const list = toList(group.hits.map(toItem));
	const hasMore = place === 'page' && group.total > group.hits.length;
	return element(
		'section',
		{},
		element('h2', {}, `${group.label} `, element('span', {}, String(group.total))),
		list,
		...(hasMore ? [toMoreButton(group, words, list)] : []),
	);
}

/** What a reader can do who found nothing. */
const toWayOut = ({ wider }: Answer) =>
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

/** Lets a search box answer as one types: grouped results, a sentence for screen readers, arrow keys, Escape. */
export function answerAsOneTypes(form: HTMLFormElement): void {
	const place = form.dataset['search'] === 'page' ? 'page' : 'over';
	const input = one<HTMLInputElement>('input[type="search"]', form);
	const status = one('[data-found]', form);
	const output = one('[data-answer]', form);

	const close = () => {
		output.hidden = true;
	};
	const openIfWanted = () => {
		output.hidden = output.childElementCount === 0 || (place === 'over' && !form.contains(document.activeElement));
	};
	/** Says a sentence and shows what belongs to it; where the sentence cannot be seen, it stands above that too. */
	const show = (sentence: string, ...content: readonly Node[]) => {
		status.textContent = sentence;
		const heading = place === 'over' && sentence ? [element('p', { className: 'small' }, sentence)] : [];
		output.replaceChildren(...heading, ...content);
		form.dataset['answered'] = '';
		openIfWanted();
	};

	let asked = '';
	const ask = async () => {
		const words = input.value.trim().replace(/\s+/g, ' ').slice(0, WORDS_MAX_CHARACTERS);
		if (words === asked) return;
		asked = words;
		if (place === 'page') history.replaceState(undefined, '', words ? searchAddress(words) : '/search/');
		if (words.length < WORDS_MIN_CHARACTERS) {
			show(words && place === 'page' ? 'Type two letters or more.' : '');
			return;
		}
		try {
			const answer = await askIndex(words, perGroup[place]);
			// Another keystroke may have come while this one was being answered.
			if (asked !== words) return;
			const all =
				place === 'over' && answer.total > 0
					? [element('p', {}, element('a', { href: searchAddress(words) }, `All results for “${words}”`))]
					: [];
			const found =
				answer.total === 0 ? [toWayOut(answer)] : answer.groups.map((group) => toGroup(group, words, place));
			show(toSentence(words, answer), ...found, ...toNames(answer), ...all);
		} catch (error) {
			if (!(error instanceof LoadError)) reportError(error);
			if (asked !== words) return;
			asked = '';
			show(FAILED, element('p', {}, element('a', { href: '/clusters/' }, 'Clusters from A to Z')));
		}
	};

	form.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && place === 'over' && !output.hidden) {
			event.preventDefault();
			close();
			input.focus();
			return;
		}
		if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || output.hidden) return;
		const stops: HTMLElement[] = [input, ...output.querySelectorAll('a')];
		const index = stops.findIndex((stop) => stop === document.activeElement);
		if (index < 0) return;
		event.preventDefault();
		stops[Math.min(stops.length - 1, Math.max(0, index + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
	});
	if (place === 'over') {
		form.addEventListener('focusout', ({ relatedTarget }) => {
			if (!(relatedTarget instanceof Node) || !form.contains(relatedTarget)) close();
		});
		form.addEventListener('focusin', ({ target, relatedTarget }) => {
			const comesFromOutside = !(relatedTarget instanceof Node) || !form.contains(relatedTarget);
			if (target === input && comesFromOutside) openIfWanted();
		});
		// A click on the words of the answer keeps it open.
		output.tabIndex = -1;
	} else {
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void ask();
		});
		input.value ||= new URLSearchParams(location.search).get('q') ?? '';
	}
	input.maxLength = WORDS_MAX_CHARACTERS;
	input.addEventListener('input', afterPause(ask));
	openIndex().catch(() => undefined);
	void ask();
}

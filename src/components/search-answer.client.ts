import { formatCount } from '../formats/text.ts';
import { proposeAddress } from '../model/navigation.ts';
import { askIndex, openIndex, type Answer, type Hit, type HitGroup } from '../search/ask-index.ts';
import { WORDS_MAX_CHARACTERS } from '../search/view-address.ts';
import { afterPause, element, one } from './dom.ts';

/** One letter begins nearly every word there is. */
const WORDS_MIN_CHARACTERS = 2;
const perGroup = { over: 3, page: 8 } as const;
const MORE = 40;

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

function toGroup(group: HitGroup, words: string, place: keyof typeof perGroup): HTMLElement {
	const list = element('ul', {}, ...group.hits.map(toItem));
	list.setAttribute('role', 'list');
	const section = element(
		'section',
		{},
		element('h2', {}, `${group.label} `, element('span', {}, String(group.total))),
		list,
	);
	if (place === 'page' && group.total > group.hits.length) {
		const more = element('button', { type: 'button', className: 'more' }, `Show more of ${group.label.toLowerCase()}`);
		more.addEventListener('click', () => {
			const shown = list.children.length;
			void askIndex(words, shown + MORE).then(({ groups }) => {
				const hits = groups.find(({ label }) => label === group.label)?.hits ?? [];
				list.append(...hits.slice(shown).map(toItem));
				one('a', list.children[shown] ?? list).focus();
				if (hits.length >= group.total) more.remove();
			});
		});
		section.append(more);
	}
	return section;
}

/** What a reader can do who found nothing. */
function toWayOut({ wider }: Answer): HTMLElement {
	const links = [
		...wider.map(({ words, total }) =>
			element(
				'li',
				{},
				element('a', { href: searchAddress(words) }, `Only “${words}”`),
				` ${formatCount(total, 'result')}`,
			),
		),
		element('li', {}, element('a', { href: '/clusters/' }, 'All clusters, with filters')),
		element('li', {}, element('a', { href: proposeAddress }, 'Propose a cluster that is missing')),
	];
	const list = element('ul', {}, ...links);
	list.setAttribute('role', 'list');
	return list;
}

/** Lets a search box answer as one types: grouped results, a sentence for screen readers, arrow keys, Escape. */
export function answerAsOneTypes(form: HTMLFormElement): void {
	const place = form.dataset['search'] === 'page' ? 'page' : 'over';
	const input = one<HTMLInputElement>('input[type="search"]', form);
	const output = one('[data-answer]', form);
	const status = element('p', { className: 'small' });
	status.setAttribute('role', 'status');
	const body = element('div', { className: 'stack' });
	output.append(status, body);

	const close = () => {
		output.hidden = true;
	};
	let asked = '';
	const ask = async () => {
		const words = input.value.trim().replace(/\s+/g, ' ').slice(0, WORDS_MAX_CHARACTERS);
		if (words === asked) return;
		asked = words;
		if (place === 'page') history.replaceState(undefined, '', words ? searchAddress(words) : '/search/');
		if (words.length < WORDS_MIN_CHARACTERS) {
			body.replaceChildren();
			status.textContent = '';
			close();
			return;
		}
		try {
			const answer = await askIndex(words, perGroup[place]);
			// Another keystroke may have come while this one was being answered.
			if (asked !== words) return;
			status.textContent = toSentence(words, answer);
			body.replaceChildren(
				...(answer.total === 0 ? [toWayOut(answer)] : answer.groups.map((group) => toGroup(group, words, place))),
				...toNames(answer),
			);
			if (place === 'over' && answer.total > 0)
				body.append(element('p', {}, element('a', { href: searchAddress(words) }, `All results for “${words}”`)));
		} catch {
			asked = '';
			status.textContent = 'The search could not be loaded. Please try again, or browse the clusters from A to Z.';
			body.replaceChildren(element('p', {}, element('a', { href: '/clusters/' }, 'Clusters from A to Z')));
		}
		output.hidden = false;
	};

	const links = () => [...output.querySelectorAll<HTMLAnchorElement>('a')];
	form.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && place === 'over' && !output.hidden) {
			event.preventDefault();
			close();
			input.focus();
			return;
		}
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		const stops = [input, ...links()];
		const index = stops.indexOf(document.activeElement as HTMLInputElement);
		if (index < 0 || output.hidden) return;
		event.preventDefault();
		stops[Math.min(stops.length - 1, Math.max(0, index + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
	});
	if (place === 'over') {
		form.addEventListener('focusout', ({ relatedTarget }) => {
			if (!(relatedTarget instanceof Node) || !form.contains(relatedTarget)) close();
		});
		form.addEventListener('focusin', ({ target, relatedTarget }) => {
			const comesFromOutside = !(relatedTarget instanceof Node) || !form.contains(relatedTarget);
			if (target === input && comesFromOutside) output.hidden = status.textContent === '';
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
	void openIndex().catch(() => undefined);
	void ask();
}

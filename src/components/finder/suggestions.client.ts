import { formatCount, foldBlanks } from '../../formats/text.ts';
import { hitsOf, narrowedHit, openSearch, search, type Hit } from '../../search/ask-index.client.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import type { Found } from '../../search/find.ts';
import { corrected, sayWords } from '../../search/say-found.ts';
import { kinds } from '../../search/tables.ts';
import { WORDS_MAX_CHARACTERS } from '../../search/view-address.ts';
import { afterPause, element, one } from '../dom.client.ts';
import { searchAddress, WORDS_MIN_CHARACTERS } from './search-hits.client.ts';

// A combobox with a list, as the ARIA Authoring Practices describe it: the focus stays in the box, arrows choose.

const SUGGESTIONS_MAX = 5;
const FAILED = 'The search could not be loaded. Please try again, or press Enter.';

/** What can be chosen, and where it leads. */
function toChoice(to: string, ...content: (Node | string)[]): HTMLLIElement {
	const choice = element('li', {}, ...content);
	choice.setAttribute('role', 'option');
	choice.dataset['to'] = to;
	return choice;
}

const toOption = ({ kind, url, title, where }: Hit): HTMLLIElement => {
	return toChoice(
		url,
		element('b', { dir: 'auto' }, title.map(({ text }) => text).join('')),
		' ',
		element('small', {}, kinds[kind].one),
		' ',
		element('small', { className: 'where', dir: 'auto' }, where),
	);
};

/** Lets a search box suggest the best of what it finds. */
export function suggestBelow(form: HTMLFormElement): void {
	const input = one<HTMLInputElement>('input[type="search"]', form);
	const status = one('[data-found]', form);
	const over = one('[data-over]', form);
	const list = one('[data-suggestions]', over);
	const note = one('[data-note]', over);
	let chosen = -1;
	let asked = '';

	const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
	const choose = (index: number) => {
		chosen = index;
		for (const [at, option] of options().entries()) {
			option.setAttribute('aria-selected', String(at === index));
			if (at !== index) continue;
			option.scrollIntoView({ block: 'nearest' });
			input.setAttribute('aria-activedescendant', option.id);
		}
		if (index < 0) input.removeAttribute('aria-activedescendant');
	};
	const setOpen = (isOpen: boolean) => {
		over.hidden = !isOpen;
		input.setAttribute('aria-expanded', String(isOpen && list.childElementCount > 0));
		if (!isOpen) choose(-1);
	};
	const openIfWanted = () => {
		setOpen((list.childElementCount > 0 || !note.hidden) && form.contains(document.activeElement));
	};
	const show = (sentence: string, words: string, items: readonly HTMLLIElement[]) => {
		for (const [at, item] of items.entries()) {
			item.id = `suggestion-${at}`;
			item.setAttribute('aria-selected', 'false');
		}
		list.replaceChildren(...items);
		list.hidden = items.length === 0;
		note.textContent = words;
		note.hidden = words === '';
		status.textContent = sentence;
		choose(-1);
		openIfWanted();
	};
	const showFound = async (typed: string, found: Found, isAll: boolean) => {
		const narrowed = await narrowedHit(found);
		const hits = await hitsOf(found, found.entries.slice(0, SUGGESTIONS_MAX - (narrowed ? 1 : 0)), { isBrief: true });
		if (asked !== typed) return;
		const items = [...(narrowed ? [narrowed] : []), ...hits].map(toOption);
		if (!isAll) {
			show('', '', items);
			return;
		}
		const total = formatCount(found.entries.length, 'result');
		if (found.entries.length > items.length) {
			const all = toChoice(searchAddress(typed), `All ${total} for “${corrected(typed, found)}”`);
			all.className = 'all';
			items.push(all);
		}
		const words = sayWords(found);
		const sentence =
			items.length > 0
				? `${total} for “${corrected(typed, found)}”; ${formatCount(items.length, 'suggestion')} below.`
				: `Nothing found for “${typed}”.`;
		const nothing = items.length > 0 ? [] : [`Nothing found for “${typed}”. Enter shows what you can do.`];
		show([sentence, words].filter(Boolean).join(' '), [...nothing, words].filter(Boolean).join(' '), items);
	};
	const ask = async () => {
		const typed = foldBlanks(input.value).slice(0, WORDS_MAX_CHARACTERS);
		if (typed === asked) return;
		asked = typed;
		if (typed.length < WORDS_MIN_CHARACTERS) {
			show('', '', []);
			return;
		}
		try {
			await search(typed, (found, isAll) => (asked === typed ? showFound(typed, found, isAll) : Promise.resolve()));
		} catch (error) {
			reportFault(error);
			if (asked !== typed) return;
			asked = '';
			show(FAILED, FAILED, []);
		}
	};
	const follow = (option: HTMLElement | undefined, isElsewhere = false) => {
		const to = option?.dataset['to'];
		if (to === undefined) return;
		if (isElsewhere) window.open(to);
		else location.assign(to);
	};

	const say = (part: HTMLElement, attributes: Readonly<Record<string, string>>) => {
		for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
	};
	say(list, { role: 'listbox', 'aria-label': 'Suggestions' });
	say(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id });
	input.maxLength = WORDS_MAX_CHARACTERS;
	input.addEventListener('keydown', (event) => {
		if (event.isComposing) return;
		const isOpen = !over.hidden;
		const all = options();
		if (event.key === 'Escape' && isOpen) {
			event.preventDefault();
			setOpen(false);
		} else if (event.key === 'Enter' && isOpen && chosen >= 0) {
			event.preventDefault();
			follow(all[chosen], event.ctrlKey || event.metaKey);
		} else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && all.length > 0) {
			event.preventDefault();
			if (!isOpen) setOpen(true);
			// Before the first and after the last one lies the box itself.
			const count = all.length + 1;
			choose(((chosen + 1 + (event.key === 'ArrowDown' ? 1 : -1) + count) % count) - 1);
		}
	});
	list.addEventListener('mousedown', (event) => {
		// The focus stays in the box.
		event.preventDefault();
	});
	list.addEventListener('click', (event) => {
		const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
		if (option) follow(option, event.ctrlKey || event.metaKey);
	});
	form.addEventListener('focusout', ({ relatedTarget }) => {
		if (!(relatedTarget instanceof Node) || !form.contains(relatedTarget)) setOpen(false);
	});
	input.addEventListener('focus', openIfWanted);
	input.addEventListener('click', openIfWanted);
	input.addEventListener('input', afterPause(ask));
	openSearch().catch(() => undefined);
	void ask();
}

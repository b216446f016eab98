import { foldBlanks } from '../../formats/text.ts';
import { askIndex, openIndex } from '../../search/ask-index.client.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import { WORDS_MAX_CHARACTERS } from '../../search/view-address.ts';
import { changeAddress } from '../address.client.ts';
import { afterPause, element, one } from '../dom.client.ts';
import { searchAddress, toGroup, toNames, toSentence, toWayOut } from './search-results.client.ts';

/** One letter begins nearly every word there is. */
const WORDS_MIN_CHARACTERS = 2;
const perGroup = { over: 3, page: 8 } as const;
const FAILED = 'The search could not be loaded. Please try again, or browse the clusters from A to Z.';

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
		const words = foldBlanks(input.value).slice(0, WORDS_MAX_CHARACTERS);
		if (words === asked) return;
		asked = words;
		if (place === 'page') changeAddress(words ? searchAddress(words) : '/search/');
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
				answer.total === 0 ? [toWayOut(answer)] : answer.groups.map((group) => toGroup(group, words, place === 'page'));
			show(toSentence(words, answer), ...found, ...toNames(answer), ...all);
		} catch (error) {
			reportFault(error);
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

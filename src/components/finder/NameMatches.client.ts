import { fold } from '../../formats/fold.ts';
import { formatCount } from '../../formats/text.ts';
import { element, one } from '../dom.client.ts';

/** A profile and what it is called. */
export type NamedProfile = readonly [slug: string, name: string];

const MATCHES_AT_MOST = 8;

/** The profiles that have all the words in their names, those that begin with them first. */
function matching(typed: string, names: readonly NamedProfile[]): NamedProfile[] {
	const words = fold(typed).split(/\s+/).filter(Boolean);
	const found = names.filter(([, name]) => words.every((word) => fold(name).includes(word)));
	const isFirst = ([, name]: NamedProfile) => fold(name).startsWith(words.join(' '));
	return [...found.filter(isFirst), ...found.filter((entry) => !isFirst(entry))];
}

/**
 * Offers the profiles that have what is typed into the box in their names; “Enter” chooses the first. Answers with what
 * offers them anew.
 */
export function offerMatches(
	within: HTMLElement,
	box: HTMLInputElement,
	names: () => readonly NamedProfile[],
	choose: (profile: NamedProfile) => void,
): () => void {
	const status = one('[data-fitting]', within);
	const list = one('[data-matches]', within);
	const sentenceFor = (count: number): string => {
		if (count === 0) return 'No profile has this in its name.';
		return count > MATCHES_AT_MOST
			? `The first ${MATCHES_AT_MOST} of ${formatCount(count, 'profile')}. Type more to see fewer.`
			: `${formatCount(count, 'profile')}. Choose one.`;
	};
	const offer = (): void => {
		const isEmpty = box.value.trim() === '';
		const found = isEmpty ? [] : matching(box.value, names());
		list.replaceChildren(
			...found.slice(0, MATCHES_AT_MOST).map((profile) => {
				const button = element('button', { type: 'button', className: 'button quiet small', dir: 'auto' }, profile[1]);
				button.addEventListener('click', () => {
					choose(profile);
				});
				return button;
			}),
		);
		status.textContent = isEmpty ? '' : sentenceFor(found.length);
	};
	box.addEventListener('input', offer);
	box.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter') return;
		// It would send the form.
		event.preventDefault();
		list.querySelector('button')?.click();
	});
	offer();
	return offer;
}

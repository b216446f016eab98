import { element, one } from '../dom.client.ts';
import { loadNames } from '../finder/list-files.client.ts';
import { offerMatches, type NamedProfile } from '../finder/NameMatches.client.ts';

// Turns the choice of a profile into a box in which one types a part of its name. What is chosen stands in the field
// that the form sends.

/** A field of a form that holds the slug of a profile. */
type Field = HTMLSelectElement | HTMLInputElement;

async function namesFor(field: Field): Promise<readonly NamedProfile[]> {
	if (!(field instanceof HTMLSelectElement)) return loadNames();
	return [...field.options].filter(({ value }) => value).map(({ value, text }) => [value, text] as const);
}

/** Dresses up the choice. `onChosen` is told of each profile that is chosen, also of the one that was when it came. */
export async function chooseByName(choice: HTMLElement, onChosen: (slug: string) => void): Promise<void> {
	const field = one<Field>('select, input', choice);
	// What an address asked for is more than a list can hold: it may name no profile.
	const given = field.value || (new URLSearchParams(location.search).get(field.name) ?? '');
	const names = await namesFor(field);
	const nameOf = (slug: string) => names.find(([known]) => known === slug)?.[1];
	const hint = element('p', { className: 'small soft', id: `${field.id}-how` }, 'Type a part of its name.');
	const box = element('input', { type: 'text', id: `${field.id}-typed`, autocomplete: 'off', spellcheck: false });
	box.setAttribute('aria-describedby', `${hint.id} ${field.getAttribute('aria-describedby') ?? ''}`);
	const status = one('[data-fitting]', choice);
	const list = one('[data-matches]', choice);
	const chosen = element('strong', { id: `${field.id}-chosen` });
	const change = element('button', { type: 'button', className: 'button quiet', dir: 'auto' }, 'Choose another');
	change.setAttribute('aria-describedby', chosen.id);
	const result = element('p', { className: 'cluster', hidden: true }, chosen, change);

	const show = (slug: string): void => {
		const name = nameOf(slug);
		chosen.textContent = name ?? '';
		result.hidden = name === undefined;
		for (const part of [hint, box, status, list]) part.hidden = name !== undefined;
		if (name !== undefined) onChosen(slug);
	};
	const choose = (slug: string): void => {
		field.value = slug;
		show(slug);
		field.dispatchEvent(new Event('input', { bubbles: true }));
		field.dispatchEvent(new Event('change', { bubbles: true }));
	};
	choice.append(hint, box, status, list, result);
	field.classList.add('visually-hidden');
	field.tabIndex = -1;
	// The box has its label, and says what it holds.
	field.setAttribute('aria-hidden', 'true');
	field.addEventListener('focus', () => {
		(result.hidden ? box : change).focus();
	});
	for (const label of field.labels ?? []) label.htmlFor = box.id;
	const offer = offerMatches(
		choice,
		box,
		() => names,
		([slug]) => {
			choose(slug);
			change.focus();
		},
	);
	change.addEventListener('click', () => {
		field.value = '';
		show('');
		offer();
		box.focus();
	});
	show(field.value);
	if (given && nameOf(given) === undefined) {
		field.value = '';
		status.textContent = `There is no profile “${given}”.`;
	}
}

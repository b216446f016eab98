import { formats } from '../../files/wrong-formats.ts';
import { foldBlanks, formatCount, shortened } from '../../formats/text.ts';
import { one } from '../dom.client.ts';

// The rows of a hosted form: what stands in them, and what is wrong with it.

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const CONTROLS = 'input, select, textarea';

/** The form of the page. Its fields may be called as its properties are, such as “name”: attributes are read as attributes. */
export const form = one<HTMLFormElement>('[data-hosted-form]');

const wordsIn = (part: Element | null | undefined): string => foldBlanks(part?.textContent ?? '');

export const rows = [...form.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
	row,
	name: row.dataset['row'] ?? '',
	controls: [...row.querySelectorAll<Control>(CONTROLS)],
	wrong: one('[data-wrong]', row),
	label: wordsIn(row.querySelector('.label')),
	ask: row.dataset['ask'] ?? '',
	title: row.dataset['title'] ?? '',
	isPersonal: row.dataset['personal'] === 'true',
	isAsked: row.dataset['asked'] === 'true',
}));
export type Row = (typeof rows)[number];

const isBox = (control: Control): control is HTMLInputElement =>
	control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** What a row holds: the values that would be sent. */
export const valuesOf = ({ controls }: Row): string[] =>
	controls.flatMap((control) =>
		isBox(control) ? (control.checked ? [control.value] : []) : control.value.trim() ? [control.value] : [],
	);

export function fill({ controls }: Row, values: readonly string[]): void {
	for (const control of controls) {
		if (isBox(control)) control.checked = values.includes(control.value);
		else if (values[0] !== undefined) control.value = values[0];
		// A list that lacks what an address asks for would show nothing.
		if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
	}
}

/** So much of a value stands in what is said of it. */
const SHOWN_MAX_CHARACTERS = 40;

/** What is wrong with a row, in the words of the build; undefined if nothing is. */
function problemWith({ row, controls, ask, title }: Row, values: readonly string[]): string | undefined {
	const [first] = controls;
	if (!first) return undefined;
	const isGroup = row.tagName === 'FIELDSET';
	const isNeeded = first.required || (isGroup && row.dataset['needed'] === 'true');
	if (values.length === 0) {
		return isNeeded ? ask : undefined;
	}
	const most = Number(first.dataset['most'] ?? Infinity);
	if (values.length > most) return `${title}: choose at most ${most}.`;
	const isMalformed =
		first instanceof HTMLInputElement && (first.validity.typeMismatch || first.validity.patternMismatch);
	if (!isMalformed) return undefined;
	const { rule, mend } = formats[first.type] ?? { rule: 'has a wrong form', mend: '' };
	return `“${shortened(first.value, SHOWN_MAX_CHARACTERS)}” ${rule}. ${mend}`;
}

export function showProblem(row: Row): string | undefined {
	const problem = problemWith(row, valuesOf(row));
	row.wrong.textContent = problem ?? '';
	row.wrong.hidden = problem === undefined;
	// Also those that other scripts put there.
	for (const control of row.row.querySelectorAll<Control>(CONTROLS)) {
		// Of a radio button assistive technology knows no such state; the words belong to its group.
		if (problem === undefined || (isBox(control) && control.type === 'radio')) control.removeAttribute('aria-invalid');
		else control.setAttribute('aria-invalid', 'true');
	}
	return problem;
}

/** The first control of a row that can be seen, also one that another script put there. */
export const seenControlIn = ({ row }: Row): Control | undefined =>
	[...row.querySelectorAll<Control>(CONTROLS)].find((control) => control.getClientRects().length > 0);

/** From this share of a limit on the form says how much is left. */
const NEAR_THE_LIMIT = 0.9;

/** Says how much more fits into a text, as soon as that matters: browsers cut what is too long without a word. */
export function showRoomLeft({ row, controls }: Row): void {
	const [first] = controls;
	if (!first || first instanceof HTMLSelectElement || isBox(first) || first.maxLength < 0) return;
	const left = first.maxLength - first.value.length;
	const note = one('[data-left]', row);
	note.hidden = first.value.length < first.maxLength * NEAR_THE_LIMIT;
	note.textContent = left > 0 ? `${formatCount(left, 'character')} left` : 'This is full: nothing more fits in.';
}

/** What a row holds in the words that people see. */
export const shownIn = ({ controls }: Row): string[] =>
	controls.flatMap((control) => {
		if (isBox(control)) return control.checked ? [wordsIn(control.nextElementSibling)] : [];
		const text = control instanceof HTMLSelectElement ? wordsIn(control.selectedOptions[0]) : control.value.trim();
		return control.value === '' ? [] : [text];
	});

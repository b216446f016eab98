import { formats } from '../../files/explain-issue.ts';
import { formatCount } from '../../formats/text.ts';
import { formatDraft, readDraft } from '../../forms/draft-address.ts';
import { scriptBody, type Encoding } from '../../forms/script-body.ts';
import { referenceFrom } from '../../schemas/reference-from.ts';
import { afterPause, one } from '../dom.client.ts';
import { saveFile } from '../finder/save-file.client.ts';

// What script adds to a hosted form: words beside a field that is wrong, a draft in the address, progress, and a post
// that loses nothing when it fails. Without it the browser checks and posts by itself.

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const CONTROLS = 'input, select, textarea';

// Its fields may be called as its properties are, such as “name”: attributes are read as attributes.
const form = one<HTMLFormElement>('[data-hosted-form]');
const failed = one('[data-failed]', form);
const progress = one('[data-progress]', form);
const download = one<HTMLButtonElement>('[data-download]', form);

const wordsIn = (part: Element | null | undefined): string => (part?.textContent ?? '').replace(/\s+/g, ' ').trim();

const rows = [...form.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
	row,
	name: row.dataset['row'] ?? '',
	controls: [...row.querySelectorAll<Control>(CONTROLS)],
	wrong: one('[data-wrong]', row),
	label: wordsIn(row.querySelector('.label')),
	isPersonal: row.dataset['personal'] === 'true',
	isAsked: row.dataset['asked'] === 'true',
}));
type Row = (typeof rows)[number];

const isBox = (control: Control): control is HTMLInputElement =>
	control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** Fields that say nothing of the matter itself. */
const OF_THE_SENDING = ['reference', 'consent'];

/** What a row holds: the values that would be sent. */
const valuesOf = ({ controls }: Row): string[] =>
	controls.flatMap((control) =>
		isBox(control) ? (control.checked ? [control.value] : []) : control.value.trim() ? [control.value] : [],
	);

function fill({ controls }: Row, values: readonly string[]): void {
	for (const control of controls) {
		if (isBox(control)) control.checked = values.includes(control.value);
		else if (values[0] !== undefined) control.value = values[0];
	}
}

/** What is wrong with a row, in the words of the build; undefined if nothing is. */
function problemWith({ row, controls }: Row, values: readonly string[]): string | undefined {
	const [first] = controls;
	if (!first) return undefined;
	const isGroup = row.tagName === 'FIELDSET';
	const isNeeded = first.required || (isGroup && row.dataset['needed'] === 'true');
	if (values.length === 0) {
		if (!isNeeded) return undefined;
		const isChosen = isBox(first) || first instanceof HTMLSelectElement;
		return isChosen ? 'Please choose: this is needed.' : 'Please fill this in: it is needed.';
	}
	const most = Number(first.dataset['most'] ?? Infinity);
	if (values.length > most) return `Please choose at most ${most}.`;
	const isMalformed =
		first instanceof HTMLInputElement && (first.validity.typeMismatch || first.validity.patternMismatch);
	if (!isMalformed) return undefined;
	const { rule, mend } = formats[first.type] ?? { rule: 'has a wrong form', mend: '' };
	return `This ${rule}. ${mend}`;
}

function showProblem(row: Row): string | undefined {
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

/** From this share of a limit on the form says how much is left. */
const NEAR_THE_LIMIT = 0.9;

/** Says how much more fits into a text, as soon as that matters: browsers cut what is too long without a word. */
function showRoomLeft({ row, controls }: Row): void {
	const [first] = controls;
	if (!first || first instanceof HTMLSelectElement || isBox(first) || first.maxLength < 0) return;
	const left = first.maxLength - first.value.length;
	const note = one('[data-left]', row);
	note.hidden = first.value.length < first.maxLength * NEAR_THE_LIMIT;
	note.textContent = left > 0 ? `${formatCount(left, 'character')} left` : 'This is full: nothing more fits in.';
}

/** From so many questions on it helps to see how far one is. */
const WORTH_COUNTING = 4;

const asked = rows.filter(({ isAsked }) => isAsked);

function showProgress(): void {
	const answered = asked.filter((row) => valuesOf(row).length > 0).length;
	const bar = one<HTMLProgressElement>('progress', progress);
	bar.max = asked.length;
	bar.value = answered;
	one('span', progress).textContent = `${answered} of ${asked.length} answered`;
}

/** Whether an address may hold what stands in a row: nothing personal, and nothing of the sending alone. */
const isKept = ({ isPersonal, name }: Row): boolean => !isPersonal && !OF_THE_SENDING.includes(name);

/** What stands in the form, by field, as far as an address may hold it. */
const draft = (): Record<string, string[]> =>
	Object.fromEntries(
		rows.filter(isKept).flatMap((row) => {
			const values = valuesOf(row);
			return values.length > 0 ? [[row.name, values] as const] : [];
		}),
	);

const keepDraft = afterPause(() => {
	history.replaceState(history.state, '', `${location.pathname}${location.search}${formatDraft(draft())}`);
	return Promise.resolve();
});

/** What a row holds in the words that people see. */
const shownIn = ({ controls }: Row): string[] =>
	controls.flatMap((control) => {
		if (isBox(control)) return control.checked ? [wordsIn(control.nextElementSibling)] : [];
		const text = control instanceof HTMLSelectElement ? wordsIn(control.selectedOptions[0]) : control.value.trim();
		return control.value === '' ? [] : [text];
	});

/** Everything in words, to read or send by other ways. */
function inWords(): string {
	const parts = rows.flatMap((row) => {
		const shown = OF_THE_SENDING.includes(row.name) ? [] : shownIn(row);
		return shown.length > 0 ? [`${row.label}\n${shown.join('\n')}`] : [];
	});
	return [document.title, location.origin + location.pathname, ...parts].join('\n\n');
}

const saveInWords = (): void => {
	const name = form.getAttribute('name') ?? 'form';
	saveFile(`${name}.txt`, new Blob([inWords()], { type: 'text/plain;charset=utf-8' }));
};

/** What was sent from this page of the history, and its reference; with “Back” one comes to it again. */
const sentBefore = () => (history.state as { sent?: { words: string; mark: string } } | null)?.sent;

function say(sentence: string): void {
	failed.textContent = sentence;
	failed.hidden = false;
	failed.focus();
}

const reference = rows.find(({ name }) => name === 'reference');
const button = one<HTMLButtonElement>('button[type="submit"]', form);
const sending = one('[data-sending]', form);

const WAIT_IN_MILLISECONDS = 30_000;

/** Whether an answer is one that the receiver alone gives: a server of files may answer to anything. */
async function isReceived(answer: Response): Promise<boolean> {
	const [kind, name = ''] = (form.dataset['proof'] ?? '').split(' ');
	if (kind === 'header') return answer.headers.has(name);
	const said = (await answer.json().catch(() => undefined)) as Record<string, unknown> | undefined;
	return said?.[name] === true;
}

/** Sends the form, and says in a sentence why that failed; undefined if it arrived. */
async function post(address: URL, body: URLSearchParams | FormData): Promise<string | undefined> {
	try {
		const signal = AbortSignal.timeout(WAIT_IN_MILLISECONDS);
		const answer = await fetch(address, { method: 'POST', body, signal, headers: { Accept: 'application/json' } });
		if (!answer.ok) return `It could not be sent: the receiver answered with an error (${answer.status}).`;
		return (await isReceived(answer)) ? undefined : 'It could not be sent: nobody received it at that address.';
	} catch (error) {
		return error instanceof Error && error.name === 'TimeoutError'
			? 'There is no answer; it may have arrived or not.'
			: 'It could not be sent: the connection failed.';
	}
}

async function send(): Promise<void> {
	failed.hidden = true;
	const wrong = rows.filter((row) => showProblem(row) !== undefined);
	if (wrong.length > 0) {
		wrong[0]?.controls[0]?.focus();
		return;
	}
	const words = formatDraft(draft());
	const before = sentBefore();
	if (before?.words === words) {
		say(`This was sent already: your reference is ${before.mark}. To send more, change what stands here.`);
		return;
	}
	const mark = referenceFrom(crypto.getRandomValues(new Uint8Array(8)));
	if (reference) fill(reference, [mark]);
	button.disabled = true;
	const action = new URL(form.getAttribute('action') ?? '', location.href);
	const onward = [...form.querySelectorAll<HTMLInputElement>('[data-onward]')].map(({ name }) => name);
	const body = scriptBody(new FormData(form), onward, form.dataset['encoding'] as Encoding);
	sending.textContent = 'Sending…';
	const problem = await post(action, body);
	sending.textContent = '';
	if (problem === undefined) {
		history.replaceState({ sent: { words, mark } }, '', `${location.pathname}${location.search}${words}`);
		const [page = '', place] = (form.getAttribute('data-hosted-form') ?? '').split('#');
		location.assign(`${page}?reference=${mark}${place ? `#${place}` : ''}`);
		return;
	}
	button.disabled = false;
	say(`${problem} Nothing is lost: all you wrote still stands here. Try again, or download it and send it later.`);
}

// The browser’s own bubbles give way to words beside the fields.
form.noValidate = true;
progress.hidden = asked.length < WORTH_COUNTING;
download.hidden = false;
one('[data-keeps]', form).hidden = false;
if (reference) reference.row.hidden = true;

const kept = readDraft(location.hash);
const given = new URLSearchParams(location.search);
// Consent and what is personal no address fills in. A draft is whole: what it lacks was cleared.
for (const row of rows.filter(isKept)) {
	fill(row, kept ? (kept[row.name] ?? []) : given.getAll(row.name));
}
showProgress();

const rowOf = ({ target }: Event) => rows.find(({ controls }) => controls.includes(target as Control));

// Words that come or go move what lies below, so that a press begun on a button would end beside it.
let press: Promise<unknown> = Promise.resolve();
addEventListener(
	'pointerdown',
	() => {
		press = new Promise((done) => {
			for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(done), { once: true });
		});
	},
	{ capture: true },
);

form.addEventListener('input', (event) => {
	const row = rowOf(event);
	if (row && !row.wrong.hidden) showProblem(row);
	if (row) showRoomLeft(row);
	showProgress();
	keepDraft();
});
form.addEventListener('change', (event) => {
	const row = rowOf(event);
	if (row && valuesOf(row).length > 0) void press.then(() => showProblem(row));
});
form.addEventListener('submit', (event) => {
	event.preventDefault();
	void send();
});
download.addEventListener('click', saveInWords);
// A browser that goes back shows the page as it was left: with a form on its way.
addEventListener('pageshow', () => {
	button.disabled = false;
});

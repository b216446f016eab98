import { formatDraft, readDraft } from '../../forms/draft-address.ts';
import { scriptBody } from '../../forms/script-body.ts';
import { referenceFrom } from '../../schemas/reference-from.ts';
import { changeAddress, settleAddress } from '../address.client.ts';
import { element, one } from '../dom.client.ts';
import { saveFile } from '../finder/save-file.client.ts';
import {
	fill,
	form,
	rows,
	seenControlIn,
	showProblem,
	showRoomLeft,
	shownIn,
	valuesOf,
	type Row,
} from './form-rows.client.ts';
import { post } from './post-form.client.ts';

// What script adds to a hosted form: words beside a field that is wrong, a draft in the address, progress, and a post
// that loses nothing when it fails. Without it the browser checks and posts by itself.

const failed = one('[data-failed]', form);
const progress = form.querySelector<HTMLElement>('[data-progress]');
const download = one<HTMLButtonElement>('[data-download]', form);

const asked = rows.filter(({ isAsked }) => isAsked);

function showProgress(): void {
	if (!progress) return;
	const answered = asked.filter((row) => valuesOf(row).length > 0).length;
	one<HTMLProgressElement>('progress', progress).value = answered;
	one('[data-answered]', progress).textContent = `${answered} of ${asked.length} answered`;
}

/** Fields that say nothing of the matter itself. */
const OF_THE_SENDING = ['reference', 'consent'];

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

/** What this entry of the history holds; whatever else stands there has no such properties. */
const stateNow = (): Readonly<Record<string, unknown>> => ({ ...(history.state as object | null) });

/** What this entry of the history knows of its draft: that it is from this page, and as what it was sent. */
let noted = stateNow();

function keepDraft(): void {
	noted = { ...noted, isKept: true };
	changeAddress(`${location.pathname}${location.search}${formatDraft(draft())}`, { state: noted });
}

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

function say(sentence: string): void {
	failed.textContent = sentence;
	failed.hidden = false;
	failed.focus();
}

const summary = one('[data-summary]', form);

/** Lists what is wrong at the top of the form, each as a link to its field; false if nothing is. */
function showSummary(): boolean {
	const wrong = rows.filter((row) => !row.wrong.hidden);
	summary.hidden = wrong.length === 0;
	one('ul', summary).replaceChildren(
		...wrong.map((row) => {
			const first = seenControlIn(row);
			const link = element('a', { href: `#${first?.id ?? ''}` }, row.wrong.textContent);
			// The address holds the draft, so that the link goes there without it.
			link.addEventListener('click', (event) => {
				event.preventDefault();
				first?.focus();
			});
			return element('li', {}, link);
		}),
	);
	return wrong.length > 0;
}

const reference = rows.find(({ name }) => name === 'reference');
const profile = form.querySelector<HTMLSelectElement | HTMLInputElement>('[data-profile-choice] [name]');
const button = one<HTMLButtonElement>('button[type="submit"]', form);
const sending = one('[data-sending]', form);

async function send(): Promise<void> {
	failed.hidden = true;
	for (const row of rows) showProblem(row);
	if (showSummary()) {
		summary.focus();
		return;
	}
	const words = formatDraft(draft());
	// With “Back” one comes again to what was sent.
	if (noted['sent'] === words) {
		say(`This was sent already: your reference is ${String(noted['mark'])}. To send more, change what stands here.`);
		return;
	}
	const mark = referenceFrom(crypto.getRandomValues(new Uint8Array(8)));
	if (reference) fill(reference, [mark]);
	button.disabled = true;
	const action = new URL(form.getAttribute('action') ?? '', location.href);
	const onward = [...form.querySelectorAll<HTMLInputElement>('[data-onward]')].map(({ name }) => name);
	const encoding = form.dataset['encoding'] === 'multipart' ? 'multipart' : 'urlencoded';
	const body = scriptBody(new FormData(form), onward, encoding);
	sending.textContent = 'Sending…';
	const problem = await post(action, body, form.dataset['proof']);
	sending.textContent = '';
	if (problem === undefined) {
		noted = { sent: words, mark };
		keepDraft();
		settleAddress();
		const [page = '', place] = (form.getAttribute('data-hosted-form') ?? '').split('#');
		const query = new URLSearchParams({ reference: mark, ...(profile && { cluster: profile.value }) });
		location.assign(`${page}?${query.toString()}${place ? `#${place}` : ''}`);
		return;
	}
	button.disabled = false;
	say(`${problem} Nothing is lost: all you wrote still stands here. Try again, or download it and send it later.`);
}

// The browser’s own bubbles give way to words beside the fields.
form.noValidate = true;

/** Fills in what the address holds, but for consent and what is personal. A draft is whole: what it lacks was cleared. */
function fillFromAddress(): void {
	const kept = readDraft(location.hash);
	const given = new URLSearchParams(location.search);
	for (const row of rows.filter(isKept)) fill(row, kept ? (kept[row.name] ?? ['']) : given.getAll(row.name));
	showProgress();
	if (kept) keepDraft();
}
fillFromAddress();

// A link within the page, such as the one to the content, puts its own place behind the #. The browser has gone there by
// now, and what was written comes back into the address. An address with a draft that somebody pasted is opened.
addEventListener('hashchange', () => {
	const isOurs = stateNow()['isKept'] === true;
	if (readDraft(location.hash) && !isOurs) fillFromAddress();
	else keepDraft();
});

const rowOf = ({ target }: Event) => rows.find(({ controls }) => controls.some((control) => control === target));

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
	if (row && !row.wrong.hidden) {
		showProblem(row);
		if (!summary.hidden) showSummary();
	}
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

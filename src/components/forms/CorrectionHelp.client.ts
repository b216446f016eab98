import { foldBlanks, shortened, startOf } from '../../formats/text.ts';
import { one } from '../dom.client.ts';
import { fetchPage } from '../fetch-page.client.ts';
import { chooseByName } from './ProfileChoice.client.ts';

// Helps with a correction: a profile by a part of its name, and its facts with what the page says of them now.

const form = one<HTMLFormElement>('[data-hosted-form]');
const facts = one<HTMLSelectElement>('select[name="field"]', form);
const present = one<HTMLTextAreaElement | HTMLInputElement>('[name="present"]', form);
const presentRow = one('[data-row="present"]', form);
const labels = new Map([...facts.options].map(({ value, text }) => [value, text]));

const SHOWN_MAX_CHARACTERS = 61;

/** What stands beside a link in words: the items of a list, or a text, without marks of sources and what explains it. */
function wordsBeside(link: Element): string {
	const holder = link.closest('dd') ?? link.parentElement;
	const copy = holder?.cloneNode(true) as Element | undefined;
	if (!copy) return '';
	for (const other of copy.querySelectorAll('h2, .marks, .correct, .hint, .off, .tie, .hub')) other.remove();
	const own = copy.querySelectorAll('li, [data-own]');
	return [...(own.length > 0 ? own : [copy])].map(({ textContent }) => foldBlanks(textContent)).join(', ');
}

/**
 * What the page of a profile says of each fact, by its path: it stands beside the link that leads from there to this
 * form. Nothing where nobody told it; of other facts it is not known.
 */
async function factsOf(slug: string): Promise<Map<string, string>> {
	const page = await fetchPage(`/clusters/${slug}/`);
	const profile = page?.querySelector<HTMLElement>('[data-profile]');
	const found = new Map<string, string>();
	if (!profile) return found;
	for (const path of (profile.dataset['unstated'] ?? '').split(' ')) if (path) found.set(path, '');
	for (const link of profile.querySelectorAll('.correct')) {
		const path = new URLSearchParams(link.getAttribute('href')?.split('?')[1]).get('field');
		// Of some facts there are several; a text is too long to be told here.
		if (path && path !== 'body') found.set(path, [found.get(path), wordsBeside(link)].filter(Boolean).join('; '));
	}
	// No link stands beside these two.
	for (const [path, selector] of [
		['name', 'h1'],
		['summary', '.lead'],
	] as const) {
		found.set(path, profile.querySelector(selector)?.textContent.trim() ?? '');
	}
	return found;
}

let known = new Map<string, string>();

/** Fills in what the page says of the chosen fact; nobody has to copy it. */
function showPresent(): void {
	if (facts.value === '' || known.size === 0) return;
	present.value = startOf(known.get(facts.value) ?? '', present.maxLength);
	present.dispatchEvent(new Event('input', { bubbles: true }));
	presentRow.dataset['known'] = '';
}

let shown = '';

async function showFacts(slug: string): Promise<void> {
	const isAnother = shown !== '' && shown !== slug;
	shown = slug;
	// The list of facts does without what the page says of them.
	const found = await factsOf(slug).catch(() => new Map<string, string>());
	if (shown !== slug) return;
	known = found;
	for (const option of facts.options) {
		const text = known.get(option.value);
		const label = labels.get(option.value) ?? '';
		option.text =
			text === undefined ? label : `${label}: ${text ? shortened(text, SHOWN_MAX_CHARACTERS) : 'not stated'}`;
	}
	// What stands there may be of the profile before.
	if (isAnother) present.value = '';
	if (facts.value && !present.value) showPresent();
}

async function start(): Promise<void> {
	// It reads the rows before anything is put into them, and fills in what the address holds.
	await import('./form-help.client.ts');
	// What the page says comes with the fact; until then the page hides its row, so that nothing moves.
	if (present.value) presentRow.dataset['known'] = '';
	facts.addEventListener('change', showPresent);
	await chooseByName(one('[data-profile-choice]', form), (slug) => void showFacts(slug));
}
void start();

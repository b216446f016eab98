import { shortened, startOf } from '../../formats/text.ts';
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

/**
 * What the page of a profile says of each fact: its own links to this form bring it along, and bring nothing where the
 * page states nothing. Of other facts it is not known.
 */
async function factsOf(slug: string): Promise<Map<string, string>> {
	const page = await fetchPage(`/clusters/${slug}/`);
	const profile = page?.querySelector('[data-profile]');
	const found = new Map<string, string>();
	if (!profile) return found;
	for (const link of profile.querySelectorAll(`a[href^="${location.pathname}?"]`)) {
		const given = new URLSearchParams(link.getAttribute('href')?.split('?')[1] ?? '');
		const field = given.get('field');
		if (!field) continue;
		// Some facts stand there in parts.
		found.set(field, [found.get(field), given.get('present')].filter(Boolean).join('; '));
	}
	// No link stands beside these two.
	for (const [field, selector] of [
		['name', 'h1'],
		['summary', '.lead'],
	] as const) {
		found.set(field, profile.querySelector(selector)?.textContent.trim() ?? '');
	}
	return found;
}

let known = new Map<string, string>();

/** Fills in what the page says of the chosen fact; nobody has to copy it. */
function showPresent(): void {
	if (facts.value === '' || known.size === 0) return;
	present.value = startOf(known.get(facts.value) ?? '', present.maxLength);
	present.dispatchEvent(new Event('input', { bubbles: true }));
	presentRow.hidden = false;
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

// What the page says comes with the fact.
presentRow.hidden = present.value === '';
facts.addEventListener('change', showPresent);
void chooseByName(one('[data-profile-choice]', form), (slug) => void showFacts(slug));

import { one } from './dom.ts';
import { fetchPage } from './fetch-page.ts';
import { chooseByName } from './ProfileChoice.client.ts';

// Helps with a correction: a profile by a part of its name, and its facts with what the page says of them now.

const form = one<HTMLFormElement>('[data-hosted-form]');
const facts = one<HTMLSelectElement>('select[name="field"]', form);
const present = one<HTMLTextAreaElement | HTMLInputElement>('[name="present"]', form);
const presentRow = one('[data-row="present"]', form);
const labels = new Map([...facts.options].map(({ value, text }) => [value, text]));

const SHOWN_CHARACTERS = 60;
const shortened = (text: string): string =>
	text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS).trimEnd()}…` : text;

/** What the page of a profile says of each fact: its own links to this form bring it along. */
async function factsOf(slug: string): Promise<Map<string, string>> {
	const page = await fetchPage(`/clusters/${slug}/`);
	const links = page?.querySelectorAll<HTMLAnchorElement>(`a[href^="${location.pathname}?"]`) ?? [];
	return new Map(
		[...links].flatMap((link) => {
			const given = new URLSearchParams(link.getAttribute('href')?.split('?')[1] ?? '');
			const field = given.get('field');
			return field ? [[field, given.get('present') ?? ''] as const] : [];
		}),
	);
}

let known = new Map<string, string>();

/** Fills in what the page says of the chosen fact; nobody has to copy it. */
function showPresent(): void {
	if (facts.value === '' || known.size === 0) return;
	present.value = known.get(facts.value) ?? '';
	present.dispatchEvent(new Event('input', { bubbles: true }));
	presentRow.hidden = false;
}

async function showFacts(slug: string): Promise<void> {
	try {
		known = await factsOf(slug);
	} catch {
		// The list of facts does without what the page says of them.
		known = new Map();
	}
	for (const option of facts.options) {
		const text = known.get(option.value);
		const label = labels.get(option.value) ?? '';
		option.text =
			option.value === '' || known.size === 0 ? label : `${label}: ${text ? shortened(text) : 'not stated'}`;
	}
	if (facts.value && !present.value) showPresent();
}

// What the page says comes with the fact.
presentRow.hidden = present.value === '';
facts.addEventListener('change', showPresent);
void chooseByName(one('[data-profile-choice]', form), (slug) => void showFacts(slug));

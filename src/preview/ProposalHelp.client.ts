import { element, one } from '../components/dom.client.ts';
import { fetchPage } from '../components/fetch-page.client.ts';
import { setApart } from '../components/finder/borrow-profiles.client.ts';
import { loadNames } from '../components/finder/list-files.client.ts';
import { saveFile } from '../components/finder/save-file.client.ts';
import { twinsOf } from '../model/twins.ts';
import { STYLES_ADDRESS } from './addresses.ts';
import { loadPreview } from './load-preview.client.ts';
import type { PreviewSite } from './preview-site.ts';

// Helps with a proposal: names that are nearly taken, the profile that it would become, and its file.

const form = one<HTMLFormElement>('[data-hosted-form]');
const twins = one('[data-twins]', form);
const area = one('[data-preview-area]');
const failed = one('[data-preview-failed]');

/** What stands in the form, each field as its list of values. */
const posted = (): Record<string, string[]> => {
	const data = new FormData(form);
	return Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).map(String)]));
};

async function warnOfTwins(): Promise<void> {
	const name = one<HTMLInputElement>('[name="name"]', form).value.trim();
	const found = name.length > 2 ? twinsOf(name, await loadNames()).slice(0, 3) : [];
	twins.replaceChildren(
		'There is a profile with nearly this name: ',
		...found.flatMap(([slug, title], index) => [
			...(index > 0 ? [', '] : []),
			element('a', { href: `/clusters/${slug}/`, target: '_blank', dir: 'auto' }, title),
		]),
		'. If it is the same, correct it there; if not, go on.',
	);
	twins.hidden = found.length === 0;
}

/** The facts of the proposal as far as they are filled in, for a profile. */
async function proposed(): Promise<Record<string, unknown>> {
	const { proposedFacts } = await import('../submissions/proposal-file.ts');
	return proposedFacts(posted());
}

async function showProfile(): Promise<void> {
	// The page wrote this itself.
	const { settings, today } = JSON.parse(area.dataset['previewArea'] ?? '{}') as Pick<
		PreviewSite,
		'settings' | 'today'
	>;
	const { renderPreview } = await loadPreview();
	const none = {
		clusters: [],
		updates: [],
		meetings: [],
		calls: [],
		guide: [],
		terms: [],
		points: [],
		milestones: [],
		organisations: [],
		pictures: {},
	};
	const site: PreviewSite = { ...none, settings, today, origin: location.origin, receiver: 'nobody' };
	const html = await renderPreview('clusters', { data: await proposed() }, site);
	const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
	const article = (await fetchPage(address))?.querySelector<HTMLElement>('[data-profile]');
	URL.revokeObjectURL(address);
	if (!article) throw new Error('The preview has no profile.');
	// Nobody has checked it yet.
	for (const part of article.querySelectorAll('.check, #check, .no-print')) part.remove();
	setApart(article, 'preview', 'preview');
	if (!document.querySelector(`link[href="${STYLES_ADDRESS}"]`)) {
		document.head.append(element('link', { rel: 'stylesheet', href: STYLES_ADDRESS }));
	}
	area.replaceChildren(article);
	area.hidden = false;
	area.focus();
}

async function saveProfile(): Promise<void> {
	const { proposalFile } = await import('../submissions/proposal-file.ts');
	const file = await proposalFile(posted());
	if (file.problem !== undefined) {
		failed.textContent = `There is no file yet. ${file.problem}`;
		failed.hidden = false;
		return;
	}
	saveFile(file.name, new Blob([file.text], { type: 'text/markdown;charset=utf-8' }));
}

/** Offers a button whose work may fail without harm to what was written. */
function offer(selector: string, work: () => Promise<void>): void {
	const button = one<HTMLButtonElement>(selector);
	button.addEventListener('click', () => {
		failed.hidden = true;
		work().catch(() => {
			failed.textContent = 'This could not be loaded. Check the connection and try again; what you wrote is not lost.';
			failed.hidden = false;
		});
	});
}

offer('[data-preview]', showProfile);
offer('[data-file]', saveProfile);
one('[name="name"]', form).addEventListener('change', () => void warnOfTwins().catch(() => undefined));

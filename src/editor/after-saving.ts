import { slugOf } from '../schemas/slug.ts';
import { hrefOf } from './entry-address.ts';
import { valuesOf, type EntryEvent } from './entry-values.ts';
import { newPathOf } from './renames.ts';

const LOOK_EVERY_MS = 100;
const GIVE_UP_AFTER_MS = 30_000;
/** Decap throws its copy of unsaved work away right after it has saved. */
const LAST_STEPS_MS = 400;

/** Whether Decap would ask before the page is left: as long as a save is under way, it would. */
function asksBeforeLeaving(): boolean {
	let asks = false;
	// Decap asks by setting this, which nothing but a browser that leaves the page can read.
	const probe = Object.defineProperty(new Event('beforeunload'), 'returnValue', {
		set: () => {
			asks = true;
		},
	});
	window.dispatchEvent(probe);
	return asks;
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Loads the editor anew once Decap is done, at the address of an entry or where it is. */
async function openAnew(address?: string): Promise<void> {
	for (let waited = 0; asksBeforeLeaving(); waited += LOOK_EVERY_MS) {
		if (waited > GIVE_UP_AFTER_MS) return;
		await wait(LOOK_EVERY_MS);
	}
	await wait(LAST_STEPS_MS);
	if (address !== undefined) history.replaceState(null, '', address);
	location.reload();
}

/**
 * What happens after an entry is saved: if it moved, it is opened anew, at its new address or as the draft that it is.
 * Decap goes on with its old file, and would save that a second time.
 */
export const afterSaving =
	(hasWorkflow: boolean) =>
	({ entry }: EntryEvent): void => {
		const { collection, slug, path } = valuesOf(entry);
		const newPath = newPathOf(path);
		if (newPath === undefined) return;
		void openAnew(hrefOf(collection, hasWorkflow ? slug : slugOf(newPath)));
	};

/** What happens after a draft is published: if that moved the entry, Decap looks for it at its old address in vain. */
export function afterPublishing({ entry }: EntryEvent): void {
	const { collection, slug, path } = valuesOf(entry);
	const newSlug = slugOf(path);
	const isMoved = newSlug !== '' && newSlug !== slug && newPathOf(path) === undefined;
	if (!isMoved) return;
	void openAnew(location.hash.startsWith('#/workflow') ? undefined : hrefOf(collection, newSlug));
}

import { readChoice, withChoice } from '../../search/choice.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import { showAddress } from '../address.client.ts';
import { one } from '../dom.client.ts';
import { borrowProfiles, sayUnknown, type BorrowedProfile } from './borrow-profiles.client.ts';

/** The profiles that an address names. */
export interface ChosenProfiles {
	profiles: BorrowedProfile[];
	slugs: string[];
	/** How many more it names than can be chosen. */
	excess: number;
}

const status = one('[data-status]');

/** Says a sentence about the page; a screen reader reads it out. */
export function say(sentence: string): void {
	status.textContent = sentence;
}

/** Marks the page as complete: now it can be printed. */
export function offerActions(): void {
	one('[data-actions]').removeAttribute('data-waiting');
}

/** Shows the profiles that the address names; `show` answers with what there is to say of them, in sentences. */
export function showChosen(show: (chosen: ChosenProfiles) => string[]): void {
	const start = async () => {
		const { chosen, refused, excess } = readChoice(location.search);
		showAddress();
		const { profiles, unknown } = await borrowProfiles(chosen);
		const slugs = profiles.map(({ slug }) => slug);
		one<HTMLAnchorElement>('[data-back]').href = withChoice('/clusters/', slugs);
		const sentences = show({ profiles, slugs, excess: excess.length });
		say([...sayUnknown([...refused, ...unknown]), ...sentences].join(' '));
	};
	one('[data-print]').addEventListener('click', () => {
		print();
	});
	start().catch((error: unknown) => {
		reportFault(error);
		say('The profiles could not be loaded. Please try again.');
	});
}

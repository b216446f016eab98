import { formatNumber } from '../../formats/text.ts';
import { PRINT_ID, readChoice, withChoice } from '../../search/choice.ts';
import { reportFault } from '../../search/fetch-json.client.ts';
import { showAddress } from '../address.client.ts';
import { one } from '../dom.client.ts';
import { sayUnknown } from './borrow-profiles.client.ts';
import { copyAddress } from './copy-address.client.ts';

/** The profiles that an address names. */
export interface ChosenProfiles<P> {
	profiles: P[];
	slugs: string[];
	/** How many more it names than can be chosen. */
	excess: number;
}

/** Fetches profiles by their slugs, and tells which of those there are not. */
type LoadProfiles<P> = (slugs: readonly string[]) => Promise<{ profiles: P[]; unknown: string[] }>;

const status = one('[data-status]');

/** Says a sentence about the page; a screen reader reads it out. */
export function say(sentence: string): void {
	status.textContent = sentence;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four'];
/** A small number in words. */
export const inWords = (count: number): string => NUMBERS[count] ?? formatNumber(count);

/** Says in the title what was chosen. */
export function showTitle(title: string): void {
	one('h1 > span').textContent = title;
}

/** Marks the page as complete: now it can be printed. */
export function offerActions(): void {
	one('[data-actions]').removeAttribute('data-waiting');
	if (location.hash !== `#${PRINT_ID}`) return;
	history.replaceState(history.state, '', location.pathname + location.search);
	// Once what was put into the page is drawn.
	setTimeout(() => {
		print();
	});
}

/** Shows the profiles that the address names; `show` answers with what there is to say of them, in sentences. */
export function showChosen<P extends { slug: string }>(
	load: LoadProfiles<P>,
	show: (chosen: ChosenProfiles<P>) => Promise<string[]>,
): void {
	const start = async () => {
		const { chosen, refused, excess } = readChoice(location.search);
		showAddress();
		const { profiles, unknown } = await load(chosen);
		const slugs = profiles.map(({ slug }) => slug);
		one<HTMLAnchorElement>('nav a[href="/clusters/"]', one('main')).href = withChoice('/clusters/', slugs);
		const sentences = await show({ profiles, slugs, excess: excess.length });
		say([...sayUnknown([...refused, ...unknown]), ...sentences].join(' '));
	};
	one('[data-print]').addEventListener('click', () => {
		print();
	});
	one('[data-copy]').addEventListener('click', () => {
		void copyAddress(location.href).then(say);
	});
	start().catch((error: unknown) => {
		reportFault(error);
		say('The profiles could not be loaded. Please try again.');
	});
}

import { formatNumber, formatThese } from '../../formats/text.ts';
import { PRINT_ID, withChoice } from '../../search/choice.ts';
import { element, one } from '../dom.client.ts';
import { onReach } from '../reach.client.ts';
import { say } from './chosen-page.client.ts';
import { loadNames } from './list-files.client.ts';
import { offerMatches, type NamedProfile } from './NameMatches.client.ts';

interface Limits {
	least: number;
	most: number;
	/** What one can do with so many, in a sentence. */
	purpose: string;
}

/** Lets the reader choose by name, beginning with what is chosen already. Answers with what there is to say of it. */
export function offerToChoose(
	profiles: readonly { slug: string; name: string }[],
	{ least, most, purpose }: Limits,
): string {
	const part = one('[data-empty]');
	const byName = one('[data-by-name]', part);
	const box = one<HTMLInputElement>('input', byName);
	const inList = one<HTMLAnchorElement>('[data-in-list]', byName);
	const go = one<HTMLAnchorElement>('[data-go]', part);
	const chosen = new Map(profiles.map(({ slug, name }) => [slug, name]));

	const toRow = ([slug, name]: NamedProfile): HTMLLIElement => {
		const remove = element(
			'button',
			{ type: 'button', className: 'button quiet small', ariaLabel: `Remove ${name}` },
			'Remove',
		);
		remove.addEventListener('click', () => {
			chosen.delete(slug);
			showChange();
		});
		return element('li', { className: 'list-row' }, element('span', { dir: 'auto' }, name), remove);
	};
	const show = (): string => {
		const slugs = [...chosen.keys()];
		one('[data-picked]', part).replaceChildren(...[...chosen].map(toRow));
		history.replaceState(history.state, '', withChoice(location.href.replace(location.hash, ''), slugs));
		inList.href = withChoice('/clusters/', slugs);
		const verb = part.dataset['empty'] ?? '';
		const areEnough = slugs.length >= least;
		go.textContent = areEnough ? `${verb} ${formatThese(slugs.length)}` : verb;
		one('[data-count]', part).textContent = `${formatNumber(slugs.length)} of ${formatNumber(most)} chosen`;
		go.ariaDisabled = String(!areEnough);
		if (areEnough) go.href = withChoice(go.dataset['go'] ?? '', slugs);
		else go.removeAttribute('href');
		byName.hidden = slugs.length >= most;
		const [only] = chosen.values();
		return only && !areEnough ? `Only ${only} is chosen. Choose one more.` : purpose;
	};
	let offer: (() => void) | undefined;
	const showChange = (): void => {
		say(show());
		box.value = '';
		offer?.();
		(byName.hidden ? go : box).focus();
	};

	onReach('[data-by-name]', async () => {
		const names = await loadNames().catch((error: unknown) => {
			say('The names could not be loaded. Please try again.');
			throw error;
		});
		offer = offerMatches(
			byName,
			box,
			() => names.filter(([slug]) => !chosen.has(slug)),
			([slug, name]) => {
				chosen.set(slug, name);
				showChange();
			},
		);
	});
	// The way on may be this page again, now to be printed; other links within it lead to its parts.
	addEventListener('hashchange', () => {
		if (location.hash === `#${PRINT_ID}`) location.reload();
	});
	part.hidden = false;
	return show();
}

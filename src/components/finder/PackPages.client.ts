import { capital, formatNumber, formatThese } from '../../formats/text.ts';
import { CHOSEN_MAX, COMPARED_MAX, COMPARED_MIN, withChoice } from '../../search/choice.ts';
import { element, one } from '../dom.client.ts';
import { borrowProfiles } from './borrow-profiles.client.ts';
import { inWords, offerActions, say, showChosen, showTitle } from './chosen-page.client.ts';
import { downloadProfiles } from './download-profiles.client.ts';

// Puts the pages of the profiles that the address names after each other, for paper and as files.

let packed: string[] = [];

showChosen(borrowProfiles, async ({ profiles, slugs, excess }) => {
	packed = slugs;
	const tooMany = excess > 0 ? [`No more than ${CHOSEN_MAX} fit; ${formatNumber(excess)} more left out.`] : [];
	if (profiles.length === 0) {
		const { offerToChoose } = await import('./EmptyChoice.client.ts');
		const purpose = `Print up to ${CHOSEN_MAX} profiles in one go, each on a sheet of its own, or send them on as one link.`;
		return [...tooMany, offerToChoose([], { least: 1, most: CHOSEN_MAX, purpose })];
	}
	const contents = element(
		'ol',
		{},
		...profiles.map(({ slug, name }) => element('li', {}, element('a', { href: `#${slug}`, dir: 'auto' }, name))),
	);
	for (const { slug, article } of profiles) {
		article.id = slug;
		// The page has the heading of the first level; each profile is a part of it.
		for (const level of [3, 2, 1])
			for (const heading of article.querySelectorAll(`h${level}`)) {
				const lower = document.createElement(`h${level + 1}`);
				for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
				lower.append(...heading.childNodes);
				heading.replaceWith(lower);
			}
	}
	one('[data-packed]').replaceChildren(contents, ...profiles.map(({ article }) => article));
	const compare = one<HTMLAnchorElement>('[data-compare]');
	compare.href = withChoice('/clusters/compare/', slugs);
	compare.hidden = profiles.length < COMPARED_MIN || profiles.length > COMPARED_MAX;
	const these = formatThese(profiles.length);
	one('[data-what]').textContent = these;
	one('[data-print]').textContent = `Print ${these}`;
	offerActions();
	showTitle(profiles.length === 1 ? 'One profile' : capital(`${inWords(profiles.length)} profiles together`));
	return tooMany;
});

downloadProfiles(
	one('[data-downloads]'),
	() => Promise.resolve({ slugs: packed, name: 'chosen-clusters' }),
	() => {
		say('The file could not be loaded. Please try again.');
	},
);

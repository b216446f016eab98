import { formatCount, formatNumber } from '../../formats/text.ts';
import { CHOSEN_MAX, COMPARED_MAX, COMPARED_MIN, readChoice, withChoice } from '../../search/choice.ts';
import { LoadError } from '../../search/fetch-json.client.ts';
import { element, one, showAddress } from '../dom.client.ts';
import { borrowProfiles, sayUnknown } from './borrow-profiles.client.ts';
import { downloadProfiles } from './download-profiles.client.ts';

// Puts the pages of the profiles that the address names after each other, for paper and as files.

const status = one('[data-status]');
const output = one('[data-packed]');
const actions = one('[data-actions]');

let slugs: string[] = [];

async function show(): Promise<void> {
	const { chosen, refused, excess } = readChoice(location.search);
	showAddress();
	const { profiles, unknown } = await borrowProfiles(chosen);
	slugs = profiles.map(({ slug }) => slug);
	const sentences = [
		...sayUnknown([...refused, ...unknown]),
		...(excess.length > 0 ? [`A pack takes ${CHOSEN_MAX}; ${formatNumber(excess.length)} more left out.`] : []),
	];
	one<HTMLAnchorElement>('[data-back]').href = withChoice('/clusters/', slugs);
	if (profiles.length === 0) {
		status.textContent = [
			...sentences,
			'Nothing is chosen yet. Tick “Choose” on the profiles you want, then follow “Make a pack”.',
		].join(' ');
		return;
	}
	const contents = element(
		'ol',
		{},
		...profiles.map(({ slug, name }) => element('li', {}, element('a', { href: `#${slug}` }, name))),
	);
	for (const { slug, article } of profiles) {
		article.id = slug;
		// The pack has the heading of the first level; each profile is a part of it.
		for (const level of [3, 2, 1])
			for (const heading of article.querySelectorAll(`h${level}`)) {
				const lower = document.createElement(`h${level + 1}`);
				for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
				lower.append(...heading.childNodes);
				heading.replaceWith(lower);
			}
	}
	output.replaceChildren(contents, ...profiles.map(({ article }) => article));
	status.textContent = [
		...sentences,
		`${formatCount(profiles.length, 'profile')}. The address of this page holds the choice: send it on as it is.`,
	].join(' ');
	const compare = one<HTMLAnchorElement>('[data-compare]');
	compare.href = withChoice('/clusters/compare/', slugs);
	compare.hidden = profiles.length < COMPARED_MIN || profiles.length > COMPARED_MAX;
	one('[data-what]').textContent = profiles.length === 1 ? 'this one' : `these ${profiles.length}`;
	actions.removeAttribute('data-waiting');
}

downloadProfiles(
	one('[data-downloads]'),
	() => Promise.resolve({ slugs, name: 'pack-of-clusters' }),
	() => {
		status.textContent = 'The file could not be loaded. Please try again.';
	},
);
one('[data-print]').addEventListener('click', () => {
	print();
});
show().catch((error: unknown) => {
	if (!(error instanceof LoadError)) reportError(error);
	status.textContent = 'The profiles could not be loaded. Please try again.';
});

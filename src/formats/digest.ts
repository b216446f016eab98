import { formatNumber } from './text.ts';

/** Something that a digest tells of. */
export interface DigestItem {
	title: string;
	/** On the site: `/updates/a-step/`. */
	address: string;
	/** Its own date or place, in words: “14 November 2022”, “Open until 31 March 2027”, “Lyon, France”. */
	when?: string;
	text?: string | undefined;
}

/** The profiles of a country, where there are too many to tell each. */
export interface DigestCountry {
	title: string;
	/** The list of all its profiles. */
	address: string;
	count: number;
	/** As many as there is room for. */
	named: readonly DigestItem[];
}

/** What a digest tells of one kind. */
export interface DigestSection {
	/** Of its heading. */
	id: string;
	title: string;
	count: number;
	/** What is counted: “new profiles”. */
	counted: string;
	/** What a reader has to know of its items. */
	note?: string;
	/** What is told one by one: all, unless there are countries. */
	items: readonly DigestItem[];
	/** All of them by country, where there are too many to tell each. */
	countries?: readonly DigestCountry[];
}

/** What the profiles of a section by country are called. */
export const byCountryTitle = ({ count, counted }: DigestSection): string =>
	`All ${formatNumber(count)} ${counted}, by country`;

/** What happened in a month, for those who come for news once a month. */
export interface Digest {
	/** `2026-11`. */
	month: string;
	/** “November 2026”. */
	title: string;
	/** Whether the month is over, so that nothing more will come. */
	isOver: boolean;
	/** The first day after it. */
	overOn: string;
	address: string;
	/** “2 updates and 12 new profiles”. */
	holds: string;
	sections: readonly DigestSection[];
}

/** The titles of some things, and how many more there are: “A cluster; Another cluster; and 12 more”. */
export const titlesOf = (items: readonly DigestItem[], count: number): string =>
	[
		...items.map(({ title }) => title),
		...(items.length < count ? [`and ${formatNumber(count - items.length)} more`] : []),
	].join('; ');

interface Sender {
	name: string;
	publisher: string;
	/** Where the site lies: `https://clusters.example.org`. */
	site: string;
}

/** “France, 33: A cluster; Another cluster”. */
const lineOfCountry = ({ title, count, named }: DigestCountry): string =>
	`${title}, ${formatNumber(count)}: ${titlesOf(named, count)}`;

/** A digest as plain text, to be pasted into a mailing. */
export function formatDigest(digest: Digest, { name, publisher, site }: Sender): string {
	const at = (address: string) => new URL(address, site).href;
	const paragraphs = [
		`${name}: ${digest.title}`,
		`${digest.holds}${digest.isOver ? '' : ' so far'}. From ${publisher}.`,
		...digest.sections.flatMap((section) => [
			section.title.toUpperCase(),
			...(section.note ? [section.note] : []),
			...section.items.map(({ title, when, text, address }) =>
				[title, when, text, at(address)].filter((line) => line !== undefined).join('\n'),
			),
			...(section.countries
				? [[`${byCountryTitle(section)}:`, ...section.countries.map(lineOfCountry)].join('\n')]
				: []),
		]),
		`On the site: ${at(digest.address)}`,
	];
	return `${paragraphs.join('\n\n')}\n`;
}

import { formatNumber } from './text.ts';

/** Something that a digest tells of. */
export interface DigestItem {
	title: string;
	/** On the site: `/updates/a-step/`. */
	address: string;
	/** Its own date or place, in words: “14 November 2022”, “Open until 31 March 2027”, “Lyon, France”. */
	when?: string;
	text?: string;
	/** How many profiles it stands for, if it is a country. */
	count?: number;
}

/** What a digest tells of one kind. */
export interface DigestSection {
	/** Of its heading. */
	id: string;
	title: string;
	count: number;
	/** What is counted: “new profiles”. */
	counted: string;
	/** What a reader has to know of the dates. */
	note?: string;
	/** Whether its items are countries with counts, because there are too many to name. */
	isByCountry: boolean;
	items: readonly DigestItem[];
}

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

interface Sender {
	name: string;
	publisher: string;
	/** Where the site lies: `https://clusters.example.org`. */
	site: string;
}

/** A digest as plain text, to be pasted into a mailing. */
export function formatDigest(digest: Digest, { name, publisher, site }: Sender): string {
	const at = (address: string) => new URL(address, site).href;
	const paragraphs = [
		`${name}: ${digest.title}`,
		`${digest.holds}${digest.isOver ? '' : ' so far'}. From ${publisher}.`,
		...digest.sections.flatMap(({ title, note, isByCountry, items }) => [
			title.toUpperCase(),
			...(note ? [note] : []),
			...(isByCountry
				? [items.map((item) => `${item.title} ${formatNumber(item.count ?? 0)}`).join(', ')]
				: items.map((item) =>
						[item.title, item.when, item.text, at(item.address)].filter((line) => line !== undefined).join('\n'),
					)),
		]),
		`On the site: ${at(digest.address)}`,
	];
	return `${paragraphs.join('\n\n')}\n`;
}

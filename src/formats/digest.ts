/** Something that a digest tells of. */
export interface DigestItem {
	title: string;
	/** On the site: `/updates/a-step/`. */
	address: string;
	text?: string | undefined;
}

/** What a digest tells of one kind. */
export interface DigestSection {
	title: string;
	/** How much there is: “12 new profiles”. */
	holds: string;
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
	address: string;
	/** “19 updates and 12 new profiles”. */
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
		...digest.sections.flatMap(({ title, items }) => [
			title.toUpperCase(),
			...items.map((item) => [item.title, ...(item.text ? [item.text] : []), at(item.address)].join('\n')),
		]),
		`On the site: ${at(digest.address)}`,
	];
	return `${paragraphs.join('\n\n')}\n`;
}

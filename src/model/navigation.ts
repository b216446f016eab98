import type { Cluster } from '../schemas/cluster.ts';

type ClusterField = keyof Cluster;

/** A door of the site, with the pages behind it. */
export interface Door {
	label: string;
	address: string;
	pages: { label: string; address: string }[];
}

/** The label of the door with the profiles, which are most of what the site holds. */
export const MAIN_DOOR = 'Clusters';

/** The five doors of the header, in order. The footer shows the pages behind them too. */
export const doors: readonly Door[] = [
	{
		label: MAIN_DOOR,
		address: '/clusters/',
		pages: [
			{ label: 'By country', address: '/clusters/country/' },
			{ label: 'By theme', address: '/clusters/theme/' },
			{ label: 'By what members share', address: '/clusters/service/' },
			{ label: 'What is missing', address: '/clusters/gaps/' },
		],
	},
	{
		label: 'GECES',
		address: '/geces/',
		pages: [
			{ label: 'Members', address: '/geces/members/' },
			{ label: 'Timeline', address: '/geces/timeline/' },
			{ label: 'Meetings', address: '/geces/meetings/' },
		],
	},
	{ label: 'Updates', address: '/updates/', pages: [] },
	{
		label: 'Have your say',
		address: '/have-your-say/',
		pages: [{ label: 'What happened', address: '/have-your-say/what-happened/' }],
	},
	{ label: 'Guide', address: '/guide/', pages: [{ label: 'Words', address: '/guide/words/' }] },
];

/** Pages about the site itself, for the footer. */
export const aboutPages = [
	{ label: 'About', address: '/about/' },
	{ label: 'Criteria', address: '/about/criteria/' },
	{ label: 'Corrections', address: '/about/corrections/' },
	{ label: 'Accessibility', address: '/accessibility/' },
	{ label: 'Privacy', address: '/privacy/' },
	{ label: 'Contact', address: '/contact/' },
] as const;

/** The doors and all pages behind them, in one row. */
export const doorsAndPages = doors.flatMap(({ label, address, pages }) => [{ label, address }, ...pages]);

/** The door behind which an address of this site lies; undefined for pages about the site itself. */
export const doorOf = (address: string): Door | undefined => doors.find((door) => address.startsWith(door.address));

/** An address with what a form is to begin with. */
const withPrefill = (address: string, prefill: Readonly<Record<string, string>>) => {
	const query = new URLSearchParams(prefill).toString();
	return query === '' ? address : `${address}?${query}`;
};

/** Where a reader proposes a cluster. The form begins with these fields of a profile filled in. */
export const proposeAddress = (prefill: Partial<Record<ClusterField, string>> = {}): string =>
	withPrefill('/clusters/propose/', prefill);

/** Where a reader corrects or adds a fact of a profile. */
export const correctAddress = (cluster: string, field?: ClusterField): string =>
	withPrefill('/have-your-say/correct/', field === undefined ? { cluster } : { cluster, field });

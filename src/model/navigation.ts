import type { SiteSettings } from '../schemas/site.ts';

const withQuery = (address: string, fields: Readonly<Record<string, string>>): string => {
	const query = new URLSearchParams(fields).toString();
	return query ? `${address}?${query}` : address;
};

/** Where a reader proposes a cluster; what is known of it stands in the form already. */
export const proposeAddress = (known: Readonly<Record<string, string>> = {}): string =>
	withQuery('/clusters/propose/', known);

/** A door of the site, with the pages behind it. */
export interface Door {
	label: string;
	address: string;
	pages: { label: string; address: string }[];
}

/** Where members follow what they sent, and the points that came of it. */
export const LEDGER: Above = { label: 'Follow what you sent', address: '/have-your-say/what-happened/' };

/** The label of the door with the profiles, which are most of what the site holds. */
export const MAIN_DOOR = 'Clusters';

const GECES_DOOR = 'GECES';

/** The five doors that a site can have, in order. */
export const doors: readonly Door[] = [
	{
		label: MAIN_DOOR,
		address: '/clusters/',
		pages: [
			{ label: 'By country', address: '/clusters/country/' },
			{ label: 'By theme', address: '/clusters/theme/' },
			{ label: 'By what members share', address: '/clusters/service/' },
			{ label: 'Clusters in numbers', address: '/clusters/numbers/' },
			{ label: 'Add a cluster', address: proposeAddress() },
			{ label: 'What is missing', address: '/clusters/gaps/' },
		],
	},
	{
		label: GECES_DOOR,
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
		pages: [LEDGER, { label: 'Suggest a correction', address: '/have-your-say/correct/' }],
	},
	{
		label: 'Guide',
		address: '/guide/',
		pages: [
			{ label: 'Words', address: '/guide/words/' },
			{ label: 'Is our group a cluster?', address: '/guide/is-our-group-a-cluster/' },
		],
	},
];

/** The doors of a site, in order: that of GECES can be left out. */
export const doorsOf = ({ geces }: Pick<SiteSettings, 'geces'>): readonly Door[] =>
	geces ? doors : doors.filter(({ label }) => label !== GECES_DOOR);

/** The page about the site, below which others about it lie. */
export const ABOUT: Above = { label: 'About this site', address: '/about/' };

/** Pages about the site itself, for the footer. */
export const aboutPages = [
	ABOUT,
	{ label: 'How we choose and check', address: '/about/criteria/' },
	{ label: 'Corrections', address: '/about/corrections/' },
	{ label: 'Open data', address: '/data/' },
	{ label: 'Accessibility', address: '/accessibility/' },
	{ label: 'Privacy', address: '/privacy/' },
	{ label: 'Contact', address: '/contact/' },
] as const;

interface Link {
	label: string;
	address: string;
}

const linksBehind = (label: string, doorsShown: readonly Door[] = doors): Link[] =>
	doorsShown.flatMap((door) => (door.label === label ? [{ label, address: door.address }, ...door.pages] : []));

const ways = [proposeAddress(), '/contact/'];
const isWayToUs = ({ address }: Link) => ways.includes(address);
const linksToUs = [...linksBehind(MAIN_DOOR), ...aboutPages].filter(isWayToUs);

/** The titled columns of the footer: the doors, the pages behind them and those about the site, each once. */
export const footerColumnsOf = (
	settings: Pick<SiteSettings, 'geces'>,
): readonly { title: string; links: readonly Link[] }[] => [
	{
		title: MAIN_DOOR,
		links: [{ label: 'All clusters', address: '/clusters/' }, ...linksBehind(MAIN_DOOR).slice(1)].filter(
			(link) => !isWayToUs(link),
		),
	},
	{ title: 'Policy', links: [...linksBehind(GECES_DOOR, doorsOf(settings)), ...linksBehind('Updates')] },
	{ title: 'Take part', links: [...linksBehind('Have your say'), ...linksToUs] },
	{ title: 'Learn', links: linksBehind('Guide') },
	{ title: 'About', links: aboutPages.filter((link) => !isWayToUs(link)) },
];

/** The doors of a site and all pages behind them, in one row. */
export const doorsAndPagesOf = (settings: Pick<SiteSettings, 'geces'>): Link[] =>
	doorsOf(settings).flatMap(({ label, address, pages }) => [{ label, address }, ...pages]);

/** The door behind which an address of this site lies; undefined for pages about the site itself. */
export const doorOf = (address: string): Door | undefined => doors.find((door) => address.startsWith(door.address));

/** A page that others lie below. */
export type Above = Pick<Door, 'label' | 'address'>;

/** The pages that one lies below, outermost first: its door, and those between the two. */
export function trailTo(address: string, between: readonly Above[] = []): readonly Above[] {
	const door = doorOf(address);
	return door && door.address !== address ? [door, ...between] : between;
}

/** Where a reader corrects a profile, which stands in the form already: also a fact by its path (`members.total`). */
export const correctAddress = (cluster?: string, field?: string): string =>
	withQuery('/have-your-say/correct/', { ...(cluster ? { cluster } : {}), ...(field ? { field } : {}) });

/** The page that thanks for what a form of this name sent. */
export const thanksAddress = (form: string): string => `/have-your-say/thanks/#${form}`;

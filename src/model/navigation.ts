const withQuery = (address: string, fields: Readonly<Record<string, string>>): string => {
	const query = new URLSearchParams(fields).toString();
	return query ? `${address}?${query}` : address;
};

/** A door of the site, with the pages behind it. */
export interface Door {
	label: string;
	address: string;
	pages: { label: string; address: string }[];
}

/** The five doors of the header, in order. The footer shows the pages behind them too. */
export const doors: readonly Door[] = [
	{
		label: 'Clusters',
		address: '/clusters/',
		pages: [
			{ label: 'By country', address: '/clusters/country/' },
			{ label: 'By theme', address: '/clusters/theme/' },
			{ label: 'By what members share', address: '/clusters/service/' },
			{ label: 'Propose a cluster', address: '/clusters/propose/' },
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
		pages: [
			{ label: 'What happened', address: '/have-your-say/what-happened/' },
			{ label: 'Correct a profile', address: '/have-your-say/correct/' },
		],
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

/** Where a reader proposes a cluster; what is known of it stands in the form already. */
export const proposeAddress = (known: Readonly<Record<string, string>> = {}): string =>
	withQuery('/clusters/propose/', known);

/** The longest text of a profile that the form for corrections repeats. */
const PRESENT_MAX_CHARACTERS = 200;

/** Where a reader corrects a profile, which stands in the form already: a fact by its path (`members.total`), with what the page says of it now. */
export const correctAddress = (cluster?: string, field?: string, present?: string): string =>
	withQuery('/have-your-say/correct/', {
		...(cluster ? { cluster } : {}),
		...(field ? { field } : {}),
		...(present ? { present: present.slice(0, PRESENT_MAX_CHARACTERS) } : {}),
	});

/** The page that thanks for what a form of this name sent. */
export const thanksAddress = (form: string): string => `/have-your-say/thanks/#${form}`;

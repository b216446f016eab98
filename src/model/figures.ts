import { groupByEach } from '../formats/group-by.ts';
import { shareInWords, type Share } from '../formats/shares.ts';
import { capital, formatCount, formatList, formatNumber, withoutCapital } from '../formats/text.ts';
import type { Entry } from '../schemas/collections.ts';
import { countryInText } from '../schemas/countries.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { memberKinds, services, clusterKinds, type Concept } from '../schemas/vocabularies.ts';
import { browsedFacets, facetAddress, valuesOf, type BrowsedFacet, type FacetValue } from './facets.ts';

type Profile = Entry<'clusters'>;
type ServiceId = keyof typeof services;

/** A line of a figure: how many clusters, and how many related structures, have what its label says. */
export interface FigureRow {
	label: string;
	/** Where those profiles are listed. */
	address?: string | undefined;
	clusters: number;
	related: number;
}

/** What a figure shows, what it says, and what it rests on. */
export interface Figure {
	/** Of its heading and its file. */
	id: string;
	/** The finding, in words made from the numbers. */
	title: string;
	/** What is shown. */
	shown: string;
	/** What its lines are. */
	unit: string;
	rows: FigureRow[];
	/** How many profiles state it. */
	stated: number;
	/** How many profiles there are. */
	of: number;
}

const isRelated = ({ data }: Profile) => data.kind === 'other';

/** How many of some profiles are clusters, and how many are related structures. */
function split(profiles: readonly Profile[]): Pick<FigureRow, 'clusters' | 'related'> {
	const related = profiles.filter(isRelated).length;
	return { clusters: profiles.length - related, related };
}

/** All that a line counts. */
export const totalOf = ({ clusters, related }: Pick<FigureRow, 'clusters' | 'related'>): number => clusters + related;

const mostFirst = (a: FigureRow, b: FigureRow) => totalOf(b) - totalOf(a);
const begin = ({ text }: Share) => capital(text);

/** A value of a facet as a line of a figure. */
export const rowOfValue = (
	name: BrowsedFacet['name'],
	{ id, label, clusters }: Pick<FacetValue<Profile>, 'id' | 'label' | 'clusters'>,
): FigureRow => ({ label, address: facetAddress(name, id), ...split(clusters) });

function rowsOfFacet(name: BrowsedFacet['name'], clusters: readonly Profile[]): FigureRow[] {
	return browsedFacets
		.filter((facet) => facet.name === name)
		.flatMap((facet) => valuesOf(facet, { clusters }))
		.map((value) => rowOfValue(name, value))
		.sort(mostFirst);
}

/** The ids of a vocabulary that profiles have, each with its profiles. */
function rowsOfVocabulary(
	vocabulary: Readonly<Record<string, Concept>>,
	clusters: readonly Profile[],
	idsOf: (profile: Profile) => readonly string[],
	addressOf: (id: string) => string | undefined,
): FigureRow[] {
	const groups = groupByEach(clusters, idsOf);
	return Object.entries(vocabulary)
		.flatMap(([id, { label }]) => {
			const group = groups.get(id);
			return group ? [{ label, address: addressOf(id), ...split(group) }] : [];
		})
		.sort(mostFirst);
}

const NAMED_MAX = 3;

function countryTitle(rows: readonly FigureRow[], all: number): string {
	const [first] = rows;
	if (!first) return 'No profile yet';
	const most = totalOf(first);
	const leaders = rows.filter((row) => totalOf(row) === most);
	if (leaders.length > NAMED_MAX) return `No country has more than ${formatCount(most, 'profile')}`;
	const names = formatList(leaders.map(({ label }) => countryInText(label)));
	if (leaders.length > 1) return capital(`${names} have the most profiles, ${most} each`);
	const share = shareInWords(most, all);
	return `${begin(share)} ${share.isMany ? 'are' : 'is'} in ${names}`;
}

/** Profiles by country. */
export function byCountry(clusters: readonly Profile[]): Figure {
	const rows = rowsOfFacet('country', clusters);
	return {
		id: 'country',
		title: countryTitle(rows, clusters.length),
		shown: 'Profiles by country.',
		unit: 'Country',
		rows,
		stated: clusters.length,
		of: clusters.length,
	};
}

/** Profiles by theme. */
export function byTheme(clusters: readonly Profile[]): Figure {
	const share = shareInWords(clusters.filter(({ data }) => data.themes.length > 1).length, clusters.length);
	return {
		id: 'theme',
		title: `${begin(share)} ${share.isMany ? 'work' : 'works'} in several fields`,
		shown: 'Profiles by theme. Each has one to five, so the bars add up to more than all profiles.',
		unit: 'Theme',
		rows: rowsOfFacet('theme', clusters),
		stated: clusters.length,
		of: clusters.length,
	};
}

/** Profiles by kind. */
export function byKind(clusters: readonly Profile[]): Figure {
	const { related } = split(clusters);
	const share = shareInWords(related, clusters.length);
	const what = share.isMany ? 'are related structures' : 'is a related structure';
	return {
		id: 'kind',
		title: related === 0 ? 'All are clusters' : `${begin(share)} ${what}`,
		shown: `Profiles by kind. ${clusterKinds.other.label}: ${withoutCapital(clusterKinds.other.definition)}`,
		unit: 'Kind',
		rows: rowsOfVocabulary(
			clusterKinds,
			clusters,
			({ data }) => [data.kind],
			(id) => `/clusters/?kind=${id}`,
		),
		stated: clusters.length,
		of: clusters.length,
	};
}

/** A profile with the year in which it was founded. */
export interface Founding {
	profile: Profile;
	year: number;
}

/** The profiles that state when they were founded, the earliest first. */
export const foundings = (clusters: readonly Profile[]): Founding[] =>
	clusters
		.flatMap((profile) => (profile.data.founded === undefined ? [] : [{ profile, year: profile.data.founded }]))
		.sort((a, b) => a.year - b.year || Number(isRelated(a.profile)) - Number(isRelated(b.profile)));

const DECADE = 10;
const decadeOf = (year: number) => Math.floor(year / DECADE) * DECADE;

/** Profiles by the year in which they were founded; undefined where none states it. */
export function byFounding(clusters: readonly Profile[]): Figure | undefined {
	const founded = foundings(clusters);
	const [decade] = [...groupByEach(founded, ({ year }) => [decadeOf(year)])].sort(
		([one, a], [other, b]) => b.length - a.length || other - one,
	);
	if (!decade) return undefined;
	const [from, inDecade] = decade;
	const years = [...groupByEach(founded, ({ year }) => [year])];
	return {
		id: 'founded',
		title: `${begin(shareInWords(inDecade.length, founded.length))} began between ${from} and ${from + DECADE - 1}`,
		shown: `Profiles by the year in which they were founded: ${inDecade.length} of ${founded.length} in these ten years.`,
		unit: 'Year',
		rows: years.map(([year, group]) => ({ label: String(year), ...split(group.map(({ profile }) => profile)) })),
		stated: founded.length,
		of: clusters.length,
	};
}

const FIVE = 5;
/** So many years are shown one by one; few profiles are older. */
const YEARS_SHOWN = 40;

/** The first year that is shown by itself: one that five divides. */
export function firstYearShown(founded: readonly Founding[]): number {
	const first = founded[0]?.year ?? 0;
	const last = founded.at(-1)?.year ?? 0;
	return Math.floor(Math.max(first, last - YEARS_SHOWN) / FIVE) * FIVE;
}

/** The founding years by five, from a first one on; what lies before is one line. */
export function byFiveYears(founded: readonly Founding[], from: number): FigureRow[] {
	const last = founded.at(-1)?.year ?? from;
	const starts = Array.from({ length: Math.floor((last - from) / FIVE) + 1 }, (_, index) => from + index * FIVE);
	const rowOf = (label: string, isIn: (year: number) => boolean) => ({
		label,
		...split(founded.filter(({ year }) => isIn(year)).map(({ profile }) => profile)),
	});
	const two = (year: number) => String(year).slice(2);
	return [
		rowOf(`before ${from}`, (year) => year < from),
		...starts.map((start) =>
			rowOf(`${start}–${two(start + FIVE - 1)}`, (year) => year >= start && year < start + FIVE),
		),
	];
}

const sizes = [
	{ label: 'up to 9', below: 10 },
	{ label: '10–24', below: 25 },
	{ label: '25–49', below: 50 },
	{ label: '50–99', below: 100 },
	{ label: '100–249', below: 250 },
	{ label: '250+', below: Infinity },
];

/** Profiles by the number of their members; undefined where none states it. */
export function byMembers(clusters: readonly Profile[]): Figure | undefined {
	const counted = clusters.flatMap((profile) => {
		const count = profile.data.members?.total;
		return count === undefined ? [] : [{ profile, count }];
	});
	const fewerThan = (limit: number) => counted.filter(({ count }) => count < limit).length;
	// The end of a bar, so that whoever looks at the bars can see that it is so.
	const limit = sizes.map(({ below }) => below).find((below) => fewerThan(below) * 2 >= counted.length);
	if (counted.length === 0 || limit === undefined) return undefined;
	const half = fewerThan(limit) * 2 === counted.length ? 'Half have' : 'More than half have';
	const size = limit === Infinity ? `${sizes.at(-2)?.below} members or more` : `fewer than ${limit} members`;
	return {
		id: 'members',
		title: `${half} ${size}`,
		shown: 'Profiles by number of members. Some count organisations, some people; “more than 260” counts as 260.',
		unit: 'Members',
		rows: sizes.map(({ label, below }, index) => {
			const from = sizes[index - 1]?.below ?? 0;
			const group = counted.filter(({ count }) => count >= from && count < below);
			return { label, ...split(group.map(({ profile }) => profile)) };
		}),
		stated: counted.length,
		of: clusters.length,
	};
}

/** Profiles by who takes part; undefined where none states it. */
export function byMemberKind(clusters: readonly Profile[]): Figure | undefined {
	const stating = clusters.filter(({ data }) => (data.members?.kinds ?? []).length > 0);
	if (stating.length === 0) return undefined;
	const withPublic = stating.filter(({ data }) => data.members?.kinds?.includes('public-authorities')).length;
	return {
		id: 'who',
		title: `Public authorities take part in ${shareInWords(withPublic, stating.length).text}`,
		shown: 'Profiles by who takes part. Most name several.',
		unit: 'Who takes part',
		rows: rowsOfVocabulary(
			memberKinds,
			stating,
			({ data }) => data.members?.kinds ?? [],
			() => undefined,
		),
		stated: stating.length,
		of: clusters.length,
	};
}

/** Two services, and who offers both. */
export interface ServicePair extends FigureRow {
	pair: readonly [ServiceId, ServiceId];
}

/** How often services come together, the most first in both directions. */
export interface ServiceFigure extends Figure {
	/** The services that a profile offers, those that most offer first. */
	services: readonly { id: ServiceId; label: string; address: string; count: number }[];
	pairs: readonly ServicePair[];
}

/** Which services come together; undefined where no profile names two. */
export function byServices(clusters: readonly Profile[]): ServiceFigure | undefined {
	const stating = clusters.filter(({ data }) => (data.services ?? []).length > 0);
	const offering = groupByEach(stating, ({ data }) => data.services ?? []);
	const offer = (id: ServiceId) => offering.get(id) ?? [];
	const offered = keysOf(services)
		.map((id) => ({
			id,
			label: services[id].label,
			address: facetAddress('service', id),
			count: offer(id).length,
		}))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
	const pairs = offered
		.flatMap((one, index) =>
			offered.slice(0, index).map((other): ServicePair => ({
				pair: [other.id, one.id],
				label: `${other.label} + ${withoutCapital(one.label)}`,
				...split(offer(one.id).filter(({ data }) => data.services?.includes(other.id))),
			})),
		)
		.filter((row) => totalOf(row) > 0)
		.sort(mostFirst);
	const [top] = pairs;
	if (!top) return undefined;
	const share = shareInWords(totalOf(top), stating.length);
	const [one, other] = top.pair.map((id) => services[id].label.toLowerCase());
	return {
		id: 'services',
		title: `${begin(share)} ${share.isMany ? 'offer' : 'offers'} ${one ?? ''} and ${other ?? ''}`,
		shown: 'How many profiles offer both services.',
		unit: 'Services',
		rows: [...offered.map(({ id, label }) => ({ label, ...split(offer(id)) })), ...pairs],
		stated: stating.length,
		of: clusters.length,
		services: offered,
		pairs,
	};
}

/** All figures that the profiles have enough for, in the order of their page. */
export const figuresOf = (clusters: readonly Profile[]): Figure[] =>
	clusters.length === 0
		? []
		: [
				byCountry(clusters),
				byTheme(clusters),
				byFounding(clusters),
				byKind(clusters),
				byMembers(clusters),
				byMemberKind(clusters),
				byServices(clusters),
			].flatMap((figure) => figure ?? []);

/** How many profiles a figure rests on. */
export const basisOf = ({ stated, of }: Pick<Figure, 'stated' | 'of'>): string =>
	stated === of
		? `From all ${formatCount(of, 'profile')}`
		: `${formatNumber(stated)} of ${formatCount(of, 'profile')} ${stated === 1 ? 'states' : 'state'} it`;

/** The addresses of the page of figures, and of the table of one as a file. */
export const NUMBERS_ADDRESS = '/clusters/numbers/';
export const figureFile = (id: string): string => `${NUMBERS_ADDRESS}${id}.csv`;

/** A figure as lines of a table, its head first. */
export const tableOf = ({ unit, rows }: Pick<Figure, 'unit' | 'rows'>): string[][] => [
	[unit, 'Clusters', 'Related structures', 'Both'],
	...rows.map((row) => [row.label, ...[row.clusters, row.related, totalOf(row)].map(String)]),
];

/** How many different public pages the profiles rest on. */
export const countSources = (clusters: readonly Profile[]): number =>
	new Set(clusters.flatMap(({ data }) => data.sources.map(({ url }) => url))).size;

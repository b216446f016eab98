import { knownDate } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { areaAt, CARD_MAP_ROOM, cardMapOf, dotsOn, nameOfArea, type Area, type Spot } from '../formats/map.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { collections, type Entry, type EntryCollection } from '../schemas/collections.ts';
import { countries, type CountryCode, type Position } from '../schemas/countries.ts';
import { labelOf } from '../schemas/label-of.ts';
import { clusterKinds } from '../schemas/vocabularies.ts';
import { formatPlace } from './cluster-facts.ts';
import { formatMeetingDays } from './meeting-state.ts';
import { MAIN_DOOR } from './navigation.ts';

/** What a page says of the card that is shown with links to it; what it leaves out follows from the page. */
export interface OfShareCard {
	/** What the page is, in a word or two. */
	kind?: string;
	title?: string;
	/** The name in its own language, where the title is another one. */
	localName?: string | undefined;
	/** Below the title: where it lies, or when it was. */
	line?: string | undefined;
	map?: { area: Area; dots: readonly Spot[] };
}

/**
 * So many entries of a collection have a card each. Where there are more they share one, or one a country: hosts take
 * 20,000 files, and a first build would draw for minutes.
 */
export const OWN_CARDS_MAX = 1_000;

/** More dots would be a blot on a card. */
const DOTS_MAX = 120;

/** Positions on the map of an area, as a card shows them. */
export const mapWith = (area: Area, positions: readonly Position[]): NonNullable<OfShareCard['map']> => ({
	area,
	// What lies farther west would lie under the title: in the Azores, on the map of Europe.
	dots: dotsOn(cardMapOf(area), positions, DOTS_MAX).dots.filter(({ x }) => x > CARD_MAP_ROOM.west),
});

/** The map of a card for a list of profiles. Of thousands it takes long: once for all pages of the list. */
export const mapOfProfiles = (
	area: Area,
	profiles: readonly { data: Pick<Cluster, 'position'> }[],
): NonNullable<OfShareCard['map']> =>
	mapWith(
		area,
		profiles.flatMap(({ data }) => data.position ?? []),
	);

/** What all profiles of a country share where there are many: no dots, so that a new profile leaves it as it is. */
const countryCard = (country: CountryCode): OfShareCard => ({
	kind: MAIN_DOOR,
	title: labelOf(countries, country),
	map: mapWith(country, []),
});

function profileCard(cluster: Cluster): OfShareCard {
	const { name, localNames = [], country, position } = cluster;
	const local = localNames.find((other) => !other.note && other.name !== name);
	const area = position ? areaAt(country, position) : country;
	return {
		kind: labelOf(clusterKinds, cluster.kind),
		title: name,
		localName: local?.name,
		line: formatPlace(cluster),
		map: mapWith(area, position ? [position] : []),
	};
}

/** What the card of an entry says of itself, by collection; its title, where that is all. */
const ownCards: { [N in EntryCollection]?: (data: Entry<N>['data']) => OfShareCard } = {
	clusters: profileCard,
	updates: (data) => ({ kind: 'Update', line: formatDate(knownDate(data)) }),
	meetings: (data) => ({
		kind: 'GECES meeting',
		title: data.title,
		line: [formatMeetingDays(data), data.place].filter(Boolean).join(', '),
	}),
	calls: () => ({ kind: 'Call for views' }),
	points: () => ({ kind: 'Point from members' }),
};

/** What the card of an entry shows, one among so many. */
export function entryCard<N extends EntryCollection>(collection: N, { data }: Entry<N>, count: number): OfShareCard {
	if (count <= OWN_CARDS_MAX) return ownCards[collection]?.(data) ?? {};
	// Only profiles lie in a country that they have a page for.
	return collection === 'clusters' ? countryCard((data as Cluster).country) : { title: collections[collection].plural };
}

/** What a card shows, in words. */
export const describeCard = ({ kind, title, line, map }: OfShareCard): string =>
	`${kind ?? ''}: ${title ?? ''}${line ? `, ${line}` : ''}${map ? `, on a map of ${nameOfArea(map.area)}` : ''}`;

import type { Cluster } from '../schemas/cluster.ts';
import { countries, countryInText } from '../schemas/countries.ts';
import { clusterKinds, services, themes } from '../schemas/vocabularies.ts';
import { groupByEach } from '../formats/group-by.ts';
import { capital, withoutCapital } from '../formats/text.ts';
import { oncePer } from './once.ts';

/** Of a cluster what it is compared by. */
export interface ComparedCluster {
	id: string;
	data: Pick<Cluster, 'place' | 'region' | 'country' | 'kind' | 'themes' | 'services'>;
}

/** A cluster like another one, and why. */
export interface RelatedCluster<C extends ComparedCluster> {
	cluster: C;
	/** The likeness in words: “Also in Liège; also works on food and farming.” */
	reason: string;
}

const RELATED_MAX = 3;
/** How far to look on either side in a group, so that the work grows with the number of clusters, not its square. */
const NEIGHBOURS = 12;

/** A cluster with its themes and services as bits of a number: it is compared with some two hundred others. */
interface Coded<C extends ComparedCluster> {
	cluster: C;
	themes: number;
	services: number;
}

/** The terms of a vocabulary, of which none has more than 32, each with a bit of its own. */
const bitsOf = (vocabulary: object): Map<string, number> =>
	new Map(Object.keys(vocabulary).map((id, index) => [id, 1 << index]));
const themeBits = bitsOf(themes);
// What everybody works on makes nobody alike.
themeBits.set('cross-sector', 0);
const serviceBits = bitsOf(services);

const toBits = (bits: ReadonlyMap<string, number>, ids: readonly string[] = []): number =>
	ids.reduce((all, id) => all | (bits.get(id) ?? 0), 0);

function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}

const toCoded = <C extends ComparedCluster>(cluster: C): Coded<C> => ({
	cluster,
	themes: toBits(themeBits, cluster.data.themes),
	services: toBits(serviceBits, cluster.data.services),
});

/** How close two clusters lie, and what it counts. */
const closeness = { place: 5, region: 4, country: 2 } as const;

/** In what two clusters are alike. The words are made for the few that are shown. */
interface Likeness {
	/** What they share of where they lie. */
	near: keyof typeof closeness | undefined;
	isOneKind: boolean;
	themes: number;
	/** None, if they share fewer than three. */
	services: number;
	score: number;
}

function nearOf(a: ComparedCluster['data'], b: ComparedCluster['data']): Likeness['near'] {
	if (a.country !== b.country) return undefined;
	if (a.place && a.place === b.place) return 'place';
	return a.region && a.region === b.region ? 'region' : 'country';
}

function likenessOf(one: Coded<ComparedCluster>, other: Coded<ComparedCluster>): Likeness {
	const near = nearOf(one.cluster.data, other.cluster.data);
	const { kind } = one.cluster.data;
	const isOneKind = kind === other.cluster.data.kind && kind !== 'other';
	const themes = one.themes & other.themes;
	const shared = one.services & other.services;
	const services = countBits(shared) >= 3 ? shared : 0;
	const score =
		(near ? closeness[near] : 0) +
		(isOneKind ? 2 : 0) +
		(themes === 0 ? 0 : 2 + countBits(themes)) +
		(services === 0 ? 0 : 1);
	return { near, isOneKind, themes, services, score };
}

/** Another cluster that is like one. */
interface Found<C extends ComparedCluster> {
	cluster: C;
	likeness: Likeness;
}

const byLikeness = (a: Found<ComparedCluster>, b: Found<ComparedCluster>): number =>
	b.likeness.score - a.likeness.score || (a.cluster.id < b.cluster.id ? -1 : 1);

/** More would not be read. */
const REASONS_TOLD = 2;
const THEMES_TOLD = 2;

/** A likeness of a cluster in words, the strongest first. */
function sentence({ data }: ComparedCluster, { near, isOneKind, ...shared }: Likeness): string {
	const parts: string[] = [];
	if (near) parts.push(`also in ${near === 'country' ? countryInText(countries[data.country].label) : data[near]}`);
	if (isOneKind) {
		const { label } = clusterKinds[data.kind];
		const article = /^[AEIOU]/.test(label) ? 'an' : 'a';
		parts.push(`also ${article} ${withoutCapital(label)}`);
	}
	if (shared.themes !== 0) {
		const labels = data.themes
			.filter((theme) => shared.themes & (themeBits.get(theme) ?? 0))
			.map((theme) => themes[theme].label.toLowerCase());
		parts.push(`works on ${labels.slice(0, THEMES_TOLD).join(', ')} too`);
	}
	if (shared.services !== 0) parts.push(`shares ${countBits(shared.services)} of the same services`);
	const words = parts.slice(0, REASONS_TOLD).join('; ');
	return `${capital(words)}.`;
}

const groupsOf = ({ data }: ComparedCluster) => [
	...(data.place ? [`place ${data.country} ${data.place}`] : []),
	...(data.region ? [`region ${data.country} ${data.region}`] : []),
	`country ${data.country} ${data.themes[0]}`,
	`country ${data.country}`,
	...data.themes.map((theme) => `theme ${theme} ${data.kind}`),
	...data.themes.map((theme) => `theme ${theme}`),
];

/**
 * Answers for a cluster up to three of the others like it by place, kind, theme and services. Ties are broken by
 * slug, so that a rebuild never reshuffles.
 */
export function relatedFinder<C extends ComparedCluster>(clusters: readonly C[]): (cluster: C) => RelatedCluster<C>[] {
	const coded = new Map(clusters.map((cluster) => [cluster.id, toCoded(cluster)]));
	const groups = new Map(
		[...groupByEach(coded.values(), ({ cluster }) => groupsOf(cluster))].map(([key, members]) => [
			key,
			{ members, positions: new Map(members.map(({ cluster }, index) => [cluster.id, index])) },
		]),
	);

	// A page asks twice: for its key, and when it is made.
	return oncePer((cluster) => {
		const own = toCoded(cluster);
		const candidates = new Set<Coded<C>>();
		for (const key of groupsOf(cluster)) {
			const { members = [], positions } = groups.get(key) ?? {};
			const position = positions?.get(cluster.id) ?? 0;
			const end = Math.min(position + NEIGHBOURS + 1, members.length);
			for (let index = Math.max(0, position - NEIGHBOURS); index < end; index += 1) {
				const near = members[index];
				if (near) candidates.add(near);
			}
		}
		// Two hundred are not sorted where three are shown.
		const best: Found<C>[] = [];
		for (const near of candidates) {
			if (near.cluster.id === cluster.id) continue;
			const found = { cluster: near.cluster, likeness: likenessOf(own, near) };
			const last = best[RELATED_MAX - 1];
			if (found.likeness.score === 0 || (last && byLikeness(last, found) < 0)) continue;
			best.push(found);
			best.sort(byLikeness).splice(RELATED_MAX);
		}
		return best.map(({ cluster: near, likeness }) => ({ cluster: near, reason: sentence(cluster, likeness) }));
	});
}

import { formatList } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { countries, countryInText } from '../schemas/countries.ts';
import { clusterKinds, services, themes } from '../schemas/vocabularies.ts';
import { groupByEach } from '../formats/group-by.ts';

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

/** A way in which two clusters are alike. The words are made for the few that are shown. */
interface Likeness {
	score: number;
	words: () => string;
}

function likenessesOf(one: Coded<ComparedCluster>, other: Coded<ComparedCluster>): Likeness[] {
	const [a, b] = [one.cluster.data, other.cluster.data];
	const found: Likeness[] = [];
	if (a.country === b.country) {
		if (a.place && a.place === b.place) found.push({ score: 5, words: () => `also in ${a.place}` });
		else if (a.region && a.region === b.region) found.push({ score: 4, words: () => `also in ${a.region}` });
		else found.push({ score: 2, words: () => `also in ${countryInText(countries[a.country].label)}` });
	}
	if (a.kind === b.kind && a.kind !== 'other') {
		const { label } = clusterKinds[a.kind];
		const words = () =>
			`also ${/^[AEIOU]/.test(label) ? 'an' : 'a'} ${label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}`;
		found.push({ score: 2, words });
	}
	const sharedThemes = one.themes & other.themes;
	if (sharedThemes !== 0) {
		const labels = () =>
			a.themes
				.filter((theme) => sharedThemes & (themeBits.get(theme) ?? 0))
				.map((theme) => themes[theme].label.toLowerCase());
		found.push({ score: 2 + countBits(sharedThemes), words: () => `works on ${labels().join(', ')} too` });
	}
	const sharedServices = one.services & other.services;
	if (countBits(sharedServices) >= 3) {
		const labels = () =>
			(a.services ?? [])
				.filter((service) => sharedServices & (serviceBits.get(service) ?? 0))
				.map((service) => services[service].label.toLowerCase());
		found.push({ score: 1, words: () => `also offers ${formatList(labels().slice(0, 3))}` });
	}
	return found;
}

const sentence = (likenesses: Likeness[]) => {
	const words = likenesses.map((likeness) => likeness.words()).join('; ');
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

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

	return (cluster) => {
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
		return [...candidates]
			.filter((near) => near.cluster.id !== cluster.id)
			.map((near) => {
				const likenesses = likenessesOf(own, near);
				return { near, likenesses, score: likenesses.reduce((sum, { score }) => sum + score, 0) };
			})
			.filter(({ score }) => score > 0)
			.sort((a, b) => b.score - a.score || (a.near.cluster.id < b.near.cluster.id ? -1 : 1))
			.slice(0, RELATED_MAX)
			.map(({ near, likenesses }) => ({ cluster: near.cluster, reason: sentence(likenesses) }));
	};
}

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

interface Likeness {
	score: number;
	words: string;
}

function likenessesOf(a: ComparedCluster, b: ComparedCluster): Likeness[] {
	const found: Likeness[] = [];
	if (a.data.place && a.data.place === b.data.place && a.data.country === b.data.country)
		found.push({ score: 5, words: `also in ${a.data.place}` });
	else if (a.data.country === b.data.country && a.data.region && a.data.region === b.data.region)
		found.push({ score: 4, words: `also in ${a.data.region}` });
	else if (a.data.country === b.data.country)
		found.push({ score: 2, words: `also in ${countryInText(countries[a.data.country].label)}` });
	if (a.data.kind === b.data.kind && a.data.kind !== 'other')
		found.push({
			score: 2,
			words: `also ${/^[AEIOU]/.test(clusterKinds[a.data.kind].label) ? 'an' : 'a'} ${clusterKinds[a.data.kind].label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}`,
		});
	const sharedThemes = a.data.themes.filter((theme) => theme !== 'cross-sector' && b.data.themes.includes(theme));
	if (sharedThemes.length > 0) {
		found.push({
			score: 2 + sharedThemes.length,
			words: `works on ${sharedThemes.map((theme) => themes[theme].label.toLowerCase()).join(', ')} too`,
		});
	}
	const sharedServices = (a.data.services ?? []).filter((service) => b.data.services?.includes(service));
	if (sharedServices.length >= 3) {
		found.push({
			score: 1,
			words: `also offers ${formatList(sharedServices.slice(0, 3).map((service) => services[service].label.toLowerCase()))}`,
		});
	}
	return found;
}

const sentence = (likenesses: Likeness[]) => {
	const words = likenesses.map((likeness) => likeness.words).join('; ');
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
	const groups = groupByEach(clusters, groupsOf);
	const positions = new Map<string, number>();
	for (const [key, group] of groups) group.forEach(({ id }, index) => positions.set(`${key} ${id}`, index));

	return (cluster) => {
		const candidates = new Set<C>();
		for (const key of groupsOf(cluster)) {
			const group = groups.get(key) ?? [];
			const position = positions.get(`${key} ${cluster.id}`) ?? 0;
			for (const near of group.slice(Math.max(0, position - NEIGHBOURS), position + NEIGHBOURS + 1))
				candidates.add(near);
		}
		return [...candidates]
			.filter(({ id }) => id !== cluster.id)
			.map((candidate) => {
				const likenesses = likenessesOf(cluster, candidate);
				return {
					cluster: candidate,
					reason: sentence(likenesses),
					score: likenesses.reduce((sum, { score }) => sum + score, 0),
				};
			})
			.filter(({ score }) => score > 0)
			.sort((a, b) => b.score - a.score || (a.cluster.id < b.cluster.id ? -1 : 1))
			.slice(0, RELATED_MAX)
			.map(({ cluster: related, reason }) => ({ cluster: related, reason }));
	};
}

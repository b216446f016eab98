import { groupByEach } from '../formats/group-by.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { relationKinds } from '../schemas/vocabularies.ts';

/** A profile as another one is tied to it. */
export interface TiedCluster {
	id: string;
	data: Pick<Cluster, 'name' | 'relations'>;
}

/** A tie of a profile to another one. */
export interface Tie {
	/** Slug and name of the other one. */
	slug: string;
	name: string;
	/** What stands between the two names: “is part of”. */
	words: string;
	note?: string;
	/** Whether the other one belongs to this one. */
	isPart: boolean;
}

/** What the other one belongs to this one by: as this one says it, and as the other one does. */
const ofParts: readonly string[] = ['has-part'];
const ofPartsBack: readonly string[] = ['part-of', 'member-of'];

/**
 * Answers for a profile its ties to others: those that it states, then those that only the others state, told from its
 * side, where it says nothing of them.
 */
export function tieFinder(clusters: readonly TiedCluster[]): (cluster: TiedCluster) => Tie[] {
	const names = new Map(clusters.map(({ id, data }) => [id, data.name]));
	const naming = groupByEach(clusters, ({ data }) => (data.relations ?? []).map(({ cluster }) => cluster));
	return ({ id, data }) => {
		const stated = (data.relations ?? []).map(({ cluster: slug, kind, note }) => ({
			slug,
			name: names.get(slug) ?? slug,
			words: relationKinds[kind].label,
			...(note ? { note } : {}),
			isPart: ofParts.includes(kind),
		}));
		const statedBack = (naming.get(id) ?? []).flatMap((other) =>
			(other.data.relations ?? [])
				.filter(({ cluster }) => cluster === id)
				.map(({ kind, note }) => ({
					slug: other.id,
					name: other.data.name,
					words: relationKinds[kind].back,
					...(note ? { note } : {}),
					isPart: ofPartsBack.includes(kind),
				})),
		);
		const known = new Set(stated.map(({ slug }) => slug));
		return [...stated, ...statedBack.filter(({ slug }) => !known.has(slug))];
	};
}

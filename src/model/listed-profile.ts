import { formatList } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';
import type { Entry } from '../schemas/collections.ts';
import { labelOf } from '../schemas/label-of.ts';
import { services } from '../schemas/vocabularies.ts';
import { oncePer } from './once.ts';

/** A profile with what lists show of it. */
export interface ListedProfile {
	id: string;
	data: Pick<
		Cluster,
		'name' | 'summary' | 'kind' | 'stage' | 'founded' | 'country' | 'region' | 'place' | 'members' | 'services'
	>;
}

/** A profile as lists have it: a list need not be made again when anything else is said of it. */
export const asListed = oncePer(({ id, data }: Entry<'clusters'>): ListedProfile => {
	const { name, summary, kind, stage, founded, country, region, place, members, services } = data;
	return { id, data: { name, summary, kind, stage, founded, country, region, place, members, services } };
});

/** What members share, in words: “training, finance and advocacy”. */
export const sharedInWords = (shared: readonly string[]): string =>
	formatList(shared.map((id) => labelOf(services, id).toLowerCase()));

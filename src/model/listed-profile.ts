import type { Cluster } from '../schemas/cluster.ts';
import type { Entry } from '../schemas/collections.ts';
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

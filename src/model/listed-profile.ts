import { formatList } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';
import type { Entry } from '../schemas/collections.ts';
import { labelOf } from '../schemas/label-of.ts';
import { services as allServices } from '../schemas/vocabularies.ts';
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

/** So many services have names in a list; of more the first. */
const SERVICES_TOLD = 4;

/** What members share, in a few words: “training, finance, advocacy and 2 more”. */
export function sharedInWords(shared: readonly string[]): string {
	const words = shared.map((id) => labelOf(allServices, id).toLowerCase());
	if (words.length <= SERVICES_TOLD) return formatList(words);
	const told = words.slice(0, SERVICES_TOLD - 1);
	return formatList([...told, `${words.length - told.length} more`]);
}

import { countries } from '../schemas/countries.ts';
import type { Cluster } from '../schemas/cluster.ts';

/** A profile to choose by its name; the country tells namesakes apart. */
export interface ProfileName {
	slug: string;
	name: string;
	country: string;
}

/** What the choice of a profile shows, in the order given. */
export const profileNames = (
	clusters: readonly { id: string; data: Pick<Cluster, 'name' | 'country'> }[],
): ProfileName[] =>
	clusters.map(({ id, data }) => ({ slug: id, name: data.name, country: countries[data.country].label }));

import type { Entry } from '../schemas/collections.ts';
import { labelOf } from '../schemas/label-of.ts';
import { clusterKinds, themes, type scopes } from '../schemas/vocabularies.ts';
import { fullAddressOf } from './entry-files.ts';

/** Our scopes in the words of Murmurations. */
const geographicScopes: Readonly<Record<keyof typeof scopes, string>> = {
	local: 'local',
	regional: 'regional',
	national: 'national',
	'cross-border': 'international',
};

/** A profile as the Murmurations network describes organisations (organizations_schema-v1.0.0). */
export function toMurmuration({ id, data }: Entry<'clusters'>, site: string): object {
	const page = fullAddressOf('clusters', id, site);
	const { name, acronym, summary, website, kind, country, position, scope } = data;
	return {
		linked_schemas: ['organizations_schema-v1.0.0'],
		name,
		...(acronym ? { nickname: acronym } : {}),
		primary_url: website ?? page,
		urls: [{ name: 'Profile with sources', url: page }],
		description: summary,
		tags: [...new Set([labelOf(clusterKinds, kind), ...data.themes.map((theme) => labelOf(themes, theme))])],
		country_iso_3166: country,
		...(position ? { geolocation: { lat: position.latitude, lon: position.longitude } } : {}),
		...(scope ? { geographic_scope: geographicScopes[scope] } : {}),
	};
}

/** Profiles as a file that Murmurations imports, one a line. */
export const formatMurmurations = (clusters: readonly Entry<'clusters'>[], site: string): string =>
	`[\n${clusters.map((cluster) => JSON.stringify(toMurmuration(cluster, site))).join(',\n')}\n]\n`;

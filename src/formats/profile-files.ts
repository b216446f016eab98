import type { FeatureCollection, Point } from 'geojson';
import { groupBy } from './group-by.ts';
import { clusterSchema } from '../schemas/cluster.ts';
import { addressOf, type Entry } from '../schemas/collections.ts';
import { valuesIn } from '../schemas/values-in.ts';
import { descriptionsOf, type FieldDescription } from '../schemas/describe-fields.ts';
import { SEPARATOR, toCell, toCsv } from './csv.ts';

/** A profile as a record of a file: where it lives on the site, and its fields as the schema has them. */
type ProfileRecord = { slug: string; url: string } & Entry<'clusters'>['data'];

const toRecord = ({ id, data }: Entry<'clusters'>, site: string): ProfileRecord => ({
	slug: id,
	url: new URL(addressOf('clusters', id), site).href,
	...data,
});

/** The paths of the single values in fields: `members.total`, `sources.url`; lists add nothing to a path. */
const pathsIn = (descriptions: readonly FieldDescription[]): string[] =>
	descriptions.flatMap(({ path, type, fields }) => (type === 'group' ? pathsIn(fields) : [path]));

const fields = descriptionsOf(clusterSchema);

/** The columns of the CSV file, made from the schema. */
export const csvColumns: readonly string[] = ['slug', 'url', ...pathsIn(fields)];

/** One line of a CSV file: values never break a line, so that a reader can take lines out of the file. */
function toCells({ slug, url, ...data }: ProfileRecord): string[] {
	const byColumn = groupBy(valuesIn(fields, data), ({ field }) => field.path);
	const cells = pathsIn(fields).map((path) => (byColumn.get(path) ?? []).map(({ value }) => toCell(value)));
	return [toCell(slug), toCell(url), ...cells.map((texts) => texts.join(SEPARATOR))];
}

interface ProfileFile {
	label: string;
	type: string;
	toText: (clusters: readonly Entry<'clusters'>[], site: string) => string;
}

/** The files that profiles can be taken away in. Each holds one profile a line, in the order given. */
export const profileFiles = {
	/** RFC 4180 with single line feeds; UTF-8 with a byte order mark, without which Excel spoils accents. */
	csv: {
		label: 'CSV',
		type: 'text/csv; charset=utf-8',
		toText: (clusters, site) => toCsv([csvColumns, ...clusters.map((cluster) => toCells(toRecord(cluster, site)))]),
	},
	/** A list of records with the fields of the schema. */
	json: {
		label: 'JSON',
		type: 'application/json; charset=utf-8',
		toText: (clusters, site) =>
			`[\n${clusters.map((cluster) => JSON.stringify(toRecord(cluster, site))).join(',\n')}\n]\n`,
	},
	/** RFC 7946; a profile without a known place has no geometry. */
	geojson: {
		label: 'GeoJSON',
		type: 'application/geo+json; charset=utf-8',
		toText: (clusters, site) => {
			const features: FeatureCollection<Point | null>['features'] = clusters.map((cluster) => {
				const { position, ...properties } = toRecord(cluster, site);
				return {
					type: 'Feature',
					id: cluster.id,
					geometry: position ? { type: 'Point', coordinates: [position.longitude, position.latitude] } : null,
					properties: { ...properties, ...(position ? { precision: position.precision } : {}) },
				};
			});
			return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
		},
	},
} as const satisfies Record<string, ProfileFile>;

export type ProfileFormat = keyof typeof profileFiles;

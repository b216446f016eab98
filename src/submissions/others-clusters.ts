import type { Problem } from '../files/problem.ts';
import { isGroup, pruned, valueAt, type Fields } from '../files/values.ts';
import { fold } from '../formats/fold.ts';
import { hostOf } from '../formats/host-of.ts';
import { formatNumber, formatSize, shortened } from '../formats/text.ts';
import { likeness } from '../model/twins.ts';
import { clusterFields, supportableFields } from '../schemas/cluster.ts';
import type { CountryCode } from '../schemas/countries.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { isInside } from '../schemas/land.ts';
import type { scopes } from '../schemas/vocabularies.ts';
import { countryCodes, namesOfCountry } from '../search/country-names.ts';

/** The largest file that is read. */
export const OTHERS_MAX_BYTES = 20_000_000;

/** More drafts than this nobody reads. */
const ENTRIES_MAX = 200;

/** From here on two names are taken for one. */
const NEARLY = 0.85;

/** What a file of another network holds, as drafts of ours. */
export interface OthersClusters {
	/** Who describes clusters in this way. */
	format: 'Murmurations' | 'GoGoCarto';
	/** The licence that the file names. */
	licence: string | undefined;
	drafts: OthersDraft[];
	problems: Problem[];
}

/** A profile as far as a file tells it: an editor does the rest. */
export interface OthersDraft {
	name: string;
	fields: Fields;
	/** What the file tells and the draft does not, and why. */
	notes: string[];
	/** The profile that is probably the same: then it makes no draft. */
	same: string | undefined;
}

/** What is known of a profile that is there. */
export interface KnownProfile {
	slug: string;
	name: string;
	website: string | undefined;
}

/** What files of both kinds tell of a cluster. */
type Told = Partial<
	Record<'name' | 'acronym' | 'website' | 'country' | 'region' | 'place' | 'scope' | 'page', unknown> & {
		latitude: unknown;
		longitude: unknown;
		hasStreet: boolean;
	}
>;

/** Their scopes in our words. */
const scopeOf: Readonly<Record<string, keyof typeof scopes>> = {
	local: 'local',
	regional: 'regional',
	national: 'national',
	international: 'cross-border',
};

/** The first of these paths at which something stands. */
const firstAt = (entry: Fields, ...paths: string[]): unknown =>
	paths
		.map((path) => valueAt(entry, path.split('.')))
		.find((value) => value !== undefined && value !== null && value !== '');

const ofMurmurations = (entry: Fields): Told => ({
	name: entry['name'],
	acronym: entry['nickname'],
	website: entry['primary_url'],
	country: firstAt(entry, 'country_iso_3166', 'country', 'country_name'),
	region: entry['region'],
	place: entry['locality'],
	scope: scopeOf[String(entry['geographic_scope'])],
	page: entry['profile_url'],
	latitude: firstAt(entry, 'geolocation.lat', 'latitude'),
	longitude: firstAt(entry, 'geolocation.lon', 'longitude'),
	hasStreet: firstAt(entry, 'full_address', 'street_address') !== undefined,
});

const ofGoGoCarto = (entry: Fields): Told => ({
	name: firstAt(entry, 'name', 'title'),
	website: firstAt(entry, 'website', 'site', 'url'),
	country: firstAt(entry, 'address.addressCountry', 'country'),
	place: firstAt(entry, 'address.addressLocality', 'city'),
	latitude: firstAt(entry, 'geo.latitude', 'latitude', 'lat'),
	longitude: firstAt(entry, 'geo.longitude', 'longitude', 'lng', 'long'),
	hasStreet: firstAt(entry, 'address.streetAddress', 'streetAddress') !== undefined,
});

/** A refusal of a whole file. */
type Refused = Pick<Problem, 'rule' | 'mend'>;
type ReadEntries = Pick<OthersClusters, 'format' | 'licence'> & { entries: unknown[] };

const NO_FORMAT: Refused = {
	rule: 'The file is neither of Murmurations nor of GoGoCarto',
	mend: 'Give profiles of Murmurations (with “linked_schemas”), or what GoGoCarto answers at /api/elements.json (with “data”).',
};

function entriesIn(text: string): ReadEntries | Refused {
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return { rule: 'The file is no JSON, or is cut off', mend: 'Download it again, as the other site offers it.' };
	}
	const listed = valueAt(json, ['data']);
	const entries = Array.isArray(json) ? json : Array.isArray(listed) ? listed : [json];
	const groups = entries.filter(isGroup);
	if (entries.length === 0) return { rule: 'The file holds no entry', mend: 'Ask the other site for more of them.' };
	if (groups.some((entry) => 'linked_schemas' in entry)) return { format: 'Murmurations', licence: undefined, entries };
	const licence = valueAt(json, ['licence']) ?? valueAt(json, ['license']);
	const isGoGo = (entry: Fields) => firstAt(entry, 'geo.latitude', 'latitude', 'lat') !== undefined;
	if (!groups.some(isGoGo)) return NO_FORMAT;
	return { format: 'GoGoCarto', licence: typeof licence === 'string' ? licence : undefined, entries };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const codeByName = new Map(
	countryCodes.flatMap((code) => namesOfCountry(code).map((name) => [fold(name), code] as const)),
);

/** The country that a file names, by code or by name in any language of Europe. */
const countryNamed = (text: string): CountryCode | undefined =>
	countryCodes.find((code) => code === text.toUpperCase()) ?? codeByName.get(fold(text));

const withScheme = (address: string): string =>
	/^https?:\/\//i.test(address) || address === '' ? address : `https://${address}`;

/** Leaves out what the schema refuses, and says so. */
function accepted(fields: Fields, notes: string[]): Fields {
	return Object.fromEntries(
		Object.entries(fields).filter(([name, value]) => {
			if (value === undefined || value === '') return false;
			const schema = clusterFields[name as keyof typeof clusterFields];
			if (schema.safeParse(value).success) return true;
			notes.push(`“${shortened(JSON.stringify(value), 60)}” cannot be taken as ${name}; it is left out.`);
			return false;
		}),
	);
}

/** A draft from what is told; or why there is none. */
function draftFrom(told: Told, from: string, known: readonly KnownProfile[]): OthersDraft | Refused {
	const name = asText(told.name);
	if (name === '') return { rule: 'has no name', mend: 'Take it out, or give it a name.' };
	const notes: string[] = [];
	const [latitude, longitude] = [Number(told.latitude ?? Number.NaN), Number(told.longitude ?? Number.NaN)];
	const position = Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : undefined;
	const named = asText(told.country);
	const country = named ? countryNamed(named) : position && countryCodes.find((code) => isInside(code, position));
	if (country === undefined) {
		const where = named
			? `lies in “${shortened(named, 40)}”, which is no country of Europe`
			: 'names no country, and has no place in Europe';
		return { rule: where, mend: 'Take it out: this directory has clusters in Europe alone.' };
	}
	if (position && !isInside(country, position)) notes.push('Its position lies outside its country; it is left out.');
	const facts = accepted(
		{
			name,
			acronym: asText(told.acronym) === name ? '' : asText(told.acronym),
			country,
			region: asText(told.region),
			place: asText(told.place),
			position:
				position && isInside(country, position)
					? { ...position, precision: told.hasStreet ? 'address' : 'town' }
					: undefined,
			scope: told.scope,
			website: withScheme(asText(told.website)),
		},
		notes,
	);
	const supports = keysOf(facts).filter((field) => supportableFields.includes(field));
	// The index of Murmurations names the page of each profile.
	const page = asText(told.page) || from;
	const host = hostOf(asText(facts['website']));
	const same = known.find(
		(profile) =>
			likeness(profile.name, name) >= NEARLY ||
			(host !== '' && profile.website !== undefined && hostOf(profile.website) === host),
	);
	return {
		name,
		fields: pruned({ ...facts, sources: [{ title: hostOf(page), url: page, supports }] }),
		notes,
		same: same?.slug,
	};
}

/**
 * Reads a file of Murmurations or GoGoCarto as drafts, with `from`, where it can be read, as their source. Facts alone:
 * summary, kind and themes are ours to write and to choose, and nobody’s sentences are copied.
 */
export function readOthers(
	text: string,
	file: string,
	from: string,
	known: readonly KnownProfile[],
): OthersClusters | Problem {
	if (text.length > OTHERS_MAX_BYTES) {
		return { file, rule: `The file has more than ${formatSize(OTHERS_MAX_BYTES)}`, mend: 'Take it in parts.' };
	}
	const read = entriesIn(text);
	if ('rule' in read) return { file, ...read };
	const { entries, format, licence } = read;
	if (entries.length > ENTRIES_MAX) {
		const rule = `The file holds ${formatNumber(entries.length)} entries; at most ${ENTRIES_MAX} become drafts at once`;
		return { file, rule, mend: 'Ask the other site for fewer, such as those of one region.' };
	}
	const drafts: OthersDraft[] = [];
	const problems: Problem[] = [];
	for (const [index, entry] of entries.entries()) {
		const told = isGroup(entry) ? (format === 'Murmurations' ? ofMurmurations : ofGoGoCarto)(entry) : {};
		const others = drafts.map(({ name, fields }) => ({
			slug: name,
			name,
			website: asText(fields['website']) || undefined,
		}));
		const made = draftFrom(told, from, [...known, ...others]);
		const field = `entry ${index + 1}${asText(told.name) ? `, “${shortened(asText(told.name), 60)}”` : ''}`;
		if ('rule' in made) problems.push({ file, field, ...made });
		else drafts.push(made);
	}
	return { format, licence, drafts, problems };
}

import { formatDate } from '../formats/date.ts';
import { hostOf } from '../formats/host-of.ts';
import { capital, formatLanguage, formatList, formatNumber } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { labelIn } from '../schemas/collections.ts';
import { countries } from '../schemas/countries.ts';
import { labelOf } from '../schemas/label-of.ts';
import * as vocabularies from '../schemas/vocabularies.ts';
import { facetAddress } from './facets.ts';

/** A statement of a profile with what it rests on. */
export interface Fact {
	/** The field of the schema it comes from. */
	field: string;
	/** The path by which it can be corrected: `founded`, `members.total`. */
	path: string;
	label: string;
	/** What the fact says, in words. */
	text: string;
	/** Year or date of a figure that ages, if the source has one. */
	asOf?: string;
	/** Numbers of the sources that support it, counted from 1; empty if none does alone. */
	sourceNumbers: number[];
	/** Whether it is our reading of the sources together: no single one supports it, nor the name or the fact itself. */
	isOurReading: boolean;
	href?: string;
	/** The fields that it is made of, where it is made of several. */
	parts?: { field: string; text: string; href?: string }[];
}

type FieldName = keyof Cluster;

/** Fields that need no mark where no source supports them: they say themselves where to look, or the name does. */
const plain: readonly FieldName[] = ['acronym', 'country', 'region', 'place', 'nuts', 'website', 'mailbox'];

/** Numbers of the sources that support a field, counted from 1. */
export const sourceNumbersFor = (cluster: Cluster, field: string): number[] =>
	cluster.sources.flatMap(({ supports }, index) => (supports.some((name) => name === field) ? [index + 1] : []));

/** The label of a field, as the schema has it: `labelFor('practice', 'worked')`. */
export const labelFor = (...path: [field: string, ...inner: string[]]): string => labelIn('clusters', ...path);

/**
 * The labels of several terms as a list that starts with a capital: “Textiles, agri-food and health”. They come in the
 * order of the vocabulary, so that the same terms read the same in every profile.
 */
function labelsOf(vocabulary: Record<string, { label: string }>, ids: readonly string[]): string {
	const order = Object.keys(vocabulary);
	const ordered = ids.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
	const list = formatList(ordered.map((id) => vocabulary[id]?.label ?? id)).toLowerCase();
	return capital(list);
}

const qualifiers = { exact: '', about: 'about ', 'more-than': 'more than ', 'fewer-than': 'fewer than ' } as const;

/** A number of members as its source puts it: “more than 260”. Undefined if no number is known. */
export const formatQuantity = (members: Cluster['members']): string | undefined =>
	members?.total ? `${qualifiers[members.qualifier ?? 'exact']}${formatNumber(members.total)}` : undefined;

/** The number of members in words: “more than 260 partners”. Undefined if no number is known. */
export function formatMembers(members: Cluster['members']): string | undefined {
	const quantity = formatQuantity(members);
	return quantity && `${quantity} ${members?.counts ?? (members?.total === 1 ? 'member' : 'members')}`;
}

/** The year or date of a number of members, if its source has one. */
export const countedOn = (members: Cluster['members']): string | undefined =>
	members?.asOf === 'undated' ? undefined : members?.asOf;

const placeFields = ['place', 'region', 'country'] as const;

/** Where a cluster lies, from near to far, each name once. */
function placesOf({ place, region, country }: Pick<Cluster, 'place' | 'region' | 'country'>) {
	const places: { field: (typeof placeFields)[number]; text: string | undefined }[] = [
		{ field: 'place', text: place },
		{ field: 'region', text: region },
		{ field: 'country', text: labelOf(countries, country) },
	];
	const named = places.flatMap(({ field, text }) => (text ? [{ field, text }] : []));
	return named.filter(({ text }, index) => !named.slice(index + 1).some((later) => later.text === text));
}

/** Where a cluster lies: “Karditsa, Thessaly, Greece”. */
export const formatPlace = (cluster: Pick<Cluster, 'place' | 'region' | 'country'>): string =>
	placesOf(cluster)
		.map(({ text }) => text)
		.join(', ');

/** Where a cluster lies within its country: “Karditsa, Thessaly”. */
export const formatPlaceInCountry = (cluster: Pick<Cluster, 'place' | 'region' | 'country'>): string =>
	placesOf(cluster)
		.filter(({ field }) => field !== 'country')
		.map(({ text }) => text)
		.join(', ');

/** Whether a cluster has ended or rests, so that lists and heads must say so. */
export const isNoLongerActive = ({ stage }: Pick<Cluster, 'stage'>): boolean =>
	stage === 'closed' || stage === 'completed' || stage === 'on-hold';

const themesOf = ({ themes }: Cluster) =>
	themes.map((id) => ({
		field: 'themes',
		text: labelOf(vocabularies.themes, id),
		href: facetAddress('theme', id),
	}));

type Extra = Partial<Pick<Fact, 'href' | 'label' | 'path' | 'parts' | 'sourceNumbers'>> & { asOf?: string | undefined };

/** The facts of a profile in reading order. What is not known is left out. */
export function factsOf(cluster: Cluster): Fact[] {
	const { carrier, members, labels } = cluster;
	const places = placesOf(cluster);
	const rows: [FieldName, string | undefined, Extra?][] = [
		['acronym', cluster.acronym],
		['kind', labelOf(vocabularies.clusterKinds, cluster.kind)],
		['stage', cluster.stage && vocabularies.stages[cluster.stage].label, { asOf: cluster.stageAsOf?.toString() }],
		['founded', cluster.founded?.toString()],
		['ended', cluster.ended?.toString()],
		[
			'carrier',
			carrier &&
				// A form in words begins with a capital; “asbl” and “e.V.” stay as they are.
				[carrier.name, carrier.localForm ?? vocabularies.legalForms[carrier.legalForm].label]
					.filter(Boolean)
					.join(', ')
					.replace(/^(?:\p{Ll}+ |\p{Ll}{6})/u, capital),
			{ path: carrier?.name ? 'carrier.name' : 'carrier.legalForm' },
		],
		[
			'place',
			formatPlace(cluster),
			{
				path: cluster.place ? 'place' : cluster.region ? 'region' : 'country',
				parts: places,
				sourceNumbers: cluster.sources.flatMap(({ supports }, index) =>
					placeFields.some((field) => supports.includes(field)) ? [index + 1] : [],
				),
			},
		],
		['nuts', cluster.nuts && `${cluster.nuts.code} (NUTS ${cluster.nuts.version})`, { path: 'nuts.code' }],
		['scope', cluster.scope && vocabularies.scopes[cluster.scope].label],
		['members', formatMembers(members), { asOf: countedOn(members), path: 'members.total' }],
		[
			'members',
			members?.kinds && labelsOf(vocabularies.memberKinds, members.kinds),
			{ label: labelFor('members', 'kinds'), path: 'members.kinds' },
		],
		['sectors', cluster.sectors && capital(formatList(cluster.sectors))],
		['themes', formatList(cluster.themes.map((id) => labelOf(vocabularies.themes, id))), { parts: themesOf(cluster) }],
		['ecosystems', cluster.ecosystems && labelsOf(vocabularies.industrialEcosystems, cluster.ecosystems)],
		['sdgs', cluster.sdgs && labelsOf(vocabularies.sustainableDevelopmentGoals, cluster.sdgs)],
		['priorities', cluster.priorities && labelsOf(vocabularies.priorities, cluster.priorities)],
		['labels', labels && formatList(labels.map(({ name, issuer, on }) => `${name} (${issuer}, ${formatDate(on)})`))],
		['website', cluster.website && hostOf(cluster.website), cluster.website ? { href: cluster.website } : {}],
		['mailbox', cluster.mailbox, cluster.mailbox ? { href: `mailto:${cluster.mailbox}` } : {}],
	];
	return rows.flatMap(([field, text, extra = {}]) => {
		if (!text) return [];
		const { asOf, ...others } = extra;
		const fact = { field, path: field, label: labelFor(field), text, sourceNumbers: sourceNumbersFor(cluster, field) };
		return [
			{
				...fact,
				...others,
				...(asOf ? { asOf: formatDate(asOf) } : {}),
				isOurReading: !plain.includes(field) && fact.sourceNumbers.length === 0,
			},
		];
	});
}

/** The local names of a cluster with their language, for readers. */
export const localNamesOf = ({ localNames = [] }: Cluster) =>
	localNames.map((name) => ({ ...name, languageName: formatLanguage(name.language) }));

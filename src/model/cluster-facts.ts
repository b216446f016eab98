import { formatDate } from '../formats/date.ts';
import { formatLanguage, formatList, formatNumber } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { labelIn } from '../schemas/collections.ts';
import { countries } from '../schemas/countries.ts';
import { labelOf } from '../schemas/label-of.ts';
import * as vocabularies from '../schemas/vocabularies.ts';

/** A statement of a profile with what it rests on. */
export interface Fact {
	/** The field of the schema it comes from. */
	field: string;
	/** The path by which it can be corrected: `founded`, `members.total`. */
	path: string;
	label: string;
	/** What the fact says, in words. */
	text: string;
	/** Year or date of a figure that ages; “undated” if the source has none. */
	asOf?: string;
	/** Numbers of the sources that support it, counted from 1; empty if it is compiled from all of them. */
	sourceNumbers: number[];
	/** Whether we chose the value from a list of ours, rather than read it. */
	isOurChoice: boolean;
	href?: string;
}

type FieldName = keyof Cluster;

/** Fields whose value is a term that we assign from what the sources describe. */
const ourChoices: readonly FieldName[] = ['kind', 'stage', 'themes', 'scope', 'ecosystems', 'position', 'carrier'];

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
	return list.charAt(0).toUpperCase() + list.slice(1);
}

const qualifiers = { exact: '', about: 'about ', 'more-than': 'more than ', 'fewer-than': 'fewer than ' } as const;

/** The number of members in words: “more than 260 partners”. Undefined if no number is known. */
export function formatMembers(members: Cluster['members']): string | undefined {
	if (!members?.total) return undefined;
	return `${qualifiers[members.qualifier ?? 'exact']}${formatNumber(members.total)} ${members.counts ?? (members.total === 1 ? 'member' : 'members')}`;
}

/** Where a cluster lies: “Karditsa, Thessaly, Greece”. */
export const formatPlace = ({ place, region, country }: Pick<Cluster, 'place' | 'region' | 'country'>): string =>
	[place, region, labelOf(countries, country)]
		.filter((part, index, parts) => part && parts.indexOf(part) === index)
		.join(', ');

/** Whether a cluster has ended or rests, so that lists and heads must say so. */
export const isNoLongerActive = ({ stage }: Pick<Cluster, 'stage'>): boolean =>
	stage === 'closed' || stage === 'completed' || stage === 'on-hold';

/** The facts of a profile in reading order. What is not known is left out. */
export function factsOf(cluster: Cluster): Fact[] {
	const { carrier, members, labels } = cluster;
	const rows: [
		FieldName,
		string | undefined,
		{ asOf?: string | undefined; href?: string; label?: string; path?: string }?,
	][] = [
		['acronym', cluster.acronym],
		['kind', labelOf(vocabularies.clusterKinds, cluster.kind)],
		['stage', cluster.stage && vocabularies.stages[cluster.stage].label, { asOf: cluster.stageAsOf?.toString() }],
		['founded', cluster.founded?.toString()],
		['ended', cluster.ended?.toString()],
		[
			'carrier',
			carrier &&
				[carrier.name, carrier.localForm ?? vocabularies.legalForms[carrier.legalForm].label]
					.filter(Boolean)
					.join(', '),
			{ path: carrier?.name ? 'carrier.name' : 'carrier.legalForm' },
		],
		['country', labelOf(countries, cluster.country), { href: `/clusters/country/${cluster.country.toLowerCase()}/` }],
		['region', cluster.region],
		['nuts', cluster.nuts && `${cluster.nuts.code} (NUTS ${cluster.nuts.version})`, { path: 'nuts.code' }],
		['place', cluster.place],
		['scope', cluster.scope && vocabularies.scopes[cluster.scope].label],
		['members', formatMembers(members), { asOf: members?.asOf, path: 'members.total' }],
		[
			'members',
			members?.kinds && labelsOf(vocabularies.memberKinds, members.kinds),
			{ label: labelFor('members', 'kinds'), path: 'members.kinds' },
		],
		['sectors', cluster.sectors && formatList(cluster.sectors)],
		['ecosystems', cluster.ecosystems && labelsOf(vocabularies.industrialEcosystems, cluster.ecosystems)],
		['sdgs', cluster.sdgs && labelsOf(vocabularies.sustainableDevelopmentGoals, cluster.sdgs)],
		['priorities', cluster.priorities && labelsOf(vocabularies.priorities, cluster.priorities)],
		['labels', labels && formatList(labels.map(({ name, issuer, on }) => `${name} (${issuer}, ${formatDate(on)})`))],
		[
			'website',
			cluster.website && new URL(cluster.website).hostname.replace(/^www\./, ''),
			cluster.website ? { href: cluster.website } : {},
		],
		['mailbox', cluster.mailbox, cluster.mailbox ? { href: `mailto:${cluster.mailbox}` } : {}],
	];
	return rows.flatMap(([field, text, extra]) => {
		if (!text) return [];
		return [
			{
				field,
				path: extra?.path ?? field,
				label: extra?.label ?? labelFor(field),
				text,
				...(extra?.asOf ? { asOf: extra.asOf === 'undated' ? 'undated' : formatDate(extra.asOf) } : {}),
				...(extra?.href ? { href: extra.href } : {}),
				sourceNumbers: sourceNumbersFor(cluster, field),
				isOurChoice: ourChoices.includes(field),
			},
		];
	});
}

/** The local names of a cluster with their language, for readers. */
export const localNamesOf = ({ localNames = [] }: Cluster) =>
	localNames.map((name) => ({ ...name, languageName: formatLanguage(name.language) }));

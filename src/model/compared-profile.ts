import type { ComparedCell, ComparedProfile } from '../formats/compared-table.ts';
import { formatDate } from '../formats/date.ts';
import { hostOf } from '../formats/host-of.ts';
import { capital } from '../formats/text.ts';
import type { Cluster, FactName } from '../schemas/cluster.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { labelOf } from '../schemas/label-of.ts';
import * as vocabularies from '../schemas/vocabularies.ts';
import { countedOn, formatMembers, formatPlace, labelFor, sourceNumbersFor } from './cluster-facts.ts';

type Vocabulary = Readonly<Record<string, { label: string }>>;

const sentence = (words: readonly string[]): string => {
	const list = words.join(', ');
	return capital(list);
};

/** The labels of terms in the order of their vocabulary, as a list. */
const labelsOf = (vocabulary: Vocabulary, ids: readonly string[]): string =>
	sentence(keysOf(vocabulary).flatMap((id) => (ids.includes(id) ? [labelOf(vocabulary, id).toLowerCase()] : [])));

const isTold = (text: string | undefined): text is string => text !== undefined && text !== '';

/** What profiles are compared by, in the order in which people ask. */
const rows: readonly [
	field: FactName | 'check',
	label: () => string,
	tell: (cluster: Cluster) => (Omit<ComparedCell, 'text'> & { text: string | undefined }) | undefined,
][] = [
	[
		'members',
		() => labelFor('members'),
		({ members }) => {
			if (!members?.total) return undefined;
			const { counts, ...number } = members;
			const asOf = countedOn(members);
			const text = formatMembers({ ...number, counts: ' ' })?.trim();
			const note = [counts ?? (members.total === 1 ? 'member' : 'members'), asOf && formatDate(asOf)]
				.filter(isTold)
				.join(', ');
			return { text, note, isFigure: true };
		},
	],
	['founded', () => labelFor('founded'), ({ founded }) => ({ text: founded?.toString(), isFigure: true })],
	['kind', () => labelFor('kind'), ({ kind }) => ({ text: labelOf(vocabularies.clusterKinds, kind) })],
	[
		'carrier',
		() => labelFor('carrier'),
		({ carrier }) =>
			carrier && {
				text: labelOf(vocabularies.legalForms, carrier.legalForm),
				...(isTold(carrier.localForm ?? carrier.name)
					? { note: [carrier.localForm, carrier.name].filter(isTold).join(', ') }
					: {}),
			},
	],
	['scope', () => labelFor('scope'), ({ scope }) => ({ text: scope && labelOf(vocabularies.scopes, scope) })],
	[
		'members',
		() => labelFor('members', 'kinds'),
		({ members }) => ({ text: members?.kinds && labelsOf(vocabularies.memberKinds, members.kinds) }),
	],
	['sectors', () => labelFor('sectors'), ({ sectors }) => ({ text: sectors && sentence(sectors) })],
	['practice', () => labelFor('practice', 'worked'), ({ practice }) => ({ text: practice?.worked })],
	['practice', () => labelFor('practice', 'hard'), ({ practice }) => ({ text: practice?.hard })],
	[
		'ecosystems',
		() => labelFor('ecosystems'),
		({ ecosystems }) => ({ text: ecosystems && labelsOf(vocabularies.industrialEcosystems, ecosystems) }),
	],
	[
		'website',
		() => labelFor('website'),
		({ website }) => (website === undefined ? undefined : { text: hostOf(website), href: website }),
	],
	[
		'stage',
		() => labelFor('stage'),
		({ stage, stageAsOf, ended }) => {
			const year = ended ?? stageAsOf;
			return stage && { text: labelOf(vocabularies.stages, stage), ...(year ? { note: `in ${year}` } : {}) };
		},
	],
	['check', () => labelFor('check', 'on'), ({ check }) => ({ text: formatDate(check.on) })],
];

/** Fields whose value is a term of ours: where no source supports one alone, it is our reading of all. */
const ourTerms: readonly string[] = ['kind', 'scope', 'stage', 'carrier', 'ecosystems'];

/** All terms of a vocabulary, each with whether it is among those that a profile has. */
const itemsOf = (vocabulary: Vocabulary, had: readonly string[]): [label: string, isHad: boolean][] =>
	Object.entries(vocabulary).map(([id, { label }]) => [label, had.includes(id)]);

/** What is compared of a profile. */
export function comparedProfile(slug: string, cluster: Cluster): ComparedProfile {
	return {
		slug,
		name: cluster.name,
		place: formatPlace(cluster),
		facts: rows.map(([field, label, tell]) => {
			const told = tell(cluster);
			if (!told || !isTold(told.text)) return [label(), null];
			const isOurReading = ourTerms.includes(field) && sourceNumbersFor(cluster, field).length === 0;
			return [label(), { ...told, text: told.text, ...(isOurReading ? { isOurReading } : {}) }];
		}),
		lists: [
			{ title: labelFor('services'), items: itemsOf(vocabularies.services, cluster.services ?? []) },
			{ title: labelFor('themes'), items: itemsOf(vocabularies.themes, cluster.themes) },
		],
	};
}

import { keysOf } from '../schemas/keys-of.ts';

/** The two definitions that the guide found. */
export const definitions = {
	short: {
		label: 'the short definition',
		source: 'https://clustercollaboration.eu/social-economy',
		publisher: 'European Cluster Collaboration Platform',
	},
	long: {
		label: 'the long definition',
		source: 'https://webgate.ec.europa.eu/fpfis/wikis/display/SEC/Clusters+of+Social+and+Ecological+Innovation',
		publisher: 'working group of GECES, on a wiki of the Commission',
	},
} as const;

export type Definition = keyof typeof definitions;

/** A question of the self-check: a mark that one definition names or both do. */
export interface CheckQuestion {
	id: string;
	question: string;
	/** The mark in a few words, for the answer. */
	mark: string;
	/** The definitions that ask for it; of one that only says “mostly”, the mark counts and is not needed. */
	neededBy: readonly Definition[];
	/** What a group that lacks it can read or do next. */
	hint: string;
}

/** Ten plain questions from the definitions in the guide. The wording, and what counts as needed, are ours. */
export const checkQuestions: readonly CheckQuestion[] = [
	{
		id: 'several',
		question: 'Are you several independent organisations, and not the branches of one?',
		mark: 'several organisations',
		neededBy: ['short', 'long'],
		hint: 'A cluster is no single company. A group with one owner is a relative of it.',
	},
	{
		id: 'enterprises',
		question: 'Are some of your members enterprises that put people or nature before profit?',
		mark: 'social economy enterprises',
		neededBy: ['short', 'long'],
		hint: 'Without them you may be a cluster, but none of the social economy.',
	},
	{
		id: 'others',
		question: 'Do others take part too: ordinary firms, public bodies, education, research or civil society?',
		mark: 'partners from other worlds',
		neededBy: ['short', 'long'],
		hint: 'Many of the clusters studied unite four or five worlds. A network of like with like is a relative.',
	},
	{
		id: 'place',
		question: 'Do you work in one place: a town, a district or a region?',
		mark: 'one place',
		neededBy: ['short', 'long'],
		hint: 'An association for a whole country is often an umbrella body, which is a relative.',
	},
	{
		id: 'effect',
		question: 'Do you want to reach more for people and nature together than each of you could alone?',
		mark: 'a greater effect together',
		neededBy: ['short'],
		hint: 'The short definition puts this aim in the middle.',
	},
	{
		id: 'area',
		question: 'Do you want your whole area to do better, and not your members alone?',
		mark: 'an aim for the area',
		neededBy: ['long'],
		hint: 'The long definition asks for gains of the area: economic, ecological and social ones.',
	},
	{
		id: 'structure',
		question: 'Do you run a structure together, such as an association or a cooperative?',
		mark: 'a structure run together',
		neededBy: ['long'],
		hint: 'Most have a legal entity of their own; a charter can be a beginning.',
	},
	{
		id: 'services',
		question: 'Does that structure carry services or projects for its members?',
		mark: 'services or projects for members',
		neededBy: ['long'],
		hint: 'See what clusters offer their members; one project can be the beginning.',
	},
	{
		id: 'pooling',
		question: 'Do you pool resources, such as rooms, purchases, staff, knowledge or ideas?',
		mark: 'pooled resources and shared renewal',
		neededBy: ['short'],
		hint: 'The short definition names pooled resources and a shared ability to innovate.',
	},
	{
		id: 'sectors',
		question: 'Do you work in more than one sector?',
		mark: 'several sectors',
		neededBy: [],
		hint: 'The long definition says “mostly”: a cluster of one trade can be one too.',
	},
];

/** What the answers amount to by one definition. */
export interface Assessment {
	definition: Definition;
	fit: 'yes' | 'nearly' | 'not-yet';
	/** The questions whose mark is lacking. */
	missing: CheckQuestion[];
}

/** Up to this many lacking marks a group is nearly a cluster. */
const MISSING_AT_MOST_FOR_NEARLY = 1;

/** Judges answers by each definition. `yes` holds the ids of the questions that were answered with yes. */
export const assess = (yes: ReadonlySet<string>): Assessment[] =>
	keysOf(definitions).map((definition) => {
		const missing = checkQuestions.filter(({ id, neededBy }) => neededBy.includes(definition) && !yes.has(id));
		const isNear = missing.length <= MISSING_AT_MOST_FOR_NEARLY;
		return { definition, fit: missing.length === 0 ? 'yes' : isNear ? 'nearly' : 'not-yet', missing };
	});

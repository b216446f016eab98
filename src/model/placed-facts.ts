import { withoutCapital } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { scopes } from '../schemas/vocabularies.ts';
import { formatQuantity, isNoLongerActive, type Fact } from './cluster-facts.ts';

/** A fact in the strip of a profile: a number, a short word or a web address. */
export interface StripFact extends Fact {
	/** What goes with it, small. */
	note?: string | undefined;
	/** Whether the note only explains the fact. */
	isExplained?: boolean;
}

/** The facts that are short enough for the strip, in the order in which people ask. */
const SHORT = ['founded', 'ended', 'members.total', 'scope', 'website', 'stage'];
/** How many facts make a strip. */
const [LEAST, MOST] = [2, 4];

const explained = (definition: string) => withoutCapital(definition).replace(/\.$/, '');

/** How a fact shows in the strip. */
function inStrip({ asOf, ...fact }: Fact, { members, scope }: Cluster): StripFact {
	switch (fact.path) {
		case 'members.total':
			return {
				...fact,
				text: formatQuantity(members) ?? fact.text,
				note: members?.counts ? [members.counts, asOf].filter(Boolean).join(', ') : asOf && `in ${asOf}`,
			};
		case 'scope':
			return { ...fact, note: scope && explained(scopes[scope].definition), isExplained: true };
		default:
			return { ...fact, note: asOf && `in ${asOf}` };
	}
}

/** The facts of a profile by where its page says them, each in one place: around the name, in the strip, in the box. */
export function placedFacts(cluster: Cluster, facts: readonly Fact[]) {
	const named = ['kind', 'place', ...(isNoLongerActive(cluster) ? ['stage'] : [])];
	const unnamed = facts.filter(({ field }) => !named.includes(field));
	const short = SHORT.flatMap((path) => unnamed.filter((fact) => fact.path === path)).slice(0, MOST);
	const strip = short.length < LEAST ? [] : short;
	return {
		head: named.flatMap((field) => facts.filter((fact) => fact.field === field)),
		strip: strip.map((fact) => inStrip(fact, cluster)),
		box: unnamed.filter((fact) => !strip.includes(fact)),
	};
}

import type { Cluster } from '../schemas/cluster.ts';
import { scopes } from '../schemas/vocabularies.ts';
import { factsOf, formatQuantity, type Fact } from './cluster-facts.ts';

/** A fact under the name of a profile. */
export interface StripFact extends Pick<Fact, 'path' | 'label' | 'href' | 'sourceNumbers' | 'isOurReading'> {
	value: string;
	/** What goes with it, small. */
	note?: string | undefined;
	/** Whether the note only explains the value. */
	isExplained?: boolean;
	/** Whether it is a number or a short word, which large type has room for. */
	isLarge?: boolean;
}

const PLACES = 4;
/** The order in which people ask. */
const ORDER = 'founded ended members.total scope website sectors stage carrier.legalForm carrier.name'.split(' ');

const explained = (definition: string) => definition.charAt(0).toLowerCase() + definition.slice(1).replace(/\.$/, '');

/** How a fact shows in the strip. */
function inStrip(fact: Fact, { members, scope }: Cluster): StripFact {
	const { path, label, href, sourceNumbers, isOurReading, text, asOf } = fact;
	const shown = { path, label, sourceNumbers, isOurReading, value: text, ...(href ? { href } : {}) };
	switch (path) {
		case 'founded':
		case 'ended':
			return { ...shown, isLarge: true };
		case 'stage':
			return { ...shown, note: asOf, isLarge: true };
		case 'members.total':
			return {
				...shown,
				value: formatQuantity(members) ?? text,
				note: [members?.counts, asOf].filter(Boolean).join(', '),
				isLarge: true,
			};
		case 'scope':
			return { ...shown, note: scope && explained(scopes[scope].definition), isExplained: true, isLarge: true };
		default:
			return shown;
	}
}

/** What a profile begins with: the first facts known of it. */
export function stripOf(cluster: Cluster, facts = factsOf(cluster)): StripFact[] {
	return ORDER.flatMap((path) => facts.filter((fact) => fact.path === path))
		.slice(0, PLACES)
		.map((fact) => inStrip(fact, cluster));
}

import { formatDate } from '../formats/date.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { scopes } from '../schemas/vocabularies.ts';
import { capital, countedOn, factsOf, formatQuantity, labelFor, sourceNumbersFor, type Fact } from './cluster-facts.ts';
import { sharedInWords } from './listed-profile.ts';

/** A fact in large type under the name of a profile. */
export interface StripFact extends Pick<Fact, 'path' | 'label' | 'href' | 'sourceNumbers' | 'isOurReading'> {
	value: string;
	/** What goes with it, small. */
	note?: string | undefined;
	/** Whether the note only explains the value. */
	isExplained?: boolean;
	/** Whether it names several things, for which large type has no room. */
	isList?: boolean;
	/** Whether it only sums up what stands below. */
	isSummary?: boolean;
}

const PLACES = 4;

const explained = (definition: string) => definition.charAt(0).toLowerCase() + definition.slice(1).replace(/\.$/, '');

/** How a fact shows in the strip; undefined if it does not. */
function inStrip(fact: Fact, { members, scope, sectors = [] }: Cluster): StripFact | undefined {
	const { path, label, href, sourceNumbers, isOurReading, text } = fact;
	const shown = { path, label, sourceNumbers, isOurReading, value: text, ...(href ? { href } : {}) };
	switch (path) {
		case 'founded':
		case 'ended':
		case 'website':
			return shown;
		case 'members.total': {
			const asOf = countedOn(members);
			return {
				...shown,
				value: formatQuantity(members) ?? text,
				note: [members?.counts, asOf && formatDate(asOf)].filter(Boolean).join(', '),
			};
		}
		case 'scope':
			return { ...shown, note: scope && explained(scopes[scope].definition), isExplained: true };
		case 'sectors':
			return { ...shown, isList: sectors.length > 1 };
		default:
			return undefined;
	}
}

/** What a profile begins with: the first facts known of it, in the order in which people ask. */
export function stripOf(cluster: Cluster, facts = factsOf(cluster)): StripFact[] {
	const order = ['founded', 'ended', 'members.total', 'scope', 'website', 'sectors'];
	const known = order.flatMap((path) => {
		const fact = facts.find((one) => one.path === path);
		return (fact && inStrip(fact, cluster)) ?? [];
	});
	const shared = cluster.services ?? [];
	if (shared.length > 0) {
		known.push({
			path: 'services',
			label: labelFor('services'),
			value: capital(sharedInWords(shared)),
			sourceNumbers: sourceNumbersFor(cluster, 'services'),
			isOurReading: false,
			isList: true,
			isSummary: true,
		});
	}
	return known.slice(0, PLACES);
}

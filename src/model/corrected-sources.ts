import { isSame, itemsOf, pruned, valueAt, type Fields } from '../files/values.ts';
import { clusterSchema, isFactName, states, type FactName } from '../schemas/cluster.ts';
import { descriptionAt } from '../schemas/describe-fields.ts';
import { BODY_LABEL } from '../schemas/fields.ts';

/** A fact that was corrected, and whose sources may still be those of what stood there before. */
export interface UnsettledFact {
	fact: FactName;
	/** Its label. */
	label: string;
	/** What was corrected: “18 → 22”. */
	words: string;
}

const textAt = (value: unknown, name: string): string => {
	const text = valueAt(value, [name]);
	return typeof text === 'string' ? text : '';
};

const supportsOf = (source: unknown): unknown[] => itemsOf(valueAt(source, ['supports']));

/** The sources of a profile that support a fact, in their order; none of what is no profile. */
export const supportersOf = (fields: Fields, fact: string): unknown[] =>
	itemsOf(fields['sources']).filter((source) => supportsOf(source).includes(fact));

/**
 * The facts that a draft corrects without saying on what they rest now: on no source, or on one of those that supported
 * what is published. A source that was read again today was looked at.
 */
export function unsettledFacts(published: Fields, draft: Fields, today: string): UnsettledFact[] {
	const [before, after] = [pruned(published), pruned(draft)];
	const known = itemsOf(before['corrections']);
	const lines = itemsOf(after['corrections']).filter((line) => !known.some((each) => isSame(each, line)));
	const unsettled = new Map<FactName, UnsettledFact>();
	for (const line of lines) {
		const fact = textAt(line, 'field');
		if (!isFactName(fact) || (fact !== 'body' && !states(after, fact))) continue;
		const supporters = supportersOf(after, fact);
		const old = supportersOf(before, fact);
		const isOld = (source: unknown) =>
			textAt(source, 'accessed') !== today &&
			old.some((each) => ['url', 'accessed'].every((name) => textAt(each, name) === textAt(source, name)));
		if (supporters.length > 0 && !supporters.some(isOld)) continue;
		const label = fact === 'body' ? BODY_LABEL : (descriptionAt(clusterSchema, fact)?.title ?? fact);
		unsettled.set(fact, { fact, label, words: `${textAt(line, 'from')} → ${textAt(line, 'to')}` });
	}
	return [...unsettled.values()];
}

/**
 * Sources of which some support a fact, and no others: a source leaves that supported nothing else. Those that were read
 * again for it get that day.
 */
export const restedOn = <S>(sources: readonly S[], fact: string, isOn: (source: S) => boolean, readOn?: string) =>
	sources.flatMap((source) => {
		const others = supportsOf(source).filter((name) => name !== fact);
		if (isOn(source)) {
			const supports = supportsOf(source).includes(fact) ? supportsOf(source) : [...others, fact];
			return [{ ...source, ...(readOn === undefined ? {} : { accessed: readOn }), supports }];
		}
		return others.length > 0 || supportsOf(source).length === 0 ? [{ ...source, supports: others }] : [];
	});

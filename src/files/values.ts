import { withSeenSigns } from '../schemas/unseen-signs.ts';

/** Fields of an entry, or of a group in it. */
export type Fields = Record<string, unknown>;

/** Whether a value is a group of fields. */
export const isGroup = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path of an entry's fields, or undefined. */
export function valueAt(fields: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) =>
			value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
		fields,
	);
}

/** The items of a list; none of what is no list. */
export const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A text as a file has it: signs of other programs count, or no save would take them out of it. */
export const asItStands = (text: string): string => text;

/**
 * A value without blanks: cleared texts, empty lists and empty groups go, all the way down, for a form writes them
 * where the schema expects nothing. `false` and 0 stay. Undefined if nothing is left. Texts lose the
 * signs that nobody sees, unless they are taken as they stand.
 */
export function prunedValue(value: unknown, textFrom = withSeenSigns): unknown {
	if (value === '' || value === null) return undefined;
	if (typeof value === 'string') return textFrom(value) || undefined;
	if (Array.isArray(value)) {
		const items = value.map((item) => prunedValue(item, textFrom)).filter((item) => item !== undefined);
		return items.length > 0 ? items : undefined;
	}
	if (!isGroup(value)) return value;
	const fields = pruned(value, textFrom);
	return Object.keys(fields).length > 0 ? fields : undefined;
}

/** Whether nothing is filled in: forms write empty texts, lists and groups. */
export const isBlank = (value: unknown): boolean => prunedValue(value) === undefined;

/** The fields of an entry without blanks; see `prunedValue`. */
export const pruned = (fields: Fields, textFrom = withSeenSigns): Fields =>
	Object.fromEntries(
		Object.entries(fields)
			.map(([key, value]) => [key, prunedValue(value, textFrom)] as const)
			.filter(([, value]) => value !== undefined),
	);

/** Whether two values say the same, whatever the order of their fields. */
export function isSame(one: unknown, other: unknown): boolean {
	if (Array.isArray(one)) {
		return (
			Array.isArray(other) && one.length === other.length && one.every((item, index) => isSame(item, other[index]))
		);
	}
	if (!isGroup(one)) return Object.is(one, other) || (one === 0 && other === 0);
	if (!isGroup(other)) return false;
	const keys = Object.keys(one);
	return (
		keys.length === Object.keys(other).length &&
		keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
	);
}

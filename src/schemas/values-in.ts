import type { FieldDescription } from './describe-fields.ts';

/** A single value in the fields of an entry, where it stands, and what the schema says of it. */
export interface FieldValue {
	path: (string | number)[];
	field: FieldDescription;
	value: unknown;
}

/**
 * Finds the single values that entries have in some fields, those in groups and lists among them. It passes by what holds
 * no such field: of ten thousand entries it takes long to look at everything.
 */
export function valueFinder(isWanted: (field: FieldDescription) => boolean) {
	const known = new WeakMap<FieldDescription, boolean>();
	const leadsOn = (field: FieldDescription): boolean => {
		const leads = known.get(field) ?? (isWanted(field) || field.fields.some(leadsOn));
		known.set(field, leads);
		return leads;
	};
	const valuesBelow = (field: FieldDescription, value: unknown, path: FieldValue['path']): FieldValue[] => {
		if (value === undefined) return [];
		if (Array.isArray(value)) return value.flatMap((item, index) => valuesBelow(field, item, [...path, index]));
		if (typeof value === 'object' && value !== null) return valuesIn(field.fields, value, path);
		return isWanted(field) ? [{ path, field, value }] : [];
	};
	const valuesIn = (
		descriptions: readonly FieldDescription[],
		fields: object,
		path: FieldValue['path'] = [],
	): FieldValue[] =>
		descriptions.flatMap((field) =>
			leadsOn(field) ? valuesBelow(field, Reflect.get(fields, field.name), [...path, field.name]) : [],
		);
	return valuesIn;
}

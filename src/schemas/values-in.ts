import type { FieldDescription } from './describe-fields.ts';

/** A single value in the fields of an entry, where it stands, and what the schema says of it. */
export interface FieldValue {
	path: (string | number)[];
	field: FieldDescription;
	value: unknown;
}

function valuesBelow(field: FieldDescription, value: unknown, path: FieldValue['path']): FieldValue[] {
	if (value === undefined) return [];
	if (Array.isArray(value)) return value.flatMap((item, index) => valuesBelow(field, item, [...path, index]));
	if (typeof value !== 'object' || value === null) return [{ path, field, value }];
	return valuesIn(field.fields, value, path);
}

/** All single values that fields have, those in groups and lists among them. */
export const valuesIn = (
	descriptions: readonly FieldDescription[],
	fields: object,
	path: FieldValue['path'] = [],
): FieldValue[] =>
	descriptions.flatMap((field) => valuesBelow(field, Reflect.get(fields, field.name), [...path, field.name]));

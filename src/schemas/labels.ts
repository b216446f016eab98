import { z } from 'zod';
import { descriptionsAlong } from './field-descriptions.ts';

/** The schema inside optional, default and the like. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
	const { innerType } = schema._zod.def as { innerType?: z.core.$ZodType };
	return innerType ? unwrapped(innerType) : schema;
}

/** The schema of one field of a group, one item of a list, or a field that a form of a union has. */
export function fieldOf(container: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
	if (container instanceof z.ZodArray) return container.element;
	if (container instanceof z.ZodUnion) {
		const forms = container.options as z.core.$ZodType[];
		return forms.map((form) => fieldOf(form, key)).find((field) => field !== undefined);
	}
	if (!(container instanceof z.ZodObject) || !Object.hasOwn(container.shape, key)) return undefined;
	return (container.shape as Record<PropertyKey, z.core.$ZodType>)[key];
}

/** The labels of the fields along a path, outermost first: `['sources', 0, 'url']` → `['Sources', 'Address']`. */
export const labelsAlong = (schema: z.ZodObject, path: readonly PropertyKey[]): string[] =>
	descriptionsAlong(schema, path).map(({ title }) => title);

import { z } from 'zod';

/** The schema inside optional, default and the like. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
	const { innerType } = schema._zod.def as { innerType?: z.core.$ZodType };
	return innerType ? unwrapped(innerType) : schema;
}

/** The labels of the fields along a path, outermost first: `['sources', 0, 'url']` → `['Sources', 'Address']`. */
export function labelsAlong(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
	const labels: string[] = [];
	let current: z.core.$ZodType | undefined = schema;
	for (const key of path) {
		if (!current) break;
		const container = unwrapped(current);
		if (container instanceof z.ZodArray) current = container.element;
		else if (container instanceof z.ZodObject)
			current = (container.shape as Record<string, z.core.$ZodType>)[String(key)];
		else current = undefined;
		const title = current && z.globalRegistry.get(current)?.title;
		if (title) labels.push(title);
	}
	return labels;
}

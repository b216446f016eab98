import { z } from 'zod';

/** The `pattern` of a field as browsers read it: of the whole value, with the flag v. */
export function patternOf(schema: z.core.$ZodType): RegExp {
	const { pattern } = (z.globalRegistry.get(schema) ?? {}) as { pattern?: string };
	if (pattern === undefined) throw new Error('This field has no pattern.');
	return new RegExp(`^(?:${pattern})$`, 'v');
}

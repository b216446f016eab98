import type { z } from 'zod';

/** The `pattern` of a field as browsers read it: of the whole value, with the flag v. */
export function patternOf(schema: z.ZodType): RegExp {
	const { inputPattern } = schema.meta() ?? {};
	if (inputPattern === undefined) throw new Error('This field has no pattern.');
	return new RegExp(`^(?:${inputPattern})$`, 'v');
}

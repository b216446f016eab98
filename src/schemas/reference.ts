import { z } from 'zod';

const REFERENCE_MAX_CHARACTERS = 24;

/** Letters, digits and hyphens between them: it is shown in public, and is read out on the telephone. */
const REFERENCE_PATTERN = String.raw`[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*`;

/** The word by which a sender finds again what they sent: one that the form made, or one of their own. */
export const reference = z
	.string()
	.min(4)
	.max(REFERENCE_MAX_CHARACTERS)
	.regex(new RegExp(`^${REFERENCE_PATTERN}$`, 'u'), 'is not a word of letters, digits and hyphens')
	.meta({ pattern: REFERENCE_PATTERN });

import * as z from 'zod';

const REFERENCE_MIN_CHARACTERS = 4;
/** The longest reference that a sender may choose. */
export const REFERENCE_MAX_CHARACTERS = 24;

// An accent needs a letter to stand on: nobody sees a word of accents alone.
const PART = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;

/** Letters, digits and hyphens between them: it is shown in public, and is read out on the telephone. */
const REFERENCE_PATTERN = `${PART}(?:-${PART})*`;

/** The word by which a sender finds again what they sent: one that the form made, or one of their own. */
export const reference = z
	.string()
	.min(REFERENCE_MIN_CHARACTERS)
	.max(REFERENCE_MAX_CHARACTERS)
	.regex(new RegExp(`^${REFERENCE_PATTERN}$`, 'u'), 'is not a word of letters, digits and hyphens')
	// For browsers, which learn of the longest text alone.
	.meta({ inputPattern: `(?=.{${REFERENCE_MIN_CHARACTERS}})${REFERENCE_PATTERN}` });

import { withSignsNamed } from '../schemas/unseen-signs.ts';

/** Something wrong in the content, told so that an editor can mend it. */
export interface Problem {
	/** The file, relative to the content folder. */
	file: string;
	/** Line in the file, counted from 1, where it is known. */
	lineNumber?: number;
	/** The field as a path: `sources[0].url`; empty where the whole file is meant. */
	field?: string;
	/** The field as its form calls it: “Sources › Address”. */
	label?: string;
	/** What stands there now. */
	value?: unknown;
	/** What is wrong, as the end of a sentence that starts with the field. */
	rule: string;
	/** How to mend it, as a sentence. */
	mend: string;
}

const LONGEST_VALUE_SHOWN = 60;

function formatValue(value: unknown): string {
	const text = JSON.stringify(value);
	return text.length > LONGEST_VALUE_SHOWN ? `${text.slice(0, LONGEST_VALUE_SHOWN)}…` : text;
}

/** One problem in two lines: where and what, then how to mend it. */
export function formatProblem({ file, lineNumber, field, label, value, rule, mend }: Problem): string {
	const where = lineNumber ? `${file}:${lineNumber}` : file;
	const what = field
		? `${label ? `${label} (${field})` : field}${value === undefined ? '' : ` ${formatValue(value)}`} `
		: '';
	return withSignsNamed(`${where}\n  ${what}${rule}.\n  → ${mend}`);
}

/** Stops the build with every problem found, not only the first. */
export class ContentError extends Error {
	override name = 'ContentError';
	/** Astro shows this in place of a guess of its own. */
	readonly hint = 'Mend these files, then build again.';
	readonly problems: readonly Problem[];
	constructor(problems: readonly Problem[]) {
		super(
			`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content:\n\n${problems.map(formatProblem).join('\n\n')}\n`,
		);
		this.problems = problems;
	}
}

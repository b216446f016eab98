import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toSentence } from '../editor/check-draft.ts';
import type { FailedBuild } from '../editor/local-back-end.ts';
import type { ContentError } from '../files/problem.ts';
import { explainFailure } from './explain-failure.ts';

/** Where the last build on this machine says why it did not go through, for the editor’s first page. */
const REPORT = resolve('.astro/failed-build.json');

/** Whether an error tells of problems in the content. Astro has a copy of the class that is another one. */
const isContentError = (error: unknown): error is ContentError =>
	error instanceof Error && error.name === 'ContentError' && 'problems' in error;

const failureOf = (error: unknown): FailedBuild =>
	isContentError(error)
		? { words: '', entries: error.problems.map((problem) => ({ file: problem.file, sentence: toSentence(problem) })) }
		: { words: explainFailure(error), entries: [] };

/** Notes that a build failed, and why. */
export function noteFailure(error: unknown): void {
	try {
		writeFileSync(REPORT, JSON.stringify(failureOf(error)));
	} catch {
		// A full disk is told where the build ran.
	}
}

/** Notes that a build went through. */
export function noteSuccess(): void {
	rmSync(REPORT, { force: true });
}

/** Why the last build failed; undefined if it went through, or nobody built here yet. */
export function lastFailure(): FailedBuild | undefined {
	try {
		// Cast: `noteFailure` wrote it.
		return JSON.parse(readFileSync(REPORT, 'utf8')) as FailedBuild;
	} catch {
		return undefined;
	}
}

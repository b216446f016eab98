import { isDiskFull } from '../files/disk-full.ts';
import { errorCode } from '../files/error-code.ts';
import { ContentError } from '../files/problem.ts';
import { RefusedBuild } from './change-over.ts';

/** An error of Astro or Vite with what it may say besides. */
interface Located {
	loc?: { file?: string; line?: number };
	hint?: string;
}

/** An error and what brought it about, from the outside in. */
function* chainOf(error: unknown): Generator<Error> {
	for (let inner = error; inner instanceof Error; inner = inner.cause) yield inner;
}

const isForbidden = (error: Error): boolean => /^(?:EACCES|EPERM|EROFS)$/.test(errorCode(error) ?? '');

const isStep = (line: string): boolean => /^ {4}at /.test(line);

/** Whether a line of a trace is of a file that somebody here wrote. */
const isOurs = (line: string): boolean => isStep(line) && !/node_modules|node:|\.prerender/.test(line);

/** Says why a build failed: what people can mend in sentences, and a fault of the code with where it is. */
export function explainFailure(error: unknown): string {
	if (error instanceof ContentError) return `${error.message}\n${error.hint}`;
	if (isDiskFull(error)) {
		return 'The disk is full, so the site could not be built. Make room, then build again.';
	}
	if (error instanceof RefusedBuild) return error.message;
	const chain = [...chainOf(error)];
	const forbidden = chain.find(isForbidden);
	if (forbidden) {
		return `The site could not be built: a file may not be read or written here (${forbidden.message}). Give this user the right to it, then build again.`;
	}
	const [first] = chain;
	if (!first) return String(error);
	// Cast: every error may carry them, and none must.
	const { loc, hint } = first as Located;
	return [
		...first.message.split('\n').filter((line) => !isStep(line)),
		...(hint ? [`  ${hint}`] : []),
		...(loc?.file
			? [`  ${loc.file}${loc.line ? `:${loc.line}` : ''}`]
			: (first.stack ?? '').split('\n').filter(isOurs)),
	].join('\n');
}

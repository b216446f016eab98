import { MEDIA_FOLDER } from './config.ts';
import { loadRenderer } from './page-preview.ts';

let renderer: Awaited<ReturnType<typeof loadRenderer>> | undefined;

/** Loads what texts are checked with: the renderer of the pages. */
export async function loadTextRules(): Promise<void> {
	renderer = await loadRenderer();
}

/** The pictures among some files, given by their paths, as entries name them. */
export const picturesAmong = (paths: readonly string[]): string[] =>
	paths.flatMap((path) => (path.startsWith(`${MEDIA_FOLDER}/`) ? [path.slice(MEDIA_FOLDER.length + 1)] : []));

/** Whether a picture was there when the site was built, or is among these. */
const isKnown = (file: string, pictures: readonly string[]): boolean =>
	pictures.includes(file) || Object.hasOwn(renderer?.site.pictures ?? {}, file);

/**
 * The first thing in a text that the build would refuse, such as HTML, or a picture that is not there. Undefined also as
 * long as the rules are not loaded.
 */
export const textProblemAmong = (text: unknown, hasPicture: (file: string) => boolean): string | undefined =>
	typeof text === 'string' && text !== '' ? renderer?.textProblems(text, hasPicture)[0] : undefined;

/** The same, of a picture that was not there when the site was built and is not among these. */
export const textProblem = (text: unknown, pictures: readonly string[]): string | undefined =>
	textProblemAmong(text, (file) => isKnown(file, pictures));

/** Where the links of a text lead; none as long as the rules are not loaded. */
export const linksIn = (text: string): string[] =>
	(renderer?.parseMarkdown(text) ?? [])
		.flatMap(({ children }) => children ?? [])
		.flatMap((token) => (token.type === 'link_open' ? [String(token.attrGet('href') ?? '')] : []));

/** Where files of entries go that get another address, from the moment of saving until the page is left. */
const newPaths = new Map<string, string>();

/** Notes that the file of an entry gets another slug: `content/clusters/a.md`, `b`. */
export function noteRename(path: string, slug: string): void {
	newPaths.set(path, path.replace(/[^/]+(?=\.[a-z]+$)/, slug));
}

/** Where the file of an entry goes, if it moves. */
export const newPathOf = (path: string): string | undefined => newPaths.get(path);

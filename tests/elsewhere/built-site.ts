import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { outFolder } from '../../src/files/folders.ts';
import { stop } from '../../src/local/port.ts';

/** A file of the built site. */
export interface BuiltFile {
	/** Where a host serves it: `/clusters/` for `clusters/index.html`. */
	path: string;
	read: () => Buffer;
}

/** The folder that `npm run build` wrote. Stops with a sentence if there is none. */
export function builtFolder(): string {
	if (!existsSync(join(outFolder, 'index.html'))) {
		stop(`There is no built site in ${outFolder}. Build it first: npm run build.`);
	}
	return outFolder;
}

/** The files of a built site that readers can ask for: none for the host alone, such as _headers. */
export const filesOf = (folder: string): BuiltFile[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({
			path: `/${relative(folder, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/'),
			read: () => readFileSync(file),
		}))
		.filter(({ path }) => !['/_headers', '/_redirects'].includes(path))
		.sort((a, b) => (a.path < b.path ? -1 : 1));

/** Whether a file is a page, as hosts serve it. */
export const isPage = ({ path }: BuiltFile): boolean => path.endsWith('/');

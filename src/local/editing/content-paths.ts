import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const isWrittenPlainly = (path: string): boolean => {
	const [first, ...others] = path.replace(/\/$/, '').split('/');
	return first === 'content' && !/[\\:\0]/.test(path) && others.every((name) => name !== '' && !name.startsWith('.'));
};

/** Whether what is on the disk at this path, or the folder that it would be written to, lies elsewhere by a link. */
function leadsOutside(root: string, path: string): boolean {
	let existing = join(root, path);
	while (!lstatSync(existing, { throwIfNoEntry: false })) existing = dirname(existing);
	const content = realpathSync(join(root, 'content'));
	try {
		const real = realpathSync(existing);
		return real !== content && !real.startsWith(content + sep);
	} catch {
		// A link to nothing: writing would make a file there.
		return true;
	}
}

function linkOutOf(root: string, folder: string): string | undefined {
	if (!lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return undefined;
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isSymbolicLink())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.find((path) => leadsOutside(root, path));
}

/** Why the CMS may not touch this path of the folder that holds content/, or undefined if it may. */
export function problemWithPath(root: string, path: unknown): string | undefined {
	if (typeof path !== 'string' || !isWrittenPlainly(path)) {
		return `“${typeof path === 'string' ? path : JSON.stringify(path)}” is not a path in content/. Only files below content/ can be read and changed here, and no hidden ones.`;
	}
	const link = leadsOutside(root, path) ? path : linkOutOf(root, path);
	return link === undefined
		? undefined
		: `“${link}” is a link that leads out of content/. Put the file itself there instead of the link.`;
}

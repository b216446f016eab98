import { isGroup, valueAt } from '../../files/values.ts';
import { dataFilesOf, isDataFile, type CmsRequest } from './cms-request.ts';
import type { Changes } from './commits.ts';

/** What a request that was checked writes of an entry: one that gets another name goes from its old place. */
function* ofEntry(request: CmsRequest): Generator<[string, string | null]> {
	for (const file of [...dataFilesOf(request), request.params['entry']].filter(isDataFile)) {
		const { path, newPath = path, raw } = file;
		if (newPath !== path) yield [path, null];
		yield [newPath, String(raw)];
	}
}

const picture = (asset: unknown): [string, Uint8Array][] => {
	const [path, content] = [valueAt(asset, ['path']), valueAt(asset, ['content'])];
	return typeof path === 'string' && typeof content === 'string' ? [[path, Buffer.from(content, 'base64')]] : [];
};

/** The files that a request changes, as they are to be; undefined if it changes none. Its form was checked before. */
export function changesOf(request: CmsRequest): Changes | undefined {
	const { action, params } = request;
	const { assets, asset, path, paths } = params;
	if (action === 'persistEntry') {
		const pictures = Array.isArray(assets) ? assets.flatMap(picture) : [];
		return new Map<string, string | Uint8Array | null>([...ofEntry(request), ...pictures]);
	}
	if (action === 'persistMedia') return new Map(picture(asset));
	if (action === 'deleteFile' || action === 'deleteFiles') {
		return new Map([path, paths].flat().flatMap((gone) => (typeof gone === 'string' ? [[gone, null]] : [])));
	}
	return undefined;
}

/** What git is told of a change. */
export function messageOf({ params }: CmsRequest): string {
	const message = isGroup(params['options']) ? params['options']['commitMessage'] : undefined;
	return typeof message === 'string' ? message : 'Change content';
}

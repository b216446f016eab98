import { draftBranch, DRAFT_BRANCHES } from '../../editor/draft-branch.ts';
import { isGroup, valueAt } from '../../files/values.ts';

/** A request as Decap's proxy back end sends it. */
export interface CmsRequest {
	action: string;
	params: Record<string, unknown>;
}

/** What goes back to the editor. */
export interface Answer {
	status: number;
	body: unknown;
}

/** A file of an entry that is saved. */
export interface DataFile {
	slug: string;
	path: string;
	/** Where it goes, if it gets another name. */
	newPath?: string | undefined;
}

/** A value of a request in a sentence. */
export const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Whether a request saves this as a file. */
export const isDataFile = (value: unknown): value is DataFile & Record<string, unknown> =>
	isGroup(value) &&
	typeof value['slug'] === 'string' &&
	typeof value['path'] === 'string' &&
	(value['newPath'] === undefined || typeof value['newPath'] === 'string');

/** The files that a request saves, as it has them. */
export const dataFilesOf = ({ params }: CmsRequest): unknown[] =>
	Array.isArray(params['dataFiles']) ? params['dataFiles'] : [];

/** The branch of the draft that a request reads or saves. The id names it only where nothing else does: of files it is theirs. */
export function draftIn({ params }: CmsRequest): string {
	const collection = valueAt(params, ['options', 'collectionName']) ?? params['collection'];
	const slug = valueAt(params, ['dataFiles', 0, 'slug']) ?? valueAt(params, ['entry', 'slug']) ?? params['slug'];
	if (collection === undefined && slug === undefined && params['id'] !== undefined)
		return DRAFT_BRANCHES + shown(params['id']);
	return draftBranch(shown(collection), shown(slug));
}

const FIELDS_WITH_A_PATH = new Set(['path', 'newPath', 'folder', 'mediaFolder']);

/** Every path that a request names, however deep. */
export function pathsOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(pathsOf);
	if (!isGroup(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		if (FIELDS_WITH_A_PATH.has(name)) return [inner];
		return name === 'paths' ? [inner].flat() : pathsOf(inner);
	});
}

/** The actions that change files. */
const CHANGES = new Set(['persistEntry', 'persistMedia', 'deleteFile', 'deleteFiles']);

/** Every path that a request would change. */
export const changedPaths = ({ action, params }: CmsRequest): unknown[] => (CHANGES.has(action) ? pathsOf(params) : []);

const FIELDS_WITH_A_NAME = ['branch', 'collection', 'slug', 'id', 'newStatus', 'cmsLabelPrefix'];

/** Everything in a request that becomes the name of a branch or an argument of git. */
export const namesIn = (request: CmsRequest): unknown[] => [
	...FIELDS_WITH_A_NAME.map((field) => request.params[field]),
	valueAt(request.params, ['options', 'collectionName']),
	valueAt(request.params, ['options', 'status']),
	...dataFilesOf(request).map((file) => valueAt(file, ['slug'])),
];

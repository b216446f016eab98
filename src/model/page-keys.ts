import { hash } from 'node:crypto';
import { serialize } from 'node:v8';

/**
 * The key of a page: another one as soon as anything is different that the page is made of. Throws if that is no data,
 * such as a function, of which nobody can tell whether it is the same.
 */
export const keyOf = (madeOf: unknown): string => hash('sha256', serialize(madeOf), 'base64url');

/**
 * Gives the paths of a route the keys of their pages, by which a build knows the pages that the last one made, and need
 * not make them. They may be made of nothing but params and props, the settings and code (docs/developing.md).
 */
export const withKeys = <Path extends { params: object; props: object }>(
	paths: readonly Path[],
): (Path & { cacheKey: string })[] => paths.map((path) => ({ ...path, cacheKey: keyOf([path.params, path.props]) }));

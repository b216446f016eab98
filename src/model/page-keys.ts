import { keyOf } from '../files/kept.ts';

/**
 * Gives the paths of a route the keys of their pages, by which a build knows the pages that the last one made, and need
 * not make them. They may be made of nothing but params and props, the settings and code (docs/developing.md).
 */
export const withKeys = <Path extends { params: object; props: object }>(
	paths: readonly Path[],
): (Path & { cacheKey: string })[] => paths.map((path) => ({ ...path, cacheKey: keyOf([path.params, path.props]) }));

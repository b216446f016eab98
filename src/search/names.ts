import { fetchJson } from './fetch-json.ts';
import { once } from './once.ts';

/** Slug and name of every profile, by row. */
export type Names = readonly (readonly [slug: string, name: string])[];

/** Loads the names of all profiles. */
export const loadNames = once(() => fetchJson<Names>('/data/names.json'));

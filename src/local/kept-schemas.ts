import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The versions of published schemas, each in a folder of its own. What was published once stays. */
export const KEPT_SCHEMAS = 'public/data/schema';

/** The newest version that is kept; 0 before the first. */
export const newestKept = (): number =>
	existsSync(KEPT_SCHEMAS) ? Math.max(0, ...readdirSync(KEPT_SCHEMAS).map((name) => Number(name.slice(1)))) : 0;

/** The file of a schema in a version. */
export const keptFile = (version: number, collection: string): string =>
	join(KEPT_SCHEMAS, `v${version}`, `${collection}.json`);

/** A schema as it was published in a version. */
export const keptSchema = (version: number, collection: string): string =>
	readFileSync(keptFile(version, collection), 'utf8');

/** A schema without what is said for people: another hint makes no other version. */
export function withoutRemarks(schema: unknown): unknown {
	return JSON.parse(
		JSON.stringify(schema, (key, value: unknown) =>
			(key === 'title' || key === 'description') && typeof value === 'string' ? undefined : value,
		),
	);
}

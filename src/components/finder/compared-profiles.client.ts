import { toCsv } from '../../formats/csv.ts';
import { comparedTable, type ComparedProfile } from '../../formats/compared-table.ts';
import { comparedAddress } from '../../search/compared-parts.ts';
import { fetchJson, LoadError } from '../../search/fetch-json.client.ts';
import { saveFile } from './save-file.client.ts';

type ComparedPart = Partial<Record<string, ComparedProfile>>;
const loading = new Map<string, Promise<ComparedPart>>();

/** A file of what is compared, once; empty if there is none. Throws if it cannot be reached. */
function loadPart(address: string): Promise<ComparedPart> {
	const started =
		loading.get(address) ??
		fetchJson<ComparedPart>(address).catch((error: unknown) => {
			if (error instanceof LoadError && error.cause === 404) return {};
			// The next one who asks tries again.
			loading.delete(address);
			throw error;
		});
	loading.set(address, started);
	return started;
}

async function loadOne(slug: string): Promise<ComparedProfile | undefined> {
	const part = await loadPart(comparedAddress(slug));
	return Object.hasOwn(part, slug) ? part[slug] : undefined;
}

/** The facts of profiles as they are compared, and the slugs that have none. Throws if they cannot be reached. */
export async function loadCompared(
	slugs: readonly string[],
): Promise<{ profiles: ComparedProfile[]; unknown: string[] }> {
	const found = await Promise.all(slugs.map(loadOne));
	return {
		profiles: found.filter((profile) => profile !== undefined),
		unknown: slugs.filter((_, index) => found[index] === undefined),
	};
}

/** Hands the facts of profiles to the reader as a table: one a line, as they are compared. */
export async function saveCompared(slugs: readonly string[]): Promise<void> {
	const { profiles } = await loadCompared(slugs);
	const lines = comparedTable(profiles, location.origin);
	saveFile('clusters-compared.csv', new Blob([toCsv(lines)], { type: 'text/csv; charset=utf-8' }));
}

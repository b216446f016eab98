import type { Source } from '../schemas/fields.ts';

/** Gives the sources of all entries of a page one number each, in the order in which they come. */
export function numberSources(entries: readonly { data: { sources: readonly Source[] } }[]) {
	const byAddress = new Map(entries.flatMap(({ data }) => data.sources.map((source) => [source.url, source] as const)));
	const numbers = new Map([...byAddress.keys()].map((address, index) => [address, index + 1]));
	return {
		sources: [...byAddress.values()],
		numbersOf: (sources: readonly Source[]): number[] =>
			[...new Set(sources.flatMap(({ url }) => numbers.get(url) ?? []))].sort((a, b) => a - b),
	};
}

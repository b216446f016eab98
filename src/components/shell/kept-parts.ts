/** Parts of pages that were rendered before, by name. None while developing, where each page shows what was saved. */
export const keptParts: Map<string, string> | undefined = import.meta.env.DEV ? undefined : new Map<string, string>();

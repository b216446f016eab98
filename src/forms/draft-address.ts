/** What stands in a form, by field; several choices are several values. */
export type FormDraft = Readonly<Record<string, readonly string[]>>;

const KEY = '#draft=';

/** The part of an address that holds a draft: `#draft=…`, or nothing for an empty one. Servers are not sent it. */
export function formatDraft(draft: FormDraft): string {
	if (Object.keys(draft).length === 0) return '';
	const fields = Object.entries(draft).flatMap(([name, values]) => values.map((value) => [name, value]));
	return KEY + new URLSearchParams(fields).toString();
}

/** The draft in an address, if there is one. */
export function readDraft(hash: string): FormDraft | undefined {
	if (!hash.startsWith(KEY)) return undefined;
	// Without a prototype a form may have a field called “constructor”. TypeScript has no type for such an object.
	const draft: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
	for (const [name, value] of new URLSearchParams(hash.slice(KEY.length))) (draft[name] ??= []).push(value);
	return draft;
}

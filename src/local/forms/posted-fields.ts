/** The fields of a posted form in their order; those with several values several times. */
export type PostedFields = readonly (readonly [name: string, value: string])[];

/** More than any form of this site has, with every box ticked. */
const MAX_FIELDS = 1000;

/** Whether a request posts a form, by its Content-Type. */
export const isForm = (contentType: string): boolean =>
	/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(contentType);

const tooMany = { problem: `A form here has at most ${MAX_FIELDS} fields, and this one has more.` };

/** Reads a posted form, or says why it cannot be read. */
export async function readFields(
	body: Buffer,
	contentType: string,
): Promise<{ fields: PostedFields; problem?: undefined } | { fields?: undefined; problem: string }> {
	if (!/^multipart/i.test(contentType)) {
		const text = body.toString('utf8');
		// Counted first: reading a million of them would take long.
		return text.split('&', MAX_FIELDS + 1).length > MAX_FIELDS ? tooMany : { fields: [...new URLSearchParams(text)] };
	}
	try {
		const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
		const fields = [...form];
		if (fields.length > MAX_FIELDS) return tooMany;
		return fields.every((field): field is [string, string] => typeof field[1] === 'string')
			? { fields }
			: { problem: 'There is a file in it, and no form here asks for files.' };
	} catch {
		return { problem: 'It broke off on its way, or is no form.' };
	}
}

/** The fields by name, as the host keeps them: a list where a field has several values. */
export function byName(fields: PostedFields): Record<string, string | string[]> {
	const values = new Map<string, string[]>();
	for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
	return Object.fromEntries([...values].map(([name, list]) => [name, list.length > 1 ? list : (list[0] ?? '')]));
}

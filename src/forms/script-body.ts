/** How a receiver of forms takes fields from a script. */
export type Encoding = 'urlencoded' | 'multipart';

/** What a script posts of a form: all fields but those that lead browsers on, as its receiver takes them. */
export function scriptBody(
	fields: FormData,
	onward: readonly string[],
	encoding: Encoding,
): URLSearchParams | FormData {
	for (const name of onward) fields.delete(name);
	// No form here asks for files.
	const texts = new URLSearchParams([...fields].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
	if (encoding === 'urlencoded') return texts;
	// Web3Forms keeps one of several values that a script sends, unless they are one text.
	for (const name of new Set(texts.keys())) fields.set(name, texts.getAll(name).join(', '));
	return fields;
}

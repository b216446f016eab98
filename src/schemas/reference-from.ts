/** No letter that looks like a digit. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const BYTES = 8;

/** A reference that can be read out, from eight bytes or more: `K7WQ-3MTD`. */
export function referenceFrom(bytes: Uint8Array): string {
	const signs = [...bytes.subarray(0, BYTES)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
	return `${signs.slice(0, BYTES / 2)}-${signs.slice(BYTES / 2)}`;
}

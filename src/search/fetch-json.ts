/** Reads a JSON file of this site. Throws if there is none or it cannot be reached. */
export async function fetchJson<T>(address: string): Promise<T> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
	return (await response.json()) as T;
}

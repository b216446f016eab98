/** Copies an address, and answers with a sentence that says so, or that holds it where the browser does not let us. */
export async function copyAddress(address: string): Promise<string> {
	try {
		await navigator.clipboard.writeText(address);
		return 'Link copied.';
	} catch {
		return `Copy this link: ${address}`;
	}
}

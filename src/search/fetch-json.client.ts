/** A file of this site that could not be had: the reader is offline, or the site was built anew since. Its cause may be the status. */
export class LoadError extends Error {}

/** Reports what went wrong, unless it is that a file could not be had: that is told to the reader. */
export function reportFault(error: unknown): void {
	if (!(error instanceof LoadError)) reportError(error);
}

/** Reads a file of this site. Throws `LoadError` if there is none or it cannot be reached. */
export async function fetchFile(address: string, options?: RequestInit): Promise<Response> {
	const response = await fetch(address, options).catch(() => undefined);
	if (!response) throw new LoadError(`${address} could not be reached.`);
	if (!response.ok) throw new LoadError(`${address} answered ${response.status}.`, { cause: response.status });
	return response;
}

/** Reads a JSON file of this site. Throws `LoadError` as `fetchFile` does. */
export async function fetchJson<T>(address: string): Promise<T> {
	const response = await fetchFile(address);
	// The build wrote it: what asks for an address knows what lies there.
	return (await response.json()) as T;
}

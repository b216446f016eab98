/** The host of a web address as people write it, without “www.” and a dot at its end; what is no address as it is. */
export function hostOf(address: string): string {
	try {
		return new URL(address).hostname.replace(/^www\.|\.$/g, '');
	} catch {
		return address;
	}
}

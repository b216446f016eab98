import { RefusedBuild } from './change-over.ts';

/**
 * The address of the site: what the host says in `URL`, or that of the settings. Throws, with a sentence, if it is
 * more than a host, for every link of the site starts at the top of one.
 */
export function siteAddress(given: string | undefined, settled: string | undefined): string | undefined {
	if (!given) return settled;
	const address = URL.parse(given);
	const isOfWeb = address !== null && /^https?:$/.test(address.protocol);
	if (isOfWeb && address.href === `${address.origin}/`) return address.origin;
	throw new RefusedBuild(
		`URL is “${given}”, and this site can only be served at the top of a host. Give its address alone, such as URL=${isOfWeb ? address.origin : 'https://clusters.example.org'}, or leave URL out.`,
	);
}

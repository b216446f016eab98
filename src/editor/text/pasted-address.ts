import { linkProblem } from '../../formats/link-problem.ts';
import { parseUrl } from '../../schemas/parse-url.ts';

/** Addresses that lead on to one that they carry, and the parameter that has it. */
const redirectors: [address: RegExp, parameter: string][] = [
	[/^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?/i, 'q'],
	[/^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?/i, 'url'],
	[/^https?:\/\/[a-z0-9.-]+\.safelinks\.protection\.outlook\.com\//i, 'url'],
	[/^https?:\/\/lm?\.facebook\.com\/l\.php\?/i, 'u'],
	[/^https?:\/\/(?:www\.)?linkedin\.com\/redir\/redirect\?/i, 'url'],
];

/** Where an address leads in the end, as far as it says so itself. */
function endOf(address: URL): URL {
	for (const [pattern, parameter] of redirectors) {
		const target = parseUrl(address.searchParams.get(parameter) ?? '');
		if (target && pattern.test(address.href)) return endOf(target);
	}
	return address;
}

/**
 * The address of a link that was pasted, as texts have it; undefined for one that no text may have. Addresses of the
 * site itself, whose `origins` are given, lose their beginning; none leads to the editor. `isOwn` says that the link
 * was copied from a text of the site, where addresses without a beginning are its own.
 */
export function pastedAddress(href: string, origins: readonly string[], isOwn: boolean): string | undefined {
	const address = href.trim();
	if (/^[/#]/.test(address)) return isOwn && linkProblem(address) === undefined ? address : undefined;
	const url = parseUrl(address);
	if (!url) return undefined;
	const end = endOf(url);
	if (origins.includes(end.origin)) {
		return /^\/admin(?:\/|$)/.test(end.pathname) ? undefined : end.pathname + end.search + end.hash;
	}
	// An address as people know it: a browser would add a slash to a bare name.
	const written = end.href === url.href && !/\s/.test(address) ? address : withoutAddedSlash(end, address);
	return linkProblem(written) === undefined ? written : undefined;
}

const withoutAddedSlash = ({ href, pathname, search, hash }: URL, source: string): string =>
	pathname === '/' && search + hash === '' && !source.endsWith('/') ? href.replace(/\/$/, '') : href;

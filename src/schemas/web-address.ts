import { parseUrl } from './parse-url.ts';
import { unreadableIn } from './unseen-signs.ts';

const NO_ADDRESS = 'is not a web address';
const NAMES_USER = 'names a user before the host';

/** A part of a host’s name. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const LAST_LABEL = /^(?=.*[a-z])[a-z0-9-]{2,63}$/;

/** Domains that lead to one's own machine or network, or by design nowhere. */
const OWN_DOMAIN = /^(?:arpa|corp|home|internal|intranet|invalid|lan|local|localdomain|localhost|onion|private|test)$/;

/** Whether a host has a name of its own in the web: no number, no machine without a domain. */
function isHost(hostname: string): boolean {
	const labels = hostname.replace(/\.$/, '').split('.');
	const last = labels.at(-1) ?? '';
	return (
		labels.length > 1 && labels.every((label) => LABEL.test(label)) && LAST_LABEL.test(last) && !OWN_DOMAIN.test(last)
	);
}

/** Whether browsers read other signs in a host than those that stand there: escaped ones, wide ones, letters in circles. */
function isDisguised(host: string): boolean {
	// Markdown escapes what is not ASCII, and nothing else.
	if (/%[0-7]/.test(host)) return true;
	const plain = decodeURIComponent(host);
	return plain.normalize('NFKC') !== plain.normalize();
}

/** What is wrong with a web address, as the end of a sentence; undefined if it is one. */
export function addressProblem(address: string): string | undefined {
	if (/[\s\\<>"]/.test(address)) return 'has blanks, quotation marks or backslashes';
	const host = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1];
	const url = parseUrl(address);
	if (host === undefined || !url) {
		return /^https?:\/\/[^/?#]*@/i.test(address) ? NAMES_USER : NO_ADDRESS;
	}
	if (host.includes('@')) return NAMES_USER;
	const { hostname, port } = url;
	if (!isHost(hostname) || isDisguised(host) || port === '0') return NO_ADDRESS;
	// Behind percent signs they belong to the address: the pages of some sites are called so.
	return unreadableIn(address)?.rule;
}

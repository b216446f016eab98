import { EMBED_FOLDER } from '../model/embeds.ts';
import { CARDS_FOLDER } from '../search/cards.ts';

/** The first folder of the editor’s addresses. */
export const EDITOR_FOLDER = 'admin';

/** What no page of this site uses. Browsers tell of a name that they do not know, on every page. */
const UNUSED_FEATURES = [
	'accelerometer',
	'autoplay',
	'camera',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'picture-in-picture',
	'publickey-credentials-get',
	'screen-wake-lock',
	'usb',
	'xr-spatial-tracking',
];

const EVERYWHERE = {
	'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
};

/** The Content-Security-Policies of the kinds of pages. */
export interface Policies {
	reading: string;
	/** Of what other sites may show. */
	embedded: string;
	editing: string;
}

/**
 * The file `_headers` of a site with these files and folders at its top, as Netlify and Cloudflare read it. A host may
 * merge rules that match the same address, so each address finds each header in one of them alone: those that differ
 * between the editor and the pages go by first folder.
 */
export function hostHeaders(names: readonly string[], { reading, embedded, editing }: Policies): string {
	const rule = (path: string, headers: Record<string, string>) =>
		`${path}\n${Object.entries(headers)
			.map(([name, value]) => `  ${name}: ${value}\n`)
			.join('')}`;
	const page = (path: string, policy: string, openers: string) =>
		rule(path, { 'Content-Security-Policy': policy, 'Cross-Origin-Opener-Policy': openers });
	return [
		rule('/*', EVERYWHERE),
		...['/', ...names.toSorted()].map((path) => page(path, reading, 'same-origin')),
		page(`/${EMBED_FOLDER}/*`, embedded, 'same-origin'),
		// The log-in is a window that answers the one that opened it.
		page(`/${EDITOR_FOLDER}/*`, editing, 'same-origin-allow-popups'),
		// Parts of pages, for the live list to take what it shows from.
		rule(`${CARDS_FOLDER}*`, { 'X-Robots-Tag': 'noindex' }),
		// Files under /_astro/ carry a hash in their name and never change.
		rule('/_astro/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }),
	].join('');
}

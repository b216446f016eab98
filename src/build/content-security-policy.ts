/**
 * What reading pages may do, styles apart. `receivers` are the origins that forms are sent to. Without
 * upgrade-insecure-requests: every source is the site itself, which Strict-Transport-Security keeps on https, and
 * Safari would ask https of localhost too.
 */
const readingDirectives = (receivers: readonly string[]): string[] => [
	"script-src 'self'",
	// A page reads back what it made itself, such as the preview of a proposal, as blob:.
	`connect-src ${["'self'", 'blob:', ...receivers].join(' ')}`,
	"img-src 'self'",
	"font-src 'self'",
	`form-action ${["'self'", ...receivers].join(' ')}`,
	"base-uri 'none'",
	"object-src 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
];

/** What `default-src 'none'` stands for beside them, but for styles. Safari warns of manifest-src, which it has not. */
const REST = ['child-src', 'frame-src', 'media-src', 'worker-src'].map((name) => `${name} 'none'`);

const styles = (hashes: readonly string[]): string =>
	`style-src ${["'self'", ...hashes.map((hash) => `'sha256-${hash}'`)].join(' ')}`;

/**
 * The Content-Security-Policy in the header of all reading pages. It leaves styles to the page: the hashes of all CSS
 * of the site would grow longer than a host takes, and a header that forbids what the page allows would win.
 */
export const headerPolicy = (receivers: readonly string[] = []): string =>
	[...readingDirectives(receivers), ...REST, "frame-ancestors 'none'"].join('; ');

/**
 * The same of what other sites may show in a frame, and nothing else. Browsers that read `frame-ancestors` leave
 * `X-Frame-Options` aside, which forbids it on every address.
 */
export const embedPolicy = (): string => [...readingDirectives([]), ...REST, 'frame-ancestors *'].join('; ');

/** The Content-Security-Policy that a reading page itself brings: all of it, with the hashes of its own CSS. */
export const pagePolicy = (styleHashes: readonly string[], receivers: readonly string[] = []): string =>
	["default-src 'none'", styles(styleHashes), ...readingDirectives(receivers)].join('; ');

/** Where the editor on each git host asks for content; its own address is always allowed. */
const gitHosts: Record<string, readonly string[]> = {
	github: ['https://api.github.com', 'https://avatars.githubusercontent.com'],
	gitlab: ['https://gitlab.com', 'https://secure.gravatar.com'],
	gitea: [],
};

/** Of the empty style element that Decap’s styling fills, and of the style sheet of its toasts. */
const DECAP_STYLE_HASHES = [
	'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
	'4qb+qTjZ8vb8co1YZpMNDeX7tJSzzRBt6uIroh6K5K8=',
];

/**
 * The Content-Security-Policy of the editor, in its header alone. `styleHashes` are those of the CSS that its page
 * carries inline, `hosts` the origins of the git host in use.
 */
export const editorPolicy = (styleHashes: readonly string[], hosts: readonly string[]): string =>
	[
		"default-src 'none'",
		"script-src 'self'",
		styles([...DECAP_STYLE_HASHES, ...styleHashes]),
		`img-src ${["'self'", 'data:', 'blob:', ...hosts].join(' ')}`,
		"font-src 'self' data:",
		`connect-src ${["'self'", 'blob:', ...hosts].join(' ')}`,
		"frame-src 'self' blob:",
		"form-action 'none'",
		"base-uri 'none'",
		"frame-ancestors 'self'",
		"object-src 'none'",
	].join('; ');

/** The origins that the editor may ask, by the back end that the build was made for. */
export const hostsOf = (backend: string, ownServers: readonly string[]): string[] => [
	...new Set([...(ownServers.length > 0 ? [] : (gitHosts[backend] ?? [])), ...ownServers]),
];

const CHARSET = '<meta charset="utf-8">';

/** A page with a policy behind its charset, before all that it rules. Parts of pages have no head, and stay as they are. */
export function withPolicy(page: Buffer<ArrayBuffer>, policy: string): Buffer<ArrayBuffer> {
	const start = page.indexOf(CHARSET);
	if (start < 0) return page;
	const end = start + CHARSET.length;
	const along = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
	return Buffer.concat([page.subarray(0, end), Buffer.from(along), page.subarray(end)]);
}

/**
 * The Content-Security-Policy of reading pages. `styleHashes` are those of the CSS that pages carry inline, `receivers`
 * the origins that their forms are sent to. Without upgrade-insecure-requests: every source is the site itself, which
 * Strict-Transport-Security keeps on https, and Safari would ask https of localhost too.
 */
export const contentSecurityPolicy = (styleHashes: readonly string[], receivers: readonly string[] = []): string =>
	[
		"default-src 'none'",
		// Pagefind compiles WebAssembly; scripts come from the site's own files alone.
		"script-src 'self' 'wasm-unsafe-eval'",
		// A page reads back what it made itself, such as the preview of a proposal, as blob:.
		`connect-src ${["'self'", 'blob:', ...receivers].join(' ')}`,
		`style-src ${["'self'", ...styleHashes.map((hash) => `'sha256-${hash}'`)].join(' ')}`,
		"img-src 'self'",
		"font-src 'self'",
		`form-action ${["'self'", ...receivers].join(' ')}`,
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join('; ');

/** Where the editor on each git host asks for content; its own address is always allowed. */
const gitHosts: Record<string, readonly string[]> = {
	github: ['https://api.github.com', 'https://avatars.githubusercontent.com'],
	gitlab: ['https://gitlab.com', 'https://secure.gravatar.com'],
	gitea: [],
};

/**
 * The Content-Security-Policy of the editor. Decap’s styling writes rules into an empty style element; its toasts
 * bring a fixed style sheet: both are allowed by hash. `hosts` are the origins of the git host in use.
 */
export const editorSecurityPolicy = (styleHashes: readonly string[], hosts: readonly string[]): string =>
	[
		"default-src 'none'",
		"script-src 'self'",
		`style-src ${["'self'", ...styleHashes.map((hash) => `'sha256-${hash}'`)].join(' ')}`,
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

/** The Content-Security-Policy of reading pages. `styleHashes` are those of the CSS that pages carry inline. */
export const contentSecurityPolicy = (styleHashes: readonly string[]): string =>
	[
		"default-src 'none'",
		// Pagefind compiles WebAssembly; scripts come from the site's own files alone.
		"script-src 'self' 'wasm-unsafe-eval'",
		"connect-src 'self'",
		`style-src ${["'self'", ...styleHashes.map((hash) => `'sha256-${hash}'`)].join(' ')}`,
		"img-src 'self'",
		"font-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
		'upgrade-insecure-requests',
	].join('; ');

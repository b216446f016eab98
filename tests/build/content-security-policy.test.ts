import { expect, test } from 'vitest';
import { contentSecurityPolicy, editorSecurityPolicy } from '../../src/build/content-security-policy.ts';

const directives = (hashes: readonly string[]) => contentSecurityPolicy(hashes).split('; ');

test('nothing is allowed that is not named', () => {
	expect(directives([])).toContain("default-src 'none'");
});

test('scripts come only from the files of the site itself, which may compile WebAssembly for the search', () => {
	expect(directives([])).toContain("script-src 'self' 'wasm-unsafe-eval'");
});

test('scripts ask only the site itself, and read what they made', () => {
	expect(directives([])).toContain("connect-src 'self' blob:");
});

test('forms and scripts may send to the receiver that the forms name', () => {
	const policy = contentSecurityPolicy([], ['https://forms.example.net']).split('; ');
	expect(policy).toContain("form-action 'self' https://forms.example.net");
	expect(policy).toContain("connect-src 'self' blob: https://forms.example.net");
});

test('no script may turn text into HTML or code', () => {
	expect(directives([])).toContain("require-trusted-types-for 'script'");
	expect(directives([])).toContain("trusted-types 'none'");
});

test('styles come only from the site itself', () => {
	expect(directives([])).toContain("style-src 'self'");
});

test('styles inside pages are allowed by their hashes', () => {
	expect(directives(['abc=', 'def='])).toContain("style-src 'self' 'sha256-abc=' 'sha256-def='");
});

test('forms go only to the site itself', () => {
	expect(directives([])).toContain("form-action 'self'");
});

test('no other site can show a page in a frame', () => {
	expect(directives([])).toContain("frame-ancestors 'none'");
});

test('no page can change the address that its links start from', () => {
	expect(directives([])).toContain("base-uri 'none'");
});

test('nothing unsafe is allowed', () => {
	expect(contentSecurityPolicy(['abc='])).not.toMatch(/'unsafe-/);
});

test('no address of another site is named', () => {
	expect(contentSecurityPolicy(['abc='])).not.toMatch(/https?:|\*/);
});

test('nothing is asked of https that is served over http, such as npm start on localhost', () => {
	for (const policy of [contentSecurityPolicy([]), editorSecurityPolicy([], [])]) {
		expect(policy).not.toContain('upgrade-insecure-requests');
	}
});

test('the policy fits on one line of a header', () => {
	expect(contentSecurityPolicy(['abc='])).not.toContain('\n');
});

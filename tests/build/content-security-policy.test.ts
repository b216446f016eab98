import { describe, expect, test } from 'vitest';
import { editorPolicy, headerPolicy, pagePolicy } from '../../src/build/content-security-policy.ts';

const RECEIVER = 'https://forms.example.net';

/** Both policies of reading pages. A browser does what both of them allow. */
const policies: [string, string][] = [
	['in the header', headerPolicy()],
	['in the page', pagePolicy(['abc=', 'def='])],
];

describe.each(policies)('the policy %s', (_where, policy) => {
	test.each([
		['scripts come only from the files of the site itself', "script-src 'self'"],
		['scripts ask only the site itself, and read what they made', "connect-src 'self' blob:"],
		['no script may turn text into HTML or code', "require-trusted-types-for 'script'"],
		['not even by a policy of its own', "trusted-types 'none'"],
		['forms go only to the site itself', "form-action 'self'"],
		['no page can change the address that its links start from', "base-uri 'none'"],
		['nothing is embedded', "object-src 'none'"],
	])('%s', (_what, directive) => {
		expect(policy.split('; ')).toContain(directive);
	});

	test('allows nothing unsafe, names no other site, stands on one line', () => {
		expect(policy).not.toMatch(/'unsafe-|https?:|\*|\n/);
	});
});

test('the header says what a page cannot: that no other site can show it in a frame', () => {
	expect(headerPolicy().split('; ')).toContain("frame-ancestors 'none'");
	expect(pagePolicy([])).not.toContain('frame-ancestors');
});

test('a page allows nothing that it does not name, and of styles its own', () => {
	expect(pagePolicy(['abc=', 'def=']).split('; ').slice(0, 2)).toEqual([
		"default-src 'none'",
		"style-src 'self' 'sha256-abc=' 'sha256-def='",
	]);
});

test('the header leaves styles to the page, and forbids everything else that is not named', () => {
	const header = headerPolicy();
	expect(header).not.toMatch(/style-src|default-src/);
	for (const kind of ['child', 'frame', 'media', 'worker']) expect(header).toContain(`${kind}-src 'none'`);
});

test('forms and scripts may send to the receiver that the forms name', () => {
	for (const policy of [headerPolicy([RECEIVER]), pagePolicy([], [RECEIVER])]) {
		expect(policy.split('; ')).toContain(`form-action 'self' ${RECEIVER}`);
		expect(policy.split('; ')).toContain(`connect-src 'self' blob: ${RECEIVER}`);
	}
});

test('nothing is asked of https that is served over http, such as npm start on localhost', () => {
	for (const policy of [headerPolicy(), pagePolicy([]), editorPolicy([], [])]) {
		expect(policy).not.toContain('upgrade-insecure-requests');
	}
});

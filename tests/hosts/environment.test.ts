import { describe, expect, test } from 'vitest';
import { findOrigin, findSafeAddress } from '../../src/hosts/environment.ts';

describe('an address that secrets may travel to', () => {
	test.each([
		['https://git.example.org', 'https://git.example.org'],
		['https://git.example.org/api/v3/', 'https://git.example.org/api/v3'],
		['http://localhost:3000/', 'http://localhost:3000'],
		['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
	])('is %s', (text, address) => {
		expect(findSafeAddress(text)).toBe(address);
	});

	test.each([
		['one that others can listen to', 'http://git.example.org'],
		['a name that only begins as this machine’s', 'http://localhost.example.org'],
		['one with a name to log in with, which messages would show', 'https://name:secret@git.example.org'],
		['one with a question', 'https://git.example.org/?to=elsewhere'],
		['one with a fragment', 'https://git.example.org/#here'],
		['another kind of address', 'ftp://git.example.org'],
		['no address', 'git.example.org'],
		['one with a password alone', 'https://:secret@git.example.org'],
		['nothing', ''],
	])('is not %s', (_description, text) => {
		expect(findSafeAddress(text)).toBeUndefined();
		expect(findOrigin(text)).toBeUndefined();
	});
});

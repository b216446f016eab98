import { describe, expect, test } from 'vitest';
import { siteAddress } from '../../src/build/site-address.ts';

const SETTLED = 'https://settings.example/';

describe('the address of the site', () => {
	test.each([
		['of the settings, if the host says none', undefined, SETTLED],
		['of the settings, if the host says nothing', '', SETTLED],
		['of the host', 'https://main--site.netlify.app', 'https://main--site.netlify.app'],
		['without the slash', 'https://site.example/', 'https://site.example'],
		['with a port', 'http://localhost:8080', 'http://localhost:8080'],
	])('is that %s', (_which, given, address) => {
		expect(siteAddress(given, SETTLED)).toBe(address);
	});

	test.each([
		['a path', 'https://user.github.io/clusters', 'URL=https://user.github.io,'],
		['a path with its slash', 'https://user.github.io/clusters/', 'URL=https://user.github.io,'],
		['a query', 'https://site.example/?x', 'URL=https://site.example,'],
		['an anchor', 'https://site.example/#x', 'URL=https://site.example,'],
		['a user', 'https://me:secret@site.example/', 'URL=https://site.example,'],
		['no scheme', 'site.example', 'URL=https://clusters.example.org,'],
		['another scheme', 'ftp://site.example', 'URL=https://clusters.example.org,'],
	])('is refused with %s, and the mend is said', (_what, given, mend) => {
		expect(() => siteAddress(given, SETTLED)).toThrow(mend);
		expect(() => siteAddress(given, SETTLED)).toThrow('can only be served at the top of a host');
	});
});

import { expect, test } from 'vitest';
import { addressParts } from '../../src/formats/address-parts.ts';

test.each([
	['torinosocialimpact.it', ['torinosocialimpact.', 'it']],
	['example.org/a/b', ['example.', 'org/', 'a/', 'b']],
	['example.org/', ['example.', 'org/']],
	['/clusters/', ['/', 'clusters/']],
	['', ['']],
])('%o may break after dots and slashes alone', (address, parts) => {
	expect(addressParts(address)).toEqual(parts);
	expect(parts.join('')).toBe(address);
});

import { expect, test } from 'vitest';
import { hostOf } from '../../src/formats/host-of.ts';

test.each([
	['https://www.example.org/a', 'example.org'],
	['https://issuu.com./docs/a', 'issuu.com'],
	['http://wwwart.example.org:8080/', 'wwwart.example.org'],
	['no address', 'no address'],
	['', ''],
])('the host of “%s” is “%s”', (address, host) => {
	expect(hostOf(address)).toBe(host);
});

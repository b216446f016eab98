import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptIn, keyOf, type Kept } from '../../src/files/kept.ts';

let folder = '';
let cache: Kept;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'kept-'));
	cache = keptIn(folder);
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

const VALUE = { names: new Map([['one', ['Ö', '中']]]), none: undefined };

test('a value is given again for the key that it was kept with, and for no other', () => {
	cache.keepValue('list', 'key', VALUE);
	expect(cache.keptValue('list', 'key')).toEqual(VALUE);
	expect(cache.keptValue('list', 'another')).toBeUndefined();
	expect(cache.keptValue('nothing', 'key')).toBeUndefined();
	expect(readdirSync(folder)).toEqual(['list']);
});

test.each<[string, (bytes: Buffer) => Uint8Array]>([
	['empty', () => new Uint8Array()],
	['cut', (bytes) => bytes.subarray(0, -1)],
	['longer', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
	['another in one bit', (bytes) => bytes.map((byte, index) => (index === bytes.length - 2 ? byte ^ 1 : byte))],
])('a value whose file is %s is not given', (_what, spoil) => {
	cache.keepValue('list', 'key', VALUE);
	const file = join(folder, 'list');
	writeFileSync(file, spoil(readFileSync(file)));
	expect(cache.keptValue('list', 'key')).toBeUndefined();
});

test('a key is the same for the same, and another for anything else', () => {
	expect(keyOf({ ...VALUE })).toBe(keyOf(VALUE));
	expect(keyOf({ ...VALUE, names: new Map() })).not.toBe(keyOf(VALUE));
	expect(keyOf([{ title: 'A' }, 'b'])).not.toBe(keyOf([{ title: 'Ab' }]));
});

test('what is no data has no key', () => {
	expect(() => keyOf({ made: () => VALUE })).toThrow('could not be cloned');
});

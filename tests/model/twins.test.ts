import { expect, test } from 'vitest';
import { twinsOf } from '../../src/model/twins.ts';

const entries = [
	['balenmagazijn', 'Balenmagazijn'],
	['social-enterprise-network', 'Social Enterprise Network'],
	['social-impact-network', 'Social Impact Network'],
	['plymouth', 'Plymouth Social Enterprise Network'],
] as const;

test('a name with another letter is nearly the same', () => {
	expect(twinsOf('Balenmagasijn', entries).map(([slug]) => slug)).toEqual(['balenmagazijn']);
});

test('words that many names share make no twins', () => {
	expect(twinsOf('Glasgow Social Enterprise Network', entries)).toEqual([]);
});

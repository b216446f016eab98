import { expect, test } from 'vitest';
import { groupBy } from '../../src/formats/group-by.ts';
import { comparedAddress, comparedPartOf } from '../../src/search/compared-parts.ts';

test('ten thousand profiles lie in few files, none of them heavy', () => {
	const slugs = Array.from({ length: 10_000 }, (_, index) => `cluster-of-the-town-${index}`);
	const parts = groupBy(slugs, comparedPartOf);
	expect(parts.size).toBeLessThan(500);
	expect(Math.max(...[...parts.values()].map(({ length }) => length))).toBeLessThan(40);
	expect(comparedAddress('act-group')).toMatch(/^\/data\/profiles\/\d+\.json$/);
});

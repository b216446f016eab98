import { expect, test } from 'vitest';
import { collectionIn, isEntryFile } from '../../src/editor/decap-backend.ts';

test('a folder and a file of entries belong to their collection', () => {
	expect(collectionIn('content/clusters')).toBe('clusters');
	expect(collectionIn('content/terms/hub.yaml')).toBe('terms');
});

test('what lies in no folder of entries is refused', () => {
	expect(() => collectionIn('content/assets/house.png')).toThrow('content/assets/house.png belongs to no collection.');
	expect(() => collectionIn('clusters/a.md')).toThrow();
});

test('pictures that come along with a draft are no entries', () => {
	const paths = ['content/clusters/a.md', 'content/assets/house.png', 'docs/clusters/a.md', 'README.md'];
	expect(paths.map((path) => isEntryFile({ path }))).toEqual([true, false, false, false]);
});

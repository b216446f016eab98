import { expect, test } from 'vitest';
import { draftIn, namesIn, pathsOf } from '../../../src/local/editing/cms-request.ts';

const request = (params: Record<string, unknown>) => ({ action: 'x', params });

test.each([
	['by its key', { id: 'clusters/hub' }, 'cms/clusters/hub'],
	[
		'and not by the id of a file of it',
		{ collection: 'clusters', slug: 'hub', id: 'content/clusters/hub.md' },
		'cms/clusters/hub',
	],
	['by collection and slug', { collection: 'clusters', slug: 'hub' }, 'cms/clusters/hub'],
	[
		'by what it saves',
		{ options: { collectionName: 'points' }, dataFiles: [{ slug: 'one' }], collection: 'clusters', slug: 'hub' },
		'cms/points/one',
	],
])('a request names the branch of its draft %s', (_how, params, branch) => {
	expect(draftIn(request(params))).toBe(branch);
});

test('every path of a request is found, however deep', () => {
	const params = {
		paths: ['content/a', 5],
		assets: [{ path: 'content/b' }],
		entry: { inner: { newPath: 'content/c' } },
		folder: 'content/d',
		slug: 'e',
	};
	expect(pathsOf(params)).toEqual(['content/a', 5, 'content/b', 'content/c', 'content/d']);
	expect(pathsOf({ paths: 'content/f' })).toEqual(['content/f']);
});

test('the names of a request are found in its options and files too', () => {
	const params = {
		slug: 'a',
		options: { collectionName: 'b', status: 'c' },
		dataFiles: [{ slug: 'd' }, 'e', null, { slug: ['f'] }],
	};
	expect(namesIn(request(params)).filter((name) => name !== undefined)).toEqual(['a', 'b', 'c', 'd', ['f']]);
});

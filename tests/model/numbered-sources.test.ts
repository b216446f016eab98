import { expect, test } from 'vitest';
import { numberSources } from '../../src/model/numbered-sources.ts';

const source = (name: string) => ({ title: name, url: `https://example.org/${name}/`, accessed: '2026-11-24' });
const entries = [
	{ data: { sources: [source('one'), source('two')] } },
	{ data: { sources: [source('three'), source('two'), source('two')] } },
];
const { sources, numbersOf } = numberSources(entries);

test('a source that several entries name has one number', () => {
	expect(sources.map(({ title }) => title)).toEqual(['one', 'two', 'three']);
	expect(entries.map(({ data }) => numbersOf(data.sources))).toEqual([
		[1, 2],
		[2, 3],
	]);
});

import { expect, test } from 'vitest';
import { factsOf, publishedOf, type Draft } from '../../src/editor/draft-facts.ts';
import { FakeHost } from './fake-host.ts';

const host = new FakeHost();
host.published.set('content/clusters/old.md', '---\nname: Old\naliases:\n  - older\n---\n');

const moved: Draft = {
	collection: 'clusters',
	slug: 'old',
	path: 'content/clusters/new.md',
	isModification: true,
	data: { name: 'New', aliases: ['older', 'old'] },
};

test('a draft that got another address is beside what is published, and says so', async () => {
	const published = await publishedOf({ implementation: host }, moved);
	const { kind, changes } = factsOf(moved, published);
	expect(kind).toBe('edit');
	expect(changes).toEqual(['Address: old → new', 'Name: Old → New']);
});

test('a draft whose texts still say a former value is marked with it', () => {
	const draft = { ...moved, data: { founded: 2012, body: 'In 2013 it began.' } };
	expect(factsOf(draft, { founded: 2013 }).marks).toContain('2013, the former Founded, also stands in Text.');
});

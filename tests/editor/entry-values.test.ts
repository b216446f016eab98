import { fromJS, List, Map as ImmutableMap } from 'immutable';
import { expect, test } from 'vitest';
import { groupOf, textOf, toPlain, valuesOf } from '../../src/editor/entry-values.ts';

const entry = ImmutableMap<string, unknown>({
	collection: 'terms',
	slug: 'hub',
	path: 'content/terms/hub.yaml',
	data: fromJS({ term: 'Hub' }),
});

test('an entry that is published comes with what Decap knows of it', () => {
	const { data, ...values } = valuesOf(entry);
	expect(data.toJS()).toEqual({ term: 'Hub' });
	expect(values).toEqual({
		collection: 'terms',
		slug: 'hub',
		path: 'content/terms/hub.yaml',
		isNew: false,
		isUnpublished: false,
	});
});

test('a new entry has no slug and no path', () => {
	const { slug, path, isNew } = valuesOf(entry.merge({ slug: undefined, path: null, newRecord: true }));
	expect([slug, path, isNew]).toEqual(['', '', true]);
});

test('a draft of a published entry is told from one of what was never published', () => {
	expect(valuesOf(entry.set('isModification', true)).isUnpublished).toBe(false);
	expect(valuesOf(entry.set('isModification', false)).isUnpublished).toBe(true);
});

test('an entry of no collection is refused', () => {
	expect(() => valuesOf(entry.set('collection', 'pages'))).toThrow('There is no collection “pages”.');
});

test('a group that is not filled in is empty', () => {
	expect([undefined, null, '', List(['a'])].map((value) => groupOf(value).size)).toEqual([0, 0, 0, 0]);
	expect(groupOf(ImmutableMap({ on: '2027-03-31' })).get('on')).toBe('2027-03-31');
});

test('what is no text reads as an empty one', () => {
	expect([textOf('a'), textOf(undefined), textOf(7)]).toEqual(['a', '', '']);
});

test('lists and groups become plain data, all the way down', () => {
	expect(toPlain(fromJS({ a: [{ b: 1 }] }))).toEqual({ a: [{ b: 1 }] });
	expect([toPlain('a'), toPlain(null), toPlain(false)]).toEqual(['a', null, false]);
});

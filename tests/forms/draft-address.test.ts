import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDraft, readDraft } from '../../src/forms/draft-address.ts';

test('an empty form needs no address of its own', () => {
	expect(formatDraft({})).toBe('');
});

test('a draft stands behind the #, which no server is sent', () => {
	expect(formatDraft({ name: ['A b'], themes: ['food', 'care'] })).toBe('#draft=name=A+b&themes=food&themes=care');
});

test('another place on the page is no draft', () => {
	expect(readDraft('#questions')).toBeUndefined();
});

test('a field called as a part of every object is a field like others', () => {
	expect(readDraft('#draft=__proto__=x')?.['__proto__']).toEqual(['x']);
	expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('whatever is written comes back equal', () => {
	const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((written) => written.toWellFormed());
	const draft = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]*$/), fc.array(text, { minLength: 1 }), {
		noNullPrototype: true,
	});
	fc.assert(
		fc.property(draft, (written) => {
			expect({ ...readDraft(formatDraft(written)) }).toEqual(written);
		}),
		{ seed: 5 },
	);
});

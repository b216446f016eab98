import { expect, test } from 'vitest';
import { excerptOf, markedParts } from '../../src/search/excerpt.ts';

const marked = new Set(['cafe', 'mill']);
const said = (parts: ReturnType<typeof markedParts> = []) =>
	parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

test('words are marked however they are written', () => {
	expect(said(markedParts('A Café, a MILL <b>and</b> more.', marked))).toBe('A [Café], a [MILL] <b>and</b> more.');
});

test('a short text is its own excerpt', () => {
	expect(said(excerptOf('A mill.', marked))).toBe('A [mill].');
});

test('of a long text the part is shown where most of the words stand', () => {
	const filler = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
	const excerpt = said(excerptOf(`A mill. ${filler} a mill beside a café. ${filler}`, marked));
	expect(excerpt).toContain('a [mill] beside a [café].');
	expect(excerpt).toMatch(/^… .* …$/s);
});

test('where none of the words stands there is no excerpt', () => {
	expect(excerptOf('Nothing of it.', marked)).toBeUndefined();
});

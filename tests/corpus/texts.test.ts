import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/formats/markdown.ts';
import { accepted, refused } from './texts.ts';

const rulesOf = (text: string) => renderMarkdown(text, () => undefined).problems.map(({ rule }) => rule);

test.each(refused)('%s is refused', (_what, text, rule) => {
	expect(rulesOf(text)).toContain(rule);
});

test.each(accepted)('%s is fine', (_what, text) => {
	expect(rulesOf(text)).toEqual([]);
});

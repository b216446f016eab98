import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/formats/markdown.ts';

/** How often a set or map was asked while a text with so many equal headings became HTML. */
function questionsFor(count: number, heading: (index: number) => string): number {
	const markdown = Array.from({ length: count }, (_, index) => heading(index)).join('\n');
	let questions = 0;
	const { has: mapHas } = Map.prototype;
	const { has: setHas } = Set.prototype;
	Map.prototype.has = function (key) {
		questions++;
		return mapHas.call(this, key);
	};
	Set.prototype.has = function (value) {
		questions++;
		return setHas.call(this, value);
	};
	try {
		renderMarkdown(markdown, () => undefined);
	} finally {
		Map.prototype.has = mapHas;
		Set.prototype.has = setHas;
	}
	return questions;
}

test.each([
	['equal headings', () => '## a'],
	['two headings in turn', (index: number) => (index % 2 ? '## a' : '## b')],
	['headings that have the numbers of others', (index: number) => (index % 2 ? '## a' : `## a ${index}`)],
])('%s take twice the work if there are twice as many', (_what, heading) => {
	expect(questionsFor(2000, heading) / questionsFor(1000, heading)).toBeLessThan(2.5);
});

test('equal headings have different ids', () => {
	const headings = ['## a', '## a 2', '## a', '## a', '## a 2', '## a-2-2', '## a'];
	const { html } = renderMarkdown(headings.join('\n\n'), () => undefined);
	const ids = [...html.matchAll(/id="([^"]*)"/g)].map(([, id]) => id);
	expect(ids).toEqual(['s-a', 's-a-2', 's-a-3', 's-a-4', 's-a-2-2', 's-a-2-2-2', 's-a-5']);
});

import { expect, test } from 'vitest';
import { shareInWords } from '../../src/formats/shares.ts';

test.each<[part: number, whole: number, text: string, isMany: boolean]>([
	[0, 86, 'none', true],
	[86, 86, 'all', true],
	[1, 1, 'all', true],
	[22, 88, 'one in four', false],
	[22, 86, 'about one in four', false],
	[41, 64, 'about two in three', true],
	[43, 86, 'half', true],
	[45, 86, 'about half', true],
	[27, 90, 'three in ten', true],
	[85, 86, 'nearly all', true],
	[77, 86, 'nine in ten', true],
	[3, 86, '3 of 86', true],
	[1, 86, '1 of 86', false],
	[2, 5, '2 of 5', true],
])('%i of %i is said as “%s”', (part, whole, text, isMany) => {
	expect(shareInWords(part, whole)).toEqual({ text, isMany });
});

test('what is said is never further from the truth than a twentieth', () => {
	const values: Record<string, number> = {
		'one in ten': 1 / 10,
		'one in eight': 1 / 8,
		'one in six': 1 / 6,
		'one in five': 1 / 5,
		'one in four': 1 / 4,
		'three in ten': 3 / 10,
		'one in three': 1 / 3,
		'two in five': 2 / 5,
		half: 1 / 2,
		'three in five': 3 / 5,
		'two in three': 2 / 3,
		'three in four': 3 / 4,
		'four in five': 4 / 5,
		'nine in ten': 9 / 10,
		'nearly all': 1,
	};
	for (let part = 9; part < 100; part++) {
		const { text } = shareInWords(part, 100);
		const said = values[text.replace('about ', '')];
		expect(said, text).toBeDefined();
		expect(Math.abs((said ?? 2) - part / 100), `${part}: ${text}`).toBeLessThanOrEqual(0.0501);
		if (!text.startsWith('about') && text !== 'nearly all') expect(said).toBeCloseTo(part / 100, 2);
	}
});

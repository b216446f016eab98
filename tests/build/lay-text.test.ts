import { describe, expect, test } from 'vitest';
import { canLay, drawLine, fitText, layLine } from '../../src/build/lay-text.ts';
import { namesToWrite } from '../corpus/names.ts';

const WIDTH = 600;
const measures = [
	{ size: 116, lines: 2 },
	{ size: 76, lines: 4 },
	{ size: 44, lines: 6 },
];
const letters = (text: string) => text.normalize('NFC').replace(/\s/g, '');

describe.each(namesToWrite)('a name: %s', (_what, name) => {
	test.each(['display', 'text', 'strong'] as const)('has all its letters in the font for %s', (family) => {
		expect(canLay(name, family)).toBe(true);
		const { glyphs, width } = layLine(name, family);
		expect(glyphs.length).toBeGreaterThan(0);
		expect(width).toBeGreaterThan(0);
	});

	test('fits, and loses no letter', () => {
		const { size, lines } = fitText(name, 'display', WIDTH, measures);
		const { lines: most } = measures.find((measure) => measure.size === size) ?? { lines: 0 };
		expect(lines.length).toBeLessThanOrEqual(most);
		expect(letters(lines.join(' '))).toBe(letters(name));
		for (const line of lines) expect(layLine(line, 'display').width * size, line).toBeLessThanOrEqual(WIDTH + 1);
	});
});

test('a short name stands in large letters, a long one in small ones, its lines about even', () => {
	expect(fitText('Torino Social Impact', 'display', WIDTH, measures)).toEqual({
		size: 116,
		lines: ['Torino Social', 'Impact'],
	});
	const { size, lines } = fitText(
		'A network of networks of networks of regions of regions and of towns',
		'display',
		WIDTH,
		measures,
	);
	expect(size).toBe(76);
	const widths = lines.map((line) => layLine(line, 'display').width * size);
	expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
});

test('a text that is too long for all sizes is cut, and says so', () => {
	const { size, lines } = fitText('word '.repeat(200), 'display', WIDTH, measures);
	expect(size).toBe(44);
	expect(lines).toHaveLength(6);
	expect(lines.at(-1)).toMatch(/word ?…$|\w…$/);
	for (const line of lines) expect(layLine(line, 'display').width * size).toBeLessThanOrEqual(WIDTH);
});

test('a letter that no font here has is told', () => {
	expect(canLay('社会経済', 'display')).toBe(false);
	expect(canLay('תיק', 'text')).toBe(false);
});

test('a letter in two parts is one', () => {
	expect(layLine('e\u0301', 'display').glyphs).toHaveLength(1);
});

test('letters are outlines: no font of the machine has a say', () => {
	const drawn = drawLine(layLine('Καρδίτσα, Łódź', 'text'), 0, 50, 30, '#000000');
	expect(drawn).toMatch(/^<g fill="#000000">(?:<path transform="[^"]*" d="[^"]+"\/>)+<\/g>$/);
});

import { csvParse } from 'd3-dsv';
import { expect, test } from 'vitest';
import { entryFiles } from '../../src/formats/entry-files.ts';
import { entryOf } from '../entries.ts';
import { formulas, plain } from './formulas.ts';

const one = entryOf('clusters');

/** The cell of a text, past the schema: it takes some of the signs out, and the file must hold without it. */
function cellOf(text: string): string | undefined {
	const file = entryFiles.csv.toText(
		'clusters',
		[{ ...one, data: { ...one.data, region: text } }],
		'https://clusters.example',
	);
	return csvParse(file.replace(/^\ufeff/, ''))[0]?.['region'];
}

test.each(formulas)('no spreadsheet runs %s', (_what, text, cell) => {
	expect(cellOf(text)).toBe(cell);
});

test.each(plain)('%s stays as it is', (_what, text) => {
	expect(cellOf(text)).toBe(text);
});

test.each(formulas)('in a list neither: %s', (_what, text, cell) => {
	const file = entryFiles.csv.toText(
		'clusters',
		[{ ...one, data: { ...one.data, sectors: ['one', text] } }],
		'https://x.example',
	);
	expect(csvParse(file.replace(/^\ufeff/, ''))[0]?.['sectors']).toBe(`one | ${cell}`);
});

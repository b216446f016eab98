import { writeFileSync } from 'node:fs';
import { outlineTable } from '../formats/outline-table.ts';

const file = new URL('../schemas/outlines.ts', import.meta.url);
const lines = Object.entries(outlineTable()).map(
	([beside, text]) => `\t${/\W/.test(beside) ? `'${beside}'` : beside}:\n\t\t'${text.replace(/[\\']/g, '\\$&')}',`,
);

writeFileSync(
	file,
	`/**
 * Outlines of the countries in few points, by the country on both sides of a line, or by those on each side; “-” is one
 * that is not in the list. Made from Natural Earth 1:10m (public domain) by \`node src/local/write-outlines.ts\`.
 */
export const outlines: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);

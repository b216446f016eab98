import { parse } from 'csv-parse/sync';
import { DOMParser } from 'linkedom';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { findProgram } from '../elsewhere/programs.ts';

const soffice = findProgram('soffice');

/** Locales by what they do with 45.76 and 2027-03-31, by the numbers that LibreOffice has for them; what it shows numbers in comes from the environment. */
const locales = [
	['German', 1031, 'de_DE.UTF-8'],
	['English', 1033, 'en_GB.UTF-8'],
] as const;

const tables = ['clusters', 'meetings', 'milestones', 'fields'];

/** Comma, quotation mark, UTF-8, from the first line on, columns as they come: what the window offers that asks how to open a table. */
const optionsIn = (locale: number) => `CSV:44,34,76,1,,${locale},false,false`;

const REPEATED = 'table:number-columns-repeated';
/** Cells that no table has: Calc fills its sheet with them. */
const SHEET_END = 1_000;

/** The text of a paragraph, in which blanks are counted. */
const textIn = (node: ChildNode): string =>
	[...node.childNodes]
		.map((child) => {
			if (child.nodeType === 3) return child.textContent ?? '';
			const { nodeName } = child;
			if (nodeName === 'text:s') return ' '.repeat(Number((child as Element).getAttribute('text:c') ?? 1));
			return nodeName === 'text:tab' ? '\t' : textIn(child);
		})
		.join('');

const named = (element: Element, name: string) =>
	[...element.childNodes].filter((child): child is ChildNode & Element => child.nodeName === name);

/** What the cells of a sheet show, row by row. */
function shownIn(flatSheet: string): string[][] {
	const document = new DOMParser().parseFromString(flatSheet, 'text/xml') as unknown as Document;
	return [...document.getElementsByTagName('table:table-row')].map((row) =>
		named(row, 'table:table-cell').flatMap((cell) => {
			const count = Number(cell.getAttribute(REPEATED) ?? 1);
			const text = named(cell, 'text:p').map(textIn).join('\n');
			return count > SHEET_END ? [] : Array.from({ length: count }, () => text);
		}),
	);
}

describe.each(locales)('a table opened in LibreOffice Calc in %s', (_language, locale, LC_ALL) => {
	if (soffice === undefined) {
		test.skip('LibreOffice is not installed (Debian: libreoffice-calc-nogui): no table opened');
		return;
	}
	test('shows every value as it is', { timeout: 120_000 }, () => {
		const folder = mkdtempSync(join(tmpdir(), 'calc-'));
		const files = tables.map((name) => join(inject('siteFolder'), `data/${name}.csv`));
		try {
			execFileSync(
				soffice,
				[
					`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
					...['--headless', '--convert-to', 'fods', '--outdir', folder, `--infilter=${optionsIn(locale)}`],
					...files,
				],
				{ stdio: 'ignore', env: { ...process.env, LC_ALL } },
			);
			for (const [index, name] of tables.entries()) {
				const lines = parse(readFileSync(files[index] ?? ''), { bom: true });
				const shown = shownIn(readFileSync(join(folder, `${name}.fods`), 'utf8'));
				const wrong = lines.flatMap((cells, row) =>
					cells.flatMap((cell, column) => {
						const seen = shown[row]?.[column] ?? '';
						return seen === cell ? [] : [`${name}, row ${row + 1}, ${lines[0]?.[column] ?? ''}: ${cell} → ${seen}`];
					}),
				);
				expect(wrong).toEqual([]);
				expect(lines.length).toBeGreaterThan(1);
			}
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

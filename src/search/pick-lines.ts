/** The slug with which a line of a profile begins, in each of the formats. */
const SLUG_OF_LINE = /^(?:\{"slug":"|\{"type":"Feature","id":")?([a-z0-9-]+)/;

/**
 * Takes profiles out of a file that has one a line (CSV, JSON, GeoJSON as `entry-files.ts` writes them): the same
 * file with these only, in this order. Slugs that the file does not have are left out.
 */
export function pickLines(file: string, slugs: readonly string[]): string {
	const lines = file.trimEnd().split('\n');
	const isCsv = !/^[[{]/.test(file);
	const foot = isCsv ? [] : lines.slice(-1);
	const bySlug = new Map(
		lines
			.slice(1, isCsv ? undefined : -1)
			.map((line) => [SLUG_OF_LINE.exec(line)?.[1], isCsv ? line : line.replace(/,$/, '')]),
	);
	const picked = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
	const body = picked.length > 0 ? [picked.join(isCsv ? '\n' : ',\n')] : [];
	return `${[lines[0], ...body, ...foot].join('\n')}\n`;
}

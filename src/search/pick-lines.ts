/**
 * Takes profiles out of a file that has one a line (CSV, JSON, GeoJSON as `profile-files.ts` writes them): the same
 * file with these rows only, in this order.
 */
export function pickLines(file: string, rows: readonly number[]): string {
	const lines = file.trimEnd().split('\n');
	const isCsv = !/^[[{]/.test(file);
	const last = isCsv ? undefined : lines.at(-1);
	const picked = rows.flatMap((row) => (isCsv ? lines[row + 1] : lines[row + 1]?.replace(/,$/, '')) ?? []);
	const body = picked.length > 0 ? [picked.join(isCsv ? '\n' : ',\n')] : [];
	return `${[lines[0], ...body, ...(last === undefined ? [] : [last])].join('\n')}\n`;
}

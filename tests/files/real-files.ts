import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../../src/files/folders.ts';
import { collectionNames, hasBody, type CollectionName } from '../../src/schemas/collections.ts';

/** A file of the content as it stands. */
export interface RealFile {
	collection: CollectionName;
	file: string;
	text: string;
}

const filesIn = (collection: CollectionName): string[] => {
	try {
		return readdirSync(join(contentFolder, collection)).sort();
	} catch {
		// No entry yet.
		return [];
	}
};

/** Every file of the content that the CMS edits. */
export const realFiles: RealFile[] = collectionNames.flatMap((collection) =>
	filesIn(collection)
		.filter((name) => name.endsWith(hasBody(collection) ? '.md' : '.yaml'))
		.map((name) => {
			const file = `${collection}/${name}`;
			return { collection, file, text: readFileSync(join(contentFolder, file), 'utf8') };
		}),
);

/** The lines that differ between two texts, those taken away with - and those added with +, as git shows them. */
export function changedLines(before: string, after: string): string[] {
	const old = before.split('\n');
	const now = after.split('\n');
	// The longest common subsequence, counted from the end.
	const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
	const at = (row: number, column: number) => common[row]?.[column] ?? 0;
	for (let row = old.length - 1; row >= 0; row--) {
		for (let column = now.length - 1; column >= 0; column--) {
			const line = common[row];
			if (line) {
				line[column] =
					old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
			}
		}
	}
	const changes: string[] = [];
	let [row, column] = [0, 0];
	while (row < old.length || column < now.length) {
		if (row < old.length && column < now.length && old[row] === now[column]) {
			row++;
			column++;
		} else if (row < old.length && (column === now.length || at(row + 1, column) >= at(row, column + 1))) {
			changes.push(`-${old[row++]}`);
		} else {
			changes.push(`+${now[column++]}`);
		}
	}
	return changes;
}

import { globSync, readFileSync } from 'node:fs';
import { dirname, normalize } from 'node:path';
import { preProcessFile } from 'typescript';
import { expect, test } from 'vitest';

/** What a file imports from other files here, types included. */
function importsOf(file: string): string[] {
	const { importedFiles } = preProcessFile(readFileSync(file, 'utf8'));
	return importedFiles
		.map(({ fileName }) => fileName)
		.filter((name) => name.startsWith('.'))
		.map((name) => normalize(`${dirname(file)}/${name}`));
}

/** The first circle found, from a file back to itself. */
function findCircle(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const clear = new Set<string>();
	const follow = (file: string, way: readonly string[]): string[] | undefined => {
		if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
		if (clear.has(file)) return undefined;
		for (const next of imports.get(file) ?? []) {
			const circle = follow(next, [...way, file]);
			if (circle) return circle;
		}
		clear.add(file);
		return undefined;
	};
	return [...imports.keys()].map((file) => follow(file, [])).find((circle) => circle !== undefined);
}

test('no file of src/ imports itself by way of others', () => {
	const files = globSync('src/**/*.{ts,astro,mjs}');
	const imports = new Map(files.map((file) => [file, importsOf(file)]));
	expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
	expect(findCircle(imports)).toBeUndefined();
});

test('a circle is found', () => {
	const imports = new Map([
		['a', ['b', 'c']],
		['b', []],
		['c', ['d']],
		['d', ['b', 'c']],
	]);
	expect(findCircle(imports)).toEqual(['c', 'd', 'c']);
});

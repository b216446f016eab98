import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Of what a page may ask the model itself: a build counts them to what all pages are made of. */
const SETTINGS = 'loadSettings';
const ASKED = /import \{([^}]*)\} from '[./]*\/model\/load\.ts'/;

const hasKeys = (source: string) => /\b(?:withKeys|keyOf|entryPaths)\(/.test(source);
const withoutPaths = (source: string) => source.replace(/^export (?:async )?function getStaticPaths[^]*?^\}/m, '');

/** What a route or component asks the model while it is rendered. */
function askedIn(source: string): string[] {
	const names =
		ASKED.exec(source)?.[1]
			?.split(',')
			.map((name) => name.trim()) ?? [];
	const body = withoutPaths(source).replace(ASKED, '');
	return names.filter((name) => name !== '' && name !== SETTINGS && new RegExp(`\\b${name}\\b`).test(body));
}

/** A route with all components that it is drawn by. */
function partsOf(file: string, found = new Map<string, string>()): Map<string, string> {
	if (found.has(file)) return found;
	const source = readFileSync(file, 'utf8');
	found.set(file, source);
	for (const [, part = ''] of source.matchAll(/ from '([./]+[^']*\.astro)';/g))
		partsOf(join(dirname(file), part), found);
	return found;
}

const routes = globSync('src/pages/**/*.astro').filter((file) => hasKeys(readFileSync(file, 'utf8')));

describe('a page with a key is made of what its route hands it, for a build takes it from the last one by that', () => {
	test('and there are such routes', () => {
		expect(routes.length).toBeGreaterThan(8);
	});

	test.each(routes)('%s', (route) => {
		expect(
			[...partsOf(route)].flatMap(([file, source]) => askedIn(source).map((name) => `${file} asks ${name}`)),
		).toEqual([]);
	});
});

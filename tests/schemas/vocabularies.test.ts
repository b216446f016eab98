import { expect, test } from 'vitest';
import { slug } from '../../src/schemas/fields.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import * as vocabularies from '../../src/schemas/vocabularies.ts';
import type { Concept } from '../../src/schemas/vocabularies.ts';

const concepts = Object.entries(vocabularies).flatMap(([list, vocabulary]) =>
	Object.entries<Concept>(vocabulary).map(([id, concept]) => ({ name: `${list} ${id}`, id, ...concept })),
);
const namesWhere = (isBroken: (concept: Concept & { id: string }) => boolean) =>
	concepts.filter(isBroken).map(({ name }) => name);

test('every term has an id that can stand in an address', () => {
	expect(namesWhere(({ id }) => !slug.safeParse(id).success)).toEqual([]);
});

test('every term has a label without blanks at its ends', () => {
	expect(namesWhere(({ label }) => label === '' || label !== label.trim())).toEqual([]);
});

test('every definition is a sentence', () => {
	expect(namesWhere(({ definition }) => !/^[A-Z].*\.$/.test(definition))).toEqual([]);
});

test('every definition is our own or has an address', () => {
	expect(namesWhere(({ source }) => source !== undefined && !URL.canParse(source))).toEqual([]);
});

test.each(Object.entries(vocabularies))('no two terms of %s have the same label', (_list, vocabulary) => {
	const labels = Object.values<Concept>(vocabulary).map(({ label }) => label);
	expect(new Set(labels).size).toBe(labels.length);
});

test('there are 14 industrial ecosystems', () => {
	expect(keysOf(vocabularies.industrialEcosystems)).toHaveLength(14);
});

test('there are 17 development goals', () => {
	expect(keysOf(vocabularies.sustainableDevelopmentGoals)).toHaveLength(17);
});

test('ids keep the order of the file', () => {
	expect(keysOf(vocabularies.stages)).toEqual(['emerging', 'active', 'on-hold', 'completed', 'closed']);
});

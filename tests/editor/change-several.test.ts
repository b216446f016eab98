import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	changeableFields,
	changedFields,
	makeChange,
	planChange,
	type FieldChange,
} from '../../src/editor/change-several.ts';
import type { CollectionName } from '../../src/schemas/collections.ts';
import { FakeHost } from './fake-host.ts';

const PATH = 'content/terms/asbl.yaml';
const term = readFileSync(PATH, 'utf8');

function fieldOf(collection: CollectionName, name: string) {
	const field = changeableFields(collection).find((each) => each.name === name);
	if (!field) throw new Error(`${collection} has no ${name} that can be changed for several.`);
	return field;
}

function hostWith(text: string): FakeHost {
	const host = new FakeHost();
	host.published.set(PATH, text);
	return host;
}

test('names, texts in rows, pictures, groups and references are changed one by one', () => {
	const names = changeableFields('clusters').map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['kind', 'stage', 'country', 'themes', 'region']));
	for (const name of ['name', 'summary', 'image', 'sources', 'aliases', 'carrier']) expect(names).not.toContain(name);
});

test.each<[string, string, FieldChange['how'], string, object, object]>([
	['a value is set', 'stage', 'set', 'active', {}, { stage: 'active' }],
	['a value is taken off', 'region', 'set', '', { region: 'Lazio' }, {}],
	['an item is added at the end', 'themes', 'add', 'food', { themes: ['care'] }, { themes: ['care', 'food'] }],
	['a first item', 'themes', 'add', 'food', {}, { themes: ['food'] }],
	[
		'an item that is there stays where it is',
		'themes',
		'add',
		'food',
		{ themes: ['food', 'care'] },
		{ themes: ['food', 'care'] },
	],
	['an item is taken out', 'themes', 'take out', 'food', { themes: ['food', 'care'] }, { themes: ['care'] }],
])('%s', (_what, name, how, value, before, after) => {
	const now = changedFields({ name: 'A', ...before }, { field: fieldOf('clusters', name), how, value });
	expect({ ...now, ...(now[name] === '' ? { [name]: undefined } : {}) }).toEqual({ name: 'A', ...after });
});

describe('a change of a published entry', () => {
	const toFrance: FieldChange = { field: fieldOf('terms', 'country'), how: 'set', value: 'FR' };

	test('is told before it is made, and then changes one line', async () => {
		const host = hostWith(term);
		const planned = await planChange(host, 'terms', 'asbl', toFrance, false);
		expect(planned.changes).toEqual(['Country: Belgium → France']);
		expect(host.published.get(PATH)).toBe(term);
		await makeChange(host, 'terms', 'asbl', planned, false);
		expect(host.published.get(PATH)).toBe(term.replace('country: BE', 'country: FR'));
	});

	test('becomes a draft where drafts are reviewed, unless one waits', async () => {
		const host = hostWith(term);
		await makeChange(host, 'terms', 'asbl', await planChange(host, 'terms', 'asbl', toFrance, true), true);
		expect(host.published.get(PATH)).toBe(term);
		expect(host.draftOf('terms', 'asbl')?.get(PATH)).toContain('country: FR');
		await expect(planChange(host, 'terms', 'asbl', toFrance, true)).rejects.toThrow('It has a draft');
	});

	test('tells nothing where the entry says so already', async () => {
		const already = await planChange(hostWith(term), 'terms', 'asbl', { ...toFrance, value: 'BE' }, false);
		expect(already.changes).toEqual([]);
	});

	test('is refused where the site would refuse it', async () => {
		const change = { ...toFrance, field: fieldOf('terms', 'concept'), value: '' };
		await expect(planChange(hostWith(term), 'terms', 'asbl', change, false)).rejects.toThrow('Concept is missing.');
	});

	test('is not made if somebody changed the entry since it was told', async () => {
		const host = hostWith(term);
		const planned = await planChange(host, 'terms', 'asbl', toFrance, false);
		host.published.set(PATH, term.replace('country: BE', 'country: LU'));
		await expect(makeChange(host, 'terms', 'asbl', planned, false)).rejects.toThrow('Somebody changed it since.');
	});
});

import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { toConfig } from '../../src/editor/config.ts';
import { toFormFields, type FormField } from '../../src/editor/form-fields.ts';
import { clusterSchema } from '../../src/schemas/cluster.ts';
import { collections, type CollectionName } from '../../src/schemas/collections.ts';
import { descriptionAt, descriptionsOf } from '../../src/schemas/describe-fields.ts';

const place = {
	backend: { name: 'github', repo: 'owner/name', branch: 'main' },
	siteUrl: 'https://example.org',
	hasWorkflow: true,
} as const;
const config = toConfig(place);

test('the configuration is as it was', async () => {
	await expect(JSON.stringify(config, undefined, '\t')).toMatchFileSnapshot('config.snapshot.json');
});

const fieldsOfForm = (fields: readonly FormField[]): FormField[] =>
	fields.flatMap((field) => [field, ...fieldsOfForm([...(field.fields ?? []), ...(field.types ?? [])])]);

describe.each(Object.entries(collections) as [CollectionName, { schema: z.ZodObject }][])('%s', (name, { schema }) => {
	const fields = fieldsOfForm(toFormFields(descriptionsOf(schema), name));

	test('every field has a label', () => {
		expect(fields.filter(({ label }) => !label)).toEqual([]);
	});

	test('every field leads back to its schema', () => {
		const lost = fields.filter(({ path }) => path && !descriptionAt(schema, path.slice(`${name}.`.length)));
		expect(lost.map(({ path }) => path)).toEqual([]);
	});
});

const unknown: [description: string, field: z.ZodType, message: string][] = [
	['a list of days', z.array(z.iso.date()), 'clusters.odd: forms have no field for a list of “day”'],
	[
		'one of several kinds',
		z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('a').meta({ title: 'Kind' }) })]),
		'clusters.odd: forms have no field for the type “kinds”',
	],
];
test.each(unknown)('a field that is %s stops the build and is named', (_description, field, message) => {
	const schema = z.strictObject({ odd: field.meta({ title: 'Odd' }) });
	expect(() => toFormFields(descriptionsOf(schema), 'clusters')).toThrow(message);
});

test('the form asks for a field that must be there, and not for one in an optional group', () => {
	const fields = toFormFields(descriptionsOf(clusterSchema), 'clusters');
	const carrier = fields.find(({ name }) => name === 'carrier');
	expect(fields.find(({ name }) => name === 'name')?.required).toBe(true);
	expect(carrier?.required).toBe(false);
	expect(carrier?.fields?.find(({ name }) => name === 'legalForm')?.required).toBe(false);
});

test('a back end without review publishes at once', () => {
	expect(toConfig({ ...place, hasWorkflow: false }).publish_mode).toBe('simple');
});

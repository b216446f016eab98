import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { formatMurmurations } from '../../src/formats/murmurations.ts';
import { entryOf } from '../entries.ts';

const SITE = 'https://clusters.example.org';

/**
 * What organizations_schema-v1.0.0 and its fields ask of what we say
 * (https://github.com/MurmurationsNetwork/MurmurationsLibrary, read on 2026-11-26).
 */
const address = { type: 'string', maxLength: 2000, pattern: '^https?://.*' };
const validate = new Ajv2020().compile({
	type: 'array',
	items: {
		type: 'object',
		properties: {
			linked_schemas: { type: 'array', items: { type: 'string' } },
			name: { type: 'string' },
			nickname: { type: 'string' },
			primary_url: address,
			urls: {
				type: 'array',
				uniqueItems: true,
				items: { type: 'object', properties: { url: address }, required: ['url'] },
			},
			description: { type: 'string' },
			tags: { type: 'array', uniqueItems: true, items: { type: 'string' } },
			country_iso_3166: { type: 'string', minLength: 2, maxLength: 2 },
			geolocation: {
				type: 'object',
				properties: { lat: { type: 'number' }, lon: { type: 'number' } },
				required: ['lat', 'lon'],
			},
			geographic_scope: { enum: ['local', 'regional', 'national', 'international'] },
		},
		required: ['linked_schemas', 'name'],
		additionalProperties: false,
	},
});

test('every profile is an organisation as Murmurations describes it', () => {
	const { clusters } = readContent('content').entries;
	const records: unknown = JSON.parse(formatMurmurations(clusters, SITE));
	expect(validate(records), JSON.stringify(validate.errors)).toBe(true);
	expect(records).toHaveLength(clusters.length);
});

test('a profile without a website is known by its page', () => {
	expect(JSON.parse(formatMurmurations([entryOf('clusters', { scope: 'cross-border' }, 'one')], SITE))).toMatchObject([
		{ primary_url: 'https://clusters.example.org/clusters/one/', geographic_scope: 'international' },
	]);
});

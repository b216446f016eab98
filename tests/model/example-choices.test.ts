import { expect, test } from 'vitest';
import { exampleChoices } from '../../src/model/example-choices.ts';
import { entryOf } from '../entries.ts';

test('examples are three clusters of one theme and part of Europe, of several countries where they can be', () => {
	const inCountry = (country: string, slug: string, fields = {}) =>
		entryOf('clusters', { name: slug, country, themes: ['food'], ...fields }, slug);
	const clusters = [
		inCountry('ES', 'a', { founded: 2000 }),
		inCountry('ES', 'b', { founded: 2000 }),
		inCountry('IT', 'c'),
		inCountry('GR', 'd'),
		inCountry('PT', 'closed', { stage: 'closed', ended: 2019, founded: 2001 }),
		inCountry('PT', 'related', { kind: 'other', founded: 2001 }),
		inCountry('SE', 'e'),
	];
	const [only, ...others] = exampleChoices(clusters, 3);
	expect(others).toEqual([]);
	expect(only?.label).toBe('Food and farming in Southern Europe');
	expect(only?.profiles.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
});

import { expect, test } from 'vitest';
import { profileNames } from '../../src/model/profile-names.ts';
import { entryOf } from '../entries.ts';

test('profiles are chosen by name, in the order given, with the country that tells namesakes apart', () => {
	const clusters = [
		entryOf('clusters', { name: 'Łódź Hub', country: 'PL' }, 'lodz-hub'),
		entryOf('clusters', { name: 'Hub', country: 'GR' }, 'hub-2'),
		entryOf('clusters', { name: 'Hub', country: 'BE' }, 'hub'),
	];
	expect(profileNames(clusters)).toEqual([
		{ slug: 'lodz-hub', name: 'Łódź Hub', country: 'Poland' },
		{ slug: 'hub-2', name: 'Hub', country: 'Greece' },
		{ slug: 'hub', name: 'Hub', country: 'Belgium' },
	]);
});

test('of no profile there is nothing to choose', () => {
	expect(profileNames([])).toEqual([]);
});

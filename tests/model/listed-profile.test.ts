import { expect, test } from 'vitest';
import { sharedInWords } from '../../src/model/listed-profile.ts';

test.each([
	[['training'], 'training'],
	[
		['training', 'finance', 'advocacy', 'shared-jobs', 'incubation'],
		'training, finance, advocacy, shared jobs and incubation',
	],
])('of %o a list says “%s”', (shared, words) => {
	expect(sharedInWords(shared)).toBe(words);
});

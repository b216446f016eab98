import { expect, test } from 'vitest';
import { sharedInWords } from '../../src/model/listed-profile.ts';

test.each([
	[['training'], 'training'],
	[['training', 'finance'], 'training and finance'],
	[['training', 'finance', 'advocacy', 'shared-jobs'], 'training, finance, advocacy and shared jobs'],
	[['training', 'finance', 'advocacy', 'shared-jobs', 'incubation'], 'training, finance, advocacy and 2 more'],
])('of %o a list says “%s”', (shared, words) => {
	expect(sharedInWords(shared)).toBe(words);
});

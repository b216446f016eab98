import { expect, test } from 'vitest';
import { readQuery } from '../../src/search/read-query.ts';

test.each([
	['what is a cluster?', ['cluster']],
	['the who', ['the', 'who']],
	['food clusters in Spain', ['food', 'clusters', 'spain']],
	['food, FOOD', ['food']],
	['https://www.bluecity.nl/en/', ['bluecitynl']],
	['bluecity.nl', ['bluecitynl']],
	['www.torinosocialimpact.it', ['torinosocialimpactit']],
	['“ﬁgeacteurs”', ['figeacteurs']],
	['entreprise d’insertion', ['entreprise', 'insertion']],
	['', []],
])('of “%s” the words %j tell something', (typed, words) => {
	expect(readQuery(typed).words.map(({ word }) => word)).toEqual(words);
});

test('words that say little are so only beside others', () => {
	expect(readQuery('clusters').words).toEqual([{ word: 'clusters', written: 'clusters', isFiller: false }]);
	expect(readQuery('food clusters').words[1]?.isFiller).toBe(true);
});

test.each([
	['“a b” c', [['a', 'b']]],
	['„a b“', [['a', 'b']]],
	['«a b»', [['a', 'b']]],
	['"a b" "c"', [['a', 'b'], ['c']]],
	['a “b', []],
])('in %s the phrases are %j', (typed, phrases) => {
	expect(readQuery(typed).phrases).toEqual(phrases);
});

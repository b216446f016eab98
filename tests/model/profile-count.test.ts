import { expect, test } from 'vitest';
import { countOfProfiles } from '../../src/model/profile-count.ts';
import { entryOf } from '../entries.ts';

const cluster = entryOf('clusters');
const related = entryOf('clusters', { kind: 'other' });

test.each([
	['no profile', [], '0 clusters'],
	['clusters alone', [cluster, cluster], '2 clusters'],
	['what is related alone', [related, related], '2 related structures'],
	['one of each', [cluster, related], '1 cluster and 1 related structure'],
	['several', [cluster, related, related], '1 cluster and 2 related structures'],
])('clusters are counted apart from what is related: %s', (_, clusters, words) => {
	expect(countOfProfiles(clusters)).toBe(words);
});

import { expect, test } from 'vitest';
import { formatRedirects } from '../../src/formats/redirects.ts';
import { entryOf } from '../entries.ts';

test('a former slug leads to the entry that had it', () => {
	expect(formatRedirects({ clusters: [entryOf('clusters', { aliases: ['old'] }, 'new')] })).toBe(
		'/clusters/old/ /clusters/new/ 301\n',
	);
});

test('each former slug of each entry has a line', () => {
	const redirects = formatRedirects({
		clusters: [entryOf('clusters', { aliases: ['old', 'older'] }, 'new')],
		meetings: [entryOf('meetings', { aliases: ['old'] }, 'new')],
	});
	expect(redirects).toBe(
		'/clusters/old/ /clusters/new/ 301\n/clusters/older/ /clusters/new/ 301\n/geces/meetings/old/ /geces/meetings/new/ 301\n',
	);
});

test('an entry without former slugs has no line', () => {
	expect(formatRedirects({ clusters: [entryOf('clusters')] })).toBe('');
});

test('a former slug of a point leads to its page', () => {
	expect(formatRedirects({ points: [entryOf('points', { aliases: ['old'] }, 'new')] })).toBe(
		'/have-your-say/what-happened/old/ /have-your-say/what-happened/new/ 301\n',
	);
});

import { expect, test } from 'vitest';
import { listVersion } from '../../src/search/list-version.ts';
import { entryOf } from '../entries.ts';

const settings = entryOf('site').data;
const clusters = ['a', 'b'].map((id) => entryOf('clusters', {}, id));
const versionOn = (today: string, list = clusters) => listVersion({ clusters: list, settings, today });

test('the list keeps its version from day to day', () => {
	expect(versionOn('2026-11-26')).toBe(versionOn('2026-11-27'));
});

test.each([
	['a check has become due', () => versionOn('2030-01-01')],
	['the order is another', () => versionOn('2026-11-26', clusters.toReversed())],
	['a profile is gone', () => versionOn('2026-11-26', clusters.slice(1))],
])('the list has another version once %s', (_what, version) => {
	expect(version()).not.toBe(versionOn('2026-11-26'));
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkToday } from '../../src/editor/checked-today.ts';
import { brusselsToday } from '../../src/formats/brussels-days.ts';
import { FakeHost } from './fake-host.ts';

const PATH = 'content/clusters/act-group.md';
const profile = readFileSync(PATH, 'utf8').replace(/(check:\n {2})(?:"on"|on): .*/, '$1on: 2025-01-05');

function hostWith(text: string): FakeHost {
	const host = new FakeHost();
	host.published.set(PATH, text);
	return host;
}

const day = /check:\n {2}"?on"?: "?([\d-]+)/;

test('where saving publishes, the day of the check is today, and all else stays', async () => {
	const host = hostWith(profile);
	await checkToday(host, 'act-group', false);
	const now = host.published.get(PATH) ?? '';
	expect(day.exec(now)?.[1]).toBe(brusselsToday());
	expect(now.split('\n').filter((line) => !profile.split('\n').includes(line))).toHaveLength(1);
});

test('where drafts are reviewed, it becomes a draft', async () => {
	const host = hostWith(profile);
	await checkToday(host, 'act-group', true);
	expect(host.published.get(PATH)).toBe(profile);
	expect(day.exec(host.draftOf('clusters', 'act-group')?.get(PATH) ?? '')?.[1]).toBe(brusselsToday());
	await expect(checkToday(host, 'act-group', true)).rejects.toThrow('It has a draft');
});

test('a profile that nobody has checked yet is not said to be', async () => {
	const host = hostWith(profile.replace(/\ncheck:\n(?: {2}.*\n)+/, '\n'));
	await expect(checkToday(host, 'act-group', false)).rejects.toThrow('Nobody has checked it yet');
});

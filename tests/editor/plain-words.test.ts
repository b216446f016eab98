import { expect, test } from 'vitest';
import { inPlainWords, withPlainDetails } from '../../src/editor/plain-words.ts';
import { Refusal } from '../../src/editor/refusal.ts';

const answer = (status: number, api = 'GitHub') =>
	Object.assign(new Error('Not so'), { name: 'API_ERROR', status, api });

const STAYS = 'What you wrote is still here.';

const failures: [what: string, error: unknown, isOnline: boolean, words: string][] = [
	[
		'no connection',
		new TypeError('Failed to fetch'),
		false,
		`You are offline. ${STAYS} Try again when you are online.`,
	],
	[
		'a host that does not answer, in Firefox',
		new TypeError('NetworkError when attempting to fetch resource.'),
		true,
		`No answer came: the connection is gone, or the git host does not work now. Try again in a moment. ${STAYS}`,
	],
	['the end of a log-in', answer(401), true, `Your log-in has ended. Log in at another tab, then try again. ${STAYS}`],
	['a fault of the host', answer(502), true, `The git host has a fault of its own (502). Try again later. ${STAYS}`],
	['a refusal of ours', new Refusal('Name is missing.'), true, 'Name is missing.'],
	['a sentence from this machine', answer(409, 'Proxy'), true, 'Not so'],
];

test.each(failures)('%s is told in words of a person', (_what, error, isOnline, words) => {
	const told = inPlainWords(error, isOnline);
	expect(told instanceof Error ? String(told) : told).toBe(words);
});

test('what is no failure stays as it is', () => {
	expect(withPlainDetails('Saved')).toBe('Saved');
	expect(withPlainDetails({ key: 'saved' })).toEqual({ key: 'saved' });
	expect(withPlainDetails({ key: 'down', details: 'https://status.example' })).toEqual({
		key: 'down',
		details: 'https://status.example',
	});
});

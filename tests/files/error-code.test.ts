import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCode } from '../../src/files/error-code.ts';

function errorOf(task: () => unknown): unknown {
	try {
		task();
	} catch (error) {
		return error;
	}
	throw new Error('Nothing failed.');
}

test('a file that is not there fails with a code', () => {
	expect(errorCode(errorOf(() => readFileSync('no-such-file')))).toBe('ENOENT');
});

test.each([
	new Error('Nothing of the system'),
	Object.assign(new Error('By number'), { code: 5 }),
	'a text',
	undefined,
])('what is no error of the system has no code: %s', (error) => {
	expect(errorCode(error)).toBeUndefined();
});

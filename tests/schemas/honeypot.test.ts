import { expect, test } from 'vitest';
import { honeypots, isFilledByProgram } from '../../src/schemas/honeypot.ts';
import { reservedFieldNames } from '../../src/schemas/sender.ts';

test.each([
	['left empty', [['bot-field', '']], 'bot-field', false],
	['not sent', [['message', 'Hello']], 'bot-field', false],
	['filled in', [['bot-field', 'Hello']], 'bot-field', true],
	[
		'filled in once of several times',
		[
			['bot-field', ''],
			['bot-field', 'on'],
		],
		'bot-field',
		true,
	],
	['that the form does not have', [['bot-field', 'Hello']], undefined, false],
] satisfies [string, [string, string][], string | undefined, boolean][])(
	'a honeypot %s',
	(_case, fields, honeypot, isFilled) => {
		expect(isFilledByProgram(fields, honeypot)).toBe(isFilled);
	},
);

test('no question of a call has the name of a honeypot', () => {
	expect(reservedFieldNames).toEqual(expect.arrayContaining(Object.values(honeypots).map(({ name }) => name)));
});

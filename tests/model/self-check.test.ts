import { describe, expect, test } from 'vitest';
import { assess, checkQuestions } from '../../src/model/self-check.ts';

const all = checkQuestions.map(({ id }) => id);
const without = (...lacking: string[]) =>
	Object.fromEntries(
		assess(new Set(all.filter((id) => !lacking.includes(id)))).map(({ definition, fit }) => [definition, fit]),
	);

test('there are ten questions', () => {
	expect(checkQuestions).toHaveLength(10);
});

describe('a group', () => {
	const rows: [lacking: string[], short: string, long: string][] = [
		[[], 'yes', 'yes'],
		[['sectors'], 'yes', 'yes'],
		[['structure'], 'yes', 'nearly'],
		[['structure', 'services'], 'yes', 'not-yet'],
		[['effect'], 'nearly', 'yes'],
		[['effect', 'pooling'], 'not-yet', 'yes'],
		[['several'], 'nearly', 'nearly'],
		[['several', 'place'], 'not-yet', 'not-yet'],
	];
	test.each(rows)('that lacks %j is “%s” by the short and “%s” by the long definition', (lacking, short, long) => {
		expect(without(...lacking)).toEqual({ short, long });
	});
});

test('what is lacking is named in the order of the questions', () => {
	const [short] = assess(new Set(['several', 'enterprises', 'place']));
	expect(short?.missing.map(({ id }) => id)).toEqual(['others', 'effect', 'pooling']);
});

import { expect, test } from 'vitest';
import { isLocalBackEnd } from '../../src/editor/local-back-end.ts';

test('the back end of one’s own machine is told from other answers', () => {
	expect(isLocalBackEnd({ local: true, mode: 'fs' })).toBe(true);
	expect([{}, { local: false }, null, 'local', [true]].map(isLocalBackEnd)).toEqual([
		false,
		false,
		false,
		false,
		false,
	]);
});

import { List, Map as ImmutableMap } from 'immutable';
import { expect, test } from 'vitest';
import { openChoices } from '../../src/editor/open-choices.ts';

const valueGiven = (settings: Record<string, unknown>, value?: unknown) =>
	openChoices({ field: ImmutableMap(settings), value }).value;

test('several choices of which none is made are an empty list for Decap, which else would write one into the entry', () => {
	expect(valueGiven({ multiple: true })).toEqual(List());
	expect(valueGiven({ multiple: true }, List(['food']))).toEqual(List(['food']));
	expect(valueGiven({})).toBeUndefined();
});

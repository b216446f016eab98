import { expect, test } from 'vitest';
import { aliasesOf } from '../../src/schemas/aliases.ts';

test.each<[description: string, data: object, aliases: string[]]>([
	['former slugs come in their order', { aliases: ['b', 'a'] }, ['b', 'a']],
	['an entry that was never renamed has none', { name: 'ACT' }, []],
	['what is no list holds none', { aliases: 'a' }, []],
	['what is no text is none', { aliases: ['a', 7, null] }, ['a']],
])('%s', (_description, data, aliases) => {
	expect(aliasesOf(data)).toEqual(aliases);
});

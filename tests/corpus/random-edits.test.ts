import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../src/files/problem.ts';
import { readContent } from '../../src/files/read-content.ts';
import { randomFrom } from '../random.ts';
import { EditedFolder, randomEdit } from './random-edits.ts';

/** Another one makes other edits: `EDIT_SEED=2 npx vitest run tests/corpus/random-edits.test.ts`. */
const SEED = Number(process.env['EDIT_SEED'] ?? 1);
const EDITS = Number(process.env['EDIT_COUNT'] ?? 300);

const root = mkdtempSync(join(tmpdir(), 'edited-'));
cpSync('content', join(root, 'content'), { recursive: true });
const edited = new EditedFolder(join(root, 'content'));
// A tenth of the content is read in a tenth of the time.
edited.thin(12);
afterAll(() => {
	rmSync(root, { recursive: true });
});

/** What a problem lacks for somebody who is to mend it. */
function lackOf({ file, lineNumber, field, rule, mend }: Problem): string[] {
	const bytes = edited.has(file) ? edited.bytes(file) : undefined;
	const lines = bytes && Buffer.from(bytes).toString('utf8').split('\n');
	const isField = field !== undefined && lines?.some((line) => line.startsWith(`${field.split(/[.[]/)[0] ?? ''}:`));
	return [
		...(file ? [] : ['a file']),
		...(rule && !/undefined|\[object|NaN|Invalid input/.test(rule) ? [] : ['a rule']),
		...(/^[A-Z“][^]*[.…:*]$/.test(mend) ? [] : ['a mend']),
		// A line that went into the text is no field any more.
		...(isField && rule !== 'is missing' && lineNumber === undefined ? ['the line of the field'] : []),
		...(lineNumber !== undefined && lines && lineNumber > lines.length ? ['a line that is there'] : []),
	];
}

describe(`random edits of seed ${SEED}`, () => {
	const random = randomFrom(SEED);
	let refusedEdits = 0;
	const edits = Array.from({ length: EDITS }, (_, index) => index + 1);
	test(`each of ${EDITS} is read, or refused with file, line and mend`, () => {
		for (const number of edits) {
			const { what, changes } = randomEdit(random, edited);
			const undo = edited.make(changes);
			const { problems } = readContent(edited.folder);
			if (process.env['EDIT_SAY'])
				console.log(`${number} ${what}\n${problems.slice(0, 2).map(formatProblem).join('\n')}`);
			for (const problem of problems) {
				expect(lackOf(problem), `${number} ${what}:\n${formatProblem(problem)}`).toEqual([]);
			}
			if (problems.length > 0) refusedEdits++;
			edited.make(undo);
		}
		expect(readContent(edited.folder).problems).toEqual([]);
		console.log(`${refusedEdits} of ${EDITS} were refused`);
	}, 300_000);
});

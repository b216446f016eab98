import { appendFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays } from '../../src/formats/brussels-days.ts';
import { readContent } from '../../src/files/read-content.ts';
import { EditedFolder, randomEdit } from '../corpus/random-edits.ts';
import { LAST_DAY } from '../entries.ts';
import { randomFrom, type Random } from '../random.ts';
import { filesOf } from '../site/pages.ts';
import { buildInto, checkoutFolder, temporaryFolder } from './build-of.ts';

/** More builds take more minutes: `KEPT_BUILDS=200 KEPT_SEED=2 npm run vitest -- tests/builds/kept-pages-equal-new-ones.test.ts`. */
const BUILDS = Number(process.env['KEPT_BUILDS'] ?? 1);
const SEED = Number(process.env['KEPT_SEED'] ?? 1);
const EDITS_A_BUILD = 8;
const BUILD_IN_MS = 60_000;

const keptFolder = () => join(checkoutFolder(), '.astro/last-build');

/** The files of two sites that are not the same. */
function differencesOf(one: string, other: string): string[] {
	const files = [...new Set([...filesOf(one), ...filesOf(other)])];
	const bytesIn = (folder: string, file: string) =>
		existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : Buffer.from('There is none.');
	return files.filter((file) => !bytesIn(one, file).equals(bytesIn(other, file)));
}

/** Does to files of the cache what disks and people do. */
function spoil(random: Random): void {
	const files = filesOf(keptFolder()).map((name) => join(keptFolder(), name));
	for (const file of new Set([...random.someOf(files, 5), ...random.someOf(files.slice(0, 3), 1)])) {
		const bytes = readFileSync(file);
		const spoiled = random.oneOf([
			undefined,
			bytes.subarray(0, random.below(bytes.length)),
			Buffer.from(bytes.toString('latin1').replace(/[a-z]/, 'X'), 'latin1'),
		]);
		rmSync(file);
		if (spoiled) writeFileSync(file, spoiled);
	}
}

/** What may happen between two builds, besides edits. */
const others: [what: string, happen: (random: Random, settings: NodeJS.ProcessEnv) => void][] = [
	[
		'another day, and files of the cache are spoiled',
		(random, settings) => {
			settings['SITE_TODAY'] = addDays(LAST_DAY, random.below(900) - 450);
			spoil(random);
		},
	],
	[
		'a component is another',
		() => {
			appendFileSync(join(checkoutFolder(), 'src/components/lists/ProfileRow.astro'), '<!-- another -->\n');
		},
	],
	['nothing else', () => undefined],
	[
		'a setting of the host is another',
		(random, settings) => {
			settings['URL'] = `https://${random.below(1000)}.example.org`;
		},
	],
	[
		'nobody receives forms, or somebody does again',
		(_random, settings) => {
			settings['FORM_RECEIVER'] = settings['FORM_RECEIVER'] === '' ? 'stand-in' : '';
		},
	],
];

test(
	`after ${BUILDS} rounds of edits of seed ${SEED} a build that keeps pages is the same as one that makes all`,
	async () => {
		const content = join(temporaryFolder(), 'content');
		cpSync('content', content, { recursive: true });
		const edited = new EditedFolder(content);
		const random = randomFrom(SEED);
		const settings: NodeJS.ProcessEnv = { CONTENT_DIR: content, SITE_TODAY: LAST_DAY };
		const [out, whole, aside] = [temporaryFolder(), temporaryFolder(), join(temporaryFolder(), 'kept')];
		expect((await buildInto(out, settings)).exitCode).toBe(0);
		let keptPages = 0;

		for (let build = 0; build < BUILDS; build++) {
			const [what, happen] = others[build % others.length] ?? ['', () => undefined];
			happen(random, settings);
			const told = [what];
			const undone = Array.from({ length: EDITS_A_BUILD }, () => {
				const { what, changes } = randomEdit(random, edited);
				const undo = edited.make(changes);
				const isRead = readContent(content, settings['SITE_TODAY']).problems.length === 0;
				if (!isRead) edited.make(undo);
				else told.push(what);
				return isRead ? undo : {};
			});

			const { exitCode, output } = await buildInto(out, settings);
			if (existsSync(keptFolder())) renameSync(keptFolder(), aside);
			const all = await buildInto(whole, settings);
			rmSync(keptFolder(), { recursive: true, force: true });
			if (existsSync(aside)) renameSync(aside, keptFolder());

			expect(exitCode, `${told.join('\n')}\n${output}\n${all.output}`).toBe(all.exitCode);
			keptPages += Number(/([\d,]+) kept of the last build/.exec(output)?.[1]?.replace(',', '') ?? 0);
			// A link that leads nowhere: both refused it.
			if (exitCode !== 0) for (const undo of undone.reverse()) edited.make(undo);
			else expect(differencesOf(out, whole), told.join('\n')).toEqual([]);
		}
		expect(keptPages).toBeGreaterThan(0);
	},
	BUILD_IN_MS * (BUILDS * 2 + 1),
);

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { EditedFolder, randomEdit } from '../corpus/random-edits.ts';
import { randomFrom } from '../random.ts';
import { filesOf } from '../site/pages.ts';
import { buildInto, temporaryFolder } from './build-of.ts';

/** Another one makes other edits: `EDIT_SEED=2 npm run vitest -- tests/builds/edits-add-up.test.ts`. */
const SEED = Number(process.env['EDIT_SEED'] ?? 1);
/** After how many edits that were read the site is built. */
const EDITS_A_BUILD = Number(process.env['EDITS_A_BUILD'] ?? 60);
/** Of each collection; a small site is built sooner. */
const ENTRIES = Number(process.env['EDIT_ENTRIES'] ?? 12);
const EDITS = 300;
const BUILD_IN_MS = 120_000;

const REFUSED_LINK = /^(\S+):(\d+)\n {2}The link (\S+) leads nowhere\.\n {2}→ /gm;

/** Mends what a refused build tells, by what it tells alone. Answers with how many links that was. */
function mendLinks(folder: string, output: string): number {
	const found = [...output.matchAll(REFUSED_LINK)];
	for (const [, file = '', lineNumber, link = ''] of found) {
		const path = join(folder, file);
		const lines = readFileSync(path, 'utf8').split('\n');
		const index = Number(lineNumber) - 1;
		expect(lines[index], `${file}:${lineNumber}`).toContain(link);
		lines[index] = lines[index]?.replace(link, '/about/') ?? '';
		writeFileSync(path, lines.join('\n'));
	}
	return found.length;
}

/** What of a site is not whole. */
function lackOf(folder: string): string[] {
	const files = filesOf(folder);
	const needed = ['index.html', '404.html', '_headers', '_redirects', 'data/clusters.csv'];
	return [
		...needed.filter((file) => !existsSync(join(folder, file))),
		...files
			.filter((file) => file.endsWith('.html') && !file.startsWith('clusters/cards/'))
			.flatMap((file) => {
				const html = readFileSync(join(folder, file), 'utf8');
				const words = html.replace(/<(script|style|pre|code)\b[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
				const leak = /\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date/.exec(words)?.[0];
				return [
					...(html.trimEnd().endsWith('</html>') ? [] : [`${file} breaks off`]),
					...(leak === undefined ? [] : [`${file} shows “${leak}”`]),
				];
			}),
	];
}

test(
	`${EDITS} random edits of seed ${SEED} add up: what was read is a whole site`,
	async () => {
		const folder = join(temporaryFolder(), 'content');
		cpSync('content', folder, { recursive: true });
		const edited = new EditedFolder(folder);
		edited.thin(ENTRIES);
		const random = randomFrom(SEED);
		const out = temporaryFolder();
		let read: string[] = [];

		const build = async () => {
			const variables = { CONTENT_DIR: folder };
			let { exitCode, output } = await buildInto(out, variables);
			// Nothing but the whole site tells whether links lead anywhere.
			if (exitCode !== 0 && mendLinks(folder, output) > 0) ({ exitCode, output } = await buildInto(out, variables));
			expect(exitCode, `${output}\n\nafter:\n${read.join('\n')}`).toBe(0);
			expect(output).not.toMatch(/^ +at /m);
			expect(lackOf(out), `after:\n${read.join('\n')}`).toEqual([]);
			read = [];
		};

		for (let number = 1; number <= EDITS; number++) {
			const { what, changes } = randomEdit(random, edited);
			const undo = edited.make(changes);
			if (readContent(folder).problems.length > 0) edited.make(undo);
			else read.push(`${number} ${what}`);
			if (read.length >= EDITS_A_BUILD) await build();
		}
		await build();
	},
	BUILD_IN_MS * 20,
);

// `npm run import -- clusters.csv`: says what a table would change, or which drafts another directory’s file would make;
// with --write it does so.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { contentFolder } from '../files/folders.ts';
import { formatProblem } from '../files/problem.ts';
import { readText } from '../files/read-text.ts';
import { makeFolders, writeWhole } from '../files/write-whole.ts';
import { lastDayDone } from '../formats/brussels-days.ts';
import { openCollections } from '../formats/entry-files.ts';
import { formatCount, formatSize } from '../formats/text.ts';
import { wordsForField } from '../model/changes.ts';
import { extensionOf, type CollectionName } from '../schemas/collections.ts';
import { readTable, TABLE_MAX_BYTES } from '../submissions/imported-table.ts';
import { importOthers } from './import-others.ts';

const USAGE = `npm run import -- file.csv [--as=clusters] [--write]

The file has the columns of those under /data/. Without --write it is only told what would change.
Which entries it holds follows from its name, or from --as: ${openCollections.join(', ')}.

npm run import -- others.json --from=https://… [--write]

The file is of Murmurations or GoGoCarto, and can be read at --from. It makes drafts, which nobody publishes but an editor.`;

const options = process.argv.slice(2);
const isWritten = options.includes('--write');
const [file] = options.filter((option) => !option.startsWith('--'));
const optionAt = (name: string) => options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3);
const as = optionAt('as');

const fileOf = (collection: CollectionName, slug: string) =>
	join(contentFolder, collection, `${slug}.${extensionOf(collection)}`);

async function importFile(path: string): Promise<void> {
	const collection = openCollections.find((name) => name === (as ?? parse(path).name));
	if (!collection) throw new Error(`Say what the entries are.\n\n${USAGE}`);
	const { size } = statSync(path);
	if (size > TABLE_MAX_BYTES) {
		throw new Error(`${path} has ${formatSize(size)}; at most ${formatSize(TABLE_MAX_BYTES)} are read.`);
	}
	const { entries, problems, notes } = readTable(readFileSync(path), basename(path), {
		collection,
		originalOf: (slug) => {
			const original = fileOf(collection, slug);
			return existsSync(original) ? readText(original) : undefined;
		},
		exists: (other, slug) => existsSync(fileOf(other, slug)),
		today: lastDayDone(),
	});
	for (const note of notes) console.log(note);
	for (const { slug, isNew, fields } of entries) {
		console.log(`\n${collection}/${slug}${isNew ? ' (new)' : ''}`);
		for (const field of fields) console.log(`  ${wordsForField(field)}`);
	}
	if (problems.length > 0) {
		console.error(`\n${problems.map(formatProblem).join('\n\n')}`);
		throw new Error(`\n${formatCount(problems.length, 'problem')}. Nothing was written.`);
	}
	if (entries.length === 0) console.log('Nothing would change.');
	else if (isWritten) {
		const files = entries.map(({ slug, text }) => ({ path: fileOf(collection, slug), content: text }));
		makeFolders(files);
		await writeWhole(files);
		console.log(`\n${formatCount(entries.length, 'file')} written. Read them before you commit.`);
	} else
		console.log(`\n${formatCount(entries.length, 'file')} would change. Nothing was written; add --write to do so.`);
}

try {
	if (file === undefined || !existsSync(file)) throw new Error(file ? `There is no file ${file}.` : USAGE);
	if (file.toLowerCase().endsWith('.json')) await importOthers(file, optionAt('from'), isWritten);
	else await importFile(file);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}

// `npm run bench`: measures, writes results.json and what README.md shows of it. `npm run bench -- builds-1000 --runs=1`
// measures that part alone; what was measured before of others stays.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { stop } from '../src/local/port.ts';
import { keysOf } from '../src/schemas/keys-of.ts';
import { buildSite, measureBuilds } from './builds.ts';
import { measureFind } from './find.ts';
import { generateContent } from './generate-content.ts';
import { measureReaders } from './readers.ts';
import { measureReceiver } from './receiver.ts';
import { RESULTS_FILE, writeResults, type Results } from './write-results.ts';

/** Pages that grow with the number of profiles unless somebody takes care, and what they may weigh (brotli). */
const budgetsInBytes = {
	'index.html': 14 * 1024,
	'clusters/index.html': 14 * 1024,
	'clusters/country/fr/index.html': 20 * 1024,
	'clusters/theme/food/index.html': 20 * 1024,
	'clusters/service/training/index.html': 20 * 1024,
	'clusters/cluster-0/index.html': 14 * 1024,
};
/** Everything fetched up to the first search result, code included. */
const firstResultBudgetsInBytes = { real: 80_000, madeUp: 110_000 };
/** What 10,000 posts may leave in memory. */
const RECEIVER_GROWTH_MAX_MEGABYTES = 1;
/** What hosts take: Cloudflare’s free plan no more. */
const FILES_MAX = 20_000;
const RUNS = 3;

const results: Results = {
	builds: {},
	pages: [],
	find: {},
	...(existsSync(RESULTS_FILE) ? (JSON.parse(readFileSync(RESULTS_FILE, 'utf8')) as Partial<Results>) : {}),
	node: process.version,
	cores: cpus().length,
};

const work = mkdtempSync(join(tmpdir(), 'bench-'));
const site = join(work, 'site');

function measureBuildsOf(profiles: number, runs: number): void {
	const builds = measureBuilds(work, profiles, runs);
	results.builds[profiles] = builds;
	results.pages = Object.entries(budgetsInBytes).map(([page, budget]) => ({
		what: page,
		bytes: brotliCompressSync(readFileSync(join(site, page))).length,
		budget,
	}));
}

async function measureFindIn(profiles: number): Promise<void> {
	generateContent(join(work, 'content'), profiles);
	buildSite(join(work, 'content'), site);
	results.find[profiles] = await measureFind(site, firstResultBudgetsInBytes.madeUp);
}

const parts: Record<string, (runs: number) => void | Promise<void>> = {
	'builds-1000': (runs) => {
		measureBuildsOf(1_000, runs);
	},
	'builds-10000': (runs) => {
		measureBuildsOf(10_000, runs);
	},
	'find-real': async () => {
		buildSite('content', site);
		results.find['real'] = await measureFind(site, firstResultBudgetsInBytes.real);
	},
	'find-10000': () => measureFindIn(10_000),
	readers: async (runs) => {
		buildSite('content', site);
		results.readers = await measureReaders(site, runs);
	},
	receiver: async () => {
		buildSite('content', site);
		results.receiver = await measureReceiver(site);
	},
};

const args = process.argv.slice(2);
const runs = Number(args.find((arg) => arg.startsWith('--runs='))?.slice('--runs='.length) ?? RUNS);
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.find((name) => !(name in parts));
if (unknown || !(runs >= 1)) stop(`Name parts of: ${Object.keys(parts).join(', ')}; and runs by --runs=3.`);

try {
	for (const [name, measurePart] of Object.entries(parts)) {
		if (named.length > 0 && !named.includes(name)) continue;
		await measurePart(runs);
		// After each part: the next one may fail.
		await writeResults(results);
	}
} finally {
	rmSync(work, { recursive: true, force: true });
}

const weights = [...results.pages, ...Object.values(results.find).flatMap((find) => find.weights)];
for (const { what, bytes, budget } of weights.filter((weight) => weight.bytes > weight.budget)) {
	console.error(`${what} is heavier than its budget: ${bytes} of ${budget} bytes.`);
	process.exitCode = 1;
}
for (const { profiles, files } of Object.values(results.builds).filter((builds) => builds.files > FILES_MAX)) {
	console.error(`With ${profiles} profiles the site has more files than hosts take: ${files} of ${FILES_MAX}.`);
	process.exitCode = 1;
}
for (const { page, site: own, starlight } of results.readers?.pages ?? []) {
	if (own.shift > 0) {
		console.error(`${page}: moves while it is read, by ${own.shift} of the screen.`);
		process.exitCode = 1;
	}
	const behind = keysOf(own).filter((what) => own[what] > starlight[what]);
	if (behind.length > 0) console.warn(`${page}: behind Starlight in ${behind.join(', ')}.`);
}
if (results.receiver && results.receiver.after - results.receiver.before > RECEIVER_GROWTH_MAX_MEGABYTES) {
	console.error(`Receiving forms grew from ${results.receiver.before} to ${results.receiver.after} MB.`);
	process.exitCode = 1;
}
// Times depend on the machine, so they are told and refuse nothing.
for (const { what, milliseconds, target } of Object.values(results.find)
	.flatMap(({ waits }) => waits)
	.filter((wait) => wait.milliseconds > wait.target))
	console.warn(`${what}: ${milliseconds} ms, promised are ${target} ms.`);

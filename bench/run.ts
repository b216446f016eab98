import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { measureFind, type Find } from './find.ts';
import { BENCH_DAY, generateContent } from './generate-content.ts';
import { median } from './median.ts';

/**
 * How the cost of a build grows with the number of profiles. Machines are noisy, so what counts is the ratio of
 * builds measured in turn in one run: ten times the profiles may not cost more than ten times the time.
 */
const COUNTS = [1_000, 10_000] as const;
const RUNS = 3;

/** Pages that grow with the number of profiles unless somebody takes care, and what they may weigh (brotli). */
const budgetsInBytes = {
	'index.html': 14 * 1024,
	'clusters/index.html': 20 * 1024,
	'clusters/country/fr/index.html': 20 * 1024,
	'clusters/theme/food/index.html': 20 * 1024,
	'clusters/service/training/index.html': 20 * 1024,
	'clusters/cluster-0/index.html': 14 * 1024,
};

/** What hosts take: Cloudflare’s free plan no more. */
const FILES_MAX = 20_000;

interface Build {
	wallSeconds: number;
	cpuSeconds: number;
	peakMegabytes: number;
}

const work = mkdtempSync(join(tmpdir(), 'bench-'));
const runs = new Map<number, Build[]>(COUNTS.map((count) => [count, []]));
const pages: { page: string; bytes: number; budget: number }[] = [];

/** Everything fetched up to the first search result, code included. */
const firstResultBudgetsInBytes = { real: 80_000, madeUp: 110_000 };

/** Builds the site from a content folder, the search index with it, and says what it took. */
function build(contentFolder: string, outFolder: string): Build {
	rmSync(outFolder, { recursive: true, force: true });
	const output = execFileSync(process.execPath, ['bench/build-once.ts'], {
		env: {
			...process.env,
			NODE_ENV: 'production',
			CONTENT_DIR: contentFolder,
			OUT_DIR: outFolder,
			SITE_TODAY: BENCH_DAY,
		},
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Build;
}

const out = join(work, 'out');
/** Files of the large build. */
let files: number;
const find: Find[] = [];
try {
	build('content', out);
	find.push(await measureFind(out, firstResultBudgetsInBytes.real));
	for (const count of COUNTS) generateContent(join(work, `content-${count}`), count);
	for (let run = 0; run < RUNS; run += 1) {
		for (const count of COUNTS) {
			const took = build(join(work, `content-${count}`), out);
			runs.get(count)?.push(took);
			console.log(
				`${count} profiles, run ${run + 1}: ${took.wallSeconds} s, ${took.cpuSeconds} s CPU, ${took.peakMegabytes} MB`,
			);
		}
	}
	// The last build was the large one.
	files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
	for (const [page, budget] of Object.entries(budgetsInBytes)) {
		pages.push({ page, bytes: brotliCompressSync(readFileSync(join(out, page))).length, budget });
	}
	find.push(await measureFind(out, firstResultBudgetsInBytes.madeUp));
} finally {
	rmSync(work, { recursive: true, force: true });
}

const medians = COUNTS.map((profiles) => {
	const builds = runs.get(profiles) ?? [];
	return {
		profiles,
		wallSeconds: median(builds.map((b) => b.wallSeconds)),
		cpuSeconds: median(builds.map((b) => b.cpuSeconds)),
		peakMegabytes: median(builds.map((b) => b.peakMegabytes)),
	};
});
const [small, large] = medians;
const results = {
	node: process.version,
	cores: cpus().length,
	runs: RUNS,
	builds: medians,
	/** Of the large build. */
	files,
	pages,
	/** On the real content, and on as many made-up profiles as the large build has. */
	find,
	/** Time of the large build over ten times the small one: 1 is linear, less is better. */
	growth:
		small && large
			? Number((large.wallSeconds / ((small.wallSeconds * large.profiles) / small.profiles)).toFixed(2))
			: undefined,
};
writeFileSync('bench/results.json', `${JSON.stringify(results, undefined, '\t')}\n`);
console.dir(results, { depth: undefined });
const weights = [
	...pages.map(({ page, ...weight }) => ({ what: page, ...weight })),
	...find.flatMap(({ weights }) => weights),
];
for (const { what, bytes, budget } of weights.filter(({ bytes, budget }) => bytes > budget)) {
	console.error(`${what} is heavier than its budget: ${bytes} of ${budget} bytes.`);
	process.exitCode = 1;
}
if (files > FILES_MAX) {
	console.error(`The site has more files than hosts take: ${files} of ${FILES_MAX}.`);
	process.exitCode = 1;
}
// Times depend on the machine, so they are told and refuse nothing.
for (const { what, milliseconds, target } of find
	.flatMap(({ waits }) => waits)
	.filter(({ milliseconds, target }) => milliseconds > target))
	console.warn(`${what}: ${milliseconds} ms, promised are ${target} ms.`);

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { generateContent } from './generate-content.ts';

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

interface Build {
	wallSeconds: number;
	cpuSeconds: number;
	peakMegabytes: number;
}

const work = mkdtempSync(join(tmpdir(), 'bench-'));
const runs = new Map<number, Build[]>(COUNTS.map((count) => [count, []]));
const pages: { page: string; bytes: number; budget: number }[] = [];
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
	for (const count of COUNTS) generateContent(join(work, `content-${count}`), count);
	for (let run = 0; run < RUNS; run += 1) {
		for (const count of COUNTS) {
			rmSync(join(work, 'out'), { recursive: true, force: true });
			const output = execFileSync(process.execPath, ['bench/build-once.ts'], {
				env: {
					...process.env,
					NODE_ENV: 'production',
					CONTENT_DIR: join(work, `content-${count}`),
					OUT_DIR: join(work, 'out'),
				},
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			const build = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Build;
			runs.get(count)?.push(build);
			console.log(
				`${count} profiles, run ${run + 1}: ${build.wallSeconds} s, ${build.cpuSeconds} s CPU, ${build.peakMegabytes} MB`,
			);
		}
	}
	// The last build was the large one.
	for (const [page, budget] of Object.entries(budgetsInBytes)) {
		pages.push({ page, bytes: brotliCompressSync(readFileSync(join(work, 'out', page))).length, budget });
	}
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
	pages,
	/** Time of the large build over ten times the small one: 1 is linear, less is better. */
	growth:
		small && large
			? Number((large.wallSeconds / ((small.wallSeconds * large.profiles) / small.profiles)).toFixed(2))
			: undefined,
};
writeFileSync('bench/results.json', `${JSON.stringify(results, undefined, '\t')}\n`);
console.log(results);
if (pages.some(({ bytes, budget }) => bytes > budget)) {
	console.error('A page is heavier than its budget.');
	process.exitCode = 1;
}

// Builds the site once in this process and prints what it took, as JSON on the last line. Pagefind works in a process
// of its own: its time is in the wall time alone, its memory (some 1.7 GB at 10,000 profiles) is not counted.
import { build } from 'astro';

const started = performance.now();
await build({ logLevel: 'error' });
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
	JSON.stringify({
		wallSeconds: Number(((performance.now() - started) / 1000).toFixed(2)),
		cpuSeconds: Number(((userCPUTime + systemCPUTime) / 1e6).toFixed(2)),
		peakMegabytes: Math.round(maxRSS / 1024),
	}),
);

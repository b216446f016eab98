import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { formatCount } from '../src/formats/text.ts';
import { keysOf } from '../src/schemas/keys-of.ts';
import { builders, ratioTo, type Builder, type Builds, type Change, type Rebuilt } from './builds.ts';
import type { Find, Weight } from './find.ts';
import type { Took } from './measure.ts';
import { median, round } from './median.ts';
import type { Readers, Visit } from './readers.ts';
import type { Receiver } from './receiver.ts';

/** What was measured last, part by part. */
export interface Results {
	node: string;
	cores: number;
	builds: Record<string, Builds>;
	/** Of the largest build. */
	pages: Weight[];
	find: Record<string, Find>;
	readers?: Readers;
	receiver?: Receiver;
}

/** What was measured last. */
export const RESULTS_FILE = 'bench/results.json';

const names: Record<Builder, string> = {
	site: 'This site, with its index',
	pagesAlone: 'This site without open data, feeds, calendars, digests and embeds',
	hugo: 'Hugo, without an index',
	eleventy: 'Eleventy, without an index',
	pagefind: 'Pagefind’s command, on what Hugo built',
};

const changeNames: Record<Change, string> = {
	nothing: 'Nothing',
	'one text': 'The text of a profile',
	'one summary': 'The summary of a profile',
	'one name': 'The name of a profile',
	'one address': 'The address of a profile',
	'one profile more': 'A new profile',
	'the day': 'The day',
	'one component': 'A component of lists',
};

type Row = readonly (string | number)[];

const table = (head: Row, rows: readonly Row[]): string =>
	[head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');

const comparisons: readonly (readonly [string, readonly Builder[]])[] = [
	['Itself without open data, feeds and so on', ['pagesAlone']],
	['Hugo', ['hugo']],
	['Hugo and Pagefind', ['hugo', 'pagefind']],
	['Eleventy', ['eleventy']],
	['Eleventy and Pagefind', ['eleventy', 'pagefind']],
];

function partOfBuilds(builds: Builds): string {
	const middle = (builder: Builder, what: keyof Took) => median(builds.runs[builder].map((took) => took[what]));
	const spread = (peers: readonly Builder[], what: keyof Took) => {
		const { median: ratio, least, most } = ratioTo(builds, peers, what);
		return `${ratio} (${least}–${most})`;
	};
	return [
		`## ${builds.profiles.toLocaleString('en')} profiles`,
		`Hugo ${builds.hugo}, Eleventy ${builds.eleventy}; ${formatCount(builds.runs.site.length, 'run')} of each, in turn. The site has ${builds.files.toLocaleString('en')} files.`,
		table(
			['Medians', 'CPU s', 'wall s', 'peak MB'],
			builders.map((builder) => [
				names[builder],
				middle(builder, 'cpuSeconds'),
				middle(builder, 'wallSeconds'),
				middle(builder, 'peakMegabytes'),
			]),
		),
		table(
			['This site against', 'CPU', 'wall', 'peak'],
			comparisons.map(([label, peers]) => [
				label,
				spread(peers, 'cpuSeconds'),
				spread(peers, 'wallSeconds'),
				spread(peers, 'peakMegabytes'),
			]),
		),
		...(builds.changed ? [partOfChanges(builds, builds.changed)] : []),
	].join('\n\n');
}

/** What a build takes that finds what the last one left, beside one that finds nothing. */
function partOfChanges({ runs }: Builds, changed: NonNullable<Builds['changed']>): string {
	const cpuOf = (builder: Builder) => median(runs[builder].map(({ cpuSeconds }) => cpuSeconds));
	const whole = [cpuOf('site'), cpuOf('hugo'), cpuOf('hugo') + cpuOf('pagefind')];
	return table(
		[
			'Changed since the last build',
			'CPU s',
			'wall s',
			'peak MB',
			'CPU of a whole build',
			'of Hugo’s',
			'of Hugo’s and Pagefind’s',
			'files changed',
			'of the search',
		],
		keysOf(changeNames).map((change) => {
			const middle = (what: keyof Rebuilt) => median(changed[change].map((took) => took[what]));
			return [
				changeNames[change],
				middle('cpuSeconds'),
				middle('wallSeconds'),
				middle('peakMegabytes'),
				...whole.map((cpuSeconds) => round(middle('cpuSeconds') / cpuSeconds)),
				middle('files'),
				middle('searchFiles'),
			];
		}),
	);
}

const partOfFind = (find: Results['find'][string]): string =>
	[
		`## Finding among ${find.profiles.toLocaleString('en')} profiles`,
		table(
			['Search', 'found', 'ms', 'MiniSearch ms', 'ratio'],
			[
				...find.search.times.map(({ words, hits, own, miniSearch, ratio }) => [words, hits, own, miniSearch, ratio]),
				[
					'hundred commonest words, median',
					'',
					find.search.common.median,
					find.search.common.miniSearchMedian,
					round(find.search.common.median / find.search.common.miniSearchMedian),
				],
			],
		),
		table(
			['Bytes of a first question, code included', 'median', 'worst', 'of'],
			[
				...(['first', 'whole'] as const).map((what) => {
					const { median: middle, worst, worstQuery } = find.search.bytes[what];
					return [what === 'first' ? 'first results' : 'all of the first page', middle, worst, worstQuery];
				}),
				['MiniSearch with all records', find.search.miniSearchBytes, find.search.miniSearchBytes, ''],
			],
		),
		table(
			['In a browser', 'ms', 'promised'],
			find.waits.map(({ what, milliseconds, target }) => [what, milliseconds, target]),
		),
	].join('\n\n');

const measures: Record<keyof Visit, string> = {
	bytes: 'bytes',
	requests: 'requests',
	painted: 'largest paint ms',
	alive: 'scripts run ms',
	shift: 'shift',
};

/** Of each measure the site’s own value, and the peer’s behind a slash. */
const partOfReaders = ({ starlight, runs, pages }: Readers): string =>
	[
		'## Readers',
		`A phone on a slow line (150 ms, 1.6 Mbit/s, a quarter of this processor), nothing in the cache; behind the slash the same words with Starlight ${starlight}, which shows no maps and has no face for titles. ${formatCount(runs, 'run')} of each, in turn; medians.`,
		table(
			['Page', ...Object.values(measures)],
			pages.map(({ page, site, starlight: peer }) => [
				page,
				...keysOf(measures).map((what) => `${site[what]} / ${peer[what]}`),
			]),
		),
	].join('\n\n');

const partOfReceiver = ({ posts, cpuMilliseconds, before, after }: Receiver): string =>
	[
		'## Receiving forms',
		`${posts.toLocaleString('en')} posts took ${cpuMilliseconds} ms of CPU each, sending included. Memory in use: ${before} MB before, ${after} MB after.`,
	].join('\n\n');

const HEAD = `# What the site costs

Written by \`npm run bench\`; do not edit. It needs Linux with Hugo (the newest package of Debian; \`HUGO\` names another program) and GNU time, and at first the network, for Eleventy and Starlight. It says so, and stops, without them. \`npm run bench -- builds-1000 --runs=1\` measures one part; the others are \`builds-10000\`, \`find-real\`, \`find-10000\`, \`readers\` and \`receiver\`.

All build the same made-up profiles, one run after the other. The peers’ pages lie at the same addresses, in the same frame, with all words of the site’s own; a run stops if they do not. They are spared work: facts and related profiles are made beforehand, nothing is checked, there are no downloads, maps, figures or parts for the live list. The site is built without its editor and without the pictures of share cards. Its builds after a change begin with what the last one left, and an empty folder, as at a host. Work of a page is what its main thread did, whatever else the machine does. CPU is user and system time of all processes; a ratio is that of one run, with the least and the most of all runs.`;

/** Writes a file of the bench in the style of all files here. */
async function writeInStyle(file: string, text: string): Promise<void> {
	writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

/** Writes what was measured last, by itself and as tables. */
export async function writeResults(results: Results): Promise<void> {
	const { node, cores, builds, pages, find, readers, receiver } = results;
	const text = [
		HEAD,
		`Node ${node}, ${cores} processors.`,
		...Object.values(builds).map(partOfBuilds),
		'## Weight',
		table(
			['Page', 'bytes with brotli', 'at most'],
			pages.map(({ what, bytes, budget }) => [what, bytes, budget]),
		),
		...Object.values(find).map(partOfFind),
		...(readers ? [partOfReaders(readers)] : []),
		...(receiver ? [partOfReceiver(receiver)] : []),
	].join('\n\n');
	await writeInStyle(RESULTS_FILE, JSON.stringify(results));
	await writeInStyle('bench/README.md', text);
}

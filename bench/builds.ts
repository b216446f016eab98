import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeHTMLStrict } from 'entities';
import { LAST_BUILD_FOLDER } from '../src/files/last-build.ts';
import { addDays } from '../src/formats/brussels-days.ts';
import { stop } from '../src/local/port.ts';
import { keysOf, recordOf } from '../src/schemas/keys-of.ts';
import { BENCH_DAY, generateContent } from './generate-content.ts';
import { installPeer } from './install-peer.ts';
import { measure, type Took } from './measure.ts';
import { median, round } from './median.ts';
import { writePeerSites } from './peer-sites.ts';
import { readRecords } from './peers.ts';

const ELEVENTY = '3.1.8';
const PAGEFIND = resolve('node_modules/.bin/pagefind');
/** `HUGO` names another program than the one that is installed. */
const HUGO = process.env['HUGO'] ?? 'hugo';
/** Pages of which all words are looked for on those of the peers. */
const COMPARED = 50;

/** What is measured: the site, its peers, and the command that makes a search index of a built site. */
export const builders = ['site', 'hugo', 'eleventy', 'pagefind'] as const;
export type Builder = (typeof builders)[number];

const COMPONENT = 'src/components/lists/ProfileRow.astro';

const edit = (file: string, change: (text: string) => string) => {
	writeFileSync(file, change(readFileSync(file, 'utf8')));
};

/** What is changed before the site is built once more, one after the other. */
export const changes = {
	nothing: () => undefined,
	'one text': (content: string) => {
		appendFileSync(join(content, 'clusters/cluster-1.md'), '\nOne sentence more.\n');
	},
	'one summary': (content: string) => {
		edit(join(content, 'clusters/cluster-2.md'), (text) => text.replace(/^summary: .*$/m, 'summary: Another one.'));
	},
	'the day': () => undefined,
	'one component': () => {
		appendFileSync(COMPONENT, '<!-- changed -->\n');
	},
};
export type Change = keyof typeof changes;

/** What a build took after a change, and how many files of the site are new or have another content. */
export type Rebuilt = Took & { files: number };

/** What builds of so many profiles took, run by run. */
export interface Builds {
	profiles: number;
	hugo: string;
	eleventy: string;
	/** Files of the site. */
	files: number;
	runs: Record<Builder, Took[]>;
	/** Of the site after a change, beside `runs.site`, which begin with nothing. */
	changed?: Record<Change, Rebuilt[]>;
}

/** Which Hugo there is. Stops the bench without one: a ratio must not be left out unseen. */
function hugoVersion(): string {
	try {
		const version = execFileSync(HUGO, ['version'], { encoding: 'utf8' });
		return /v\d[^ -]*/.exec(version)?.[0] ?? version.trim();
	} catch {
		return stop(
			'Hugo is missing, and the bench compares with it: install the newest package of Debian (sid), or name a program in HUGO.',
		);
	}
}

/** Eleventy’s command. */
const eleventyCommand = (): string =>
	join(installPeer('eleventy', [`@11ty/eleventy@${ELEVENTY}`]), 'node_modules/@11ty/eleventy/cmd.cjs');

/** Builds the site from a content folder, without its editor and the pictures of its share cards. */
export const buildSite = (content: string, out: string, day = BENCH_DAY): Took =>
	measure(process.execPath, ['src/build/run-build.ts'], {
		env: {
			NODE_ENV: 'production',
			CONTENT_DIR: content,
			OUT_DIR: out,
			SITE_TODAY: day,
			EDITOR_PAGE: 'off',
			SHARE_CARDS: 'off',
			FORM_RECEIVER: 'stand-in',
		},
	});

const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

const contentsOf = (folder: string): Set<string> =>
	new Set(filesIn(folder).map((file) => hash('sha256', readFileSync(file), 'hex')));

/** Builds the site after each change, from what the build before left. */
function rebuild(content: string, site: string, tell: (change: Change, took: Rebuilt) => void): void {
	const component = readFileSync(COMPONENT);
	try {
		for (const change of keysOf(changes)) {
			const before = contentsOf(site);
			changes[change](content);
			const took = buildSite(content, site, change === 'the day' ? addDays(BENCH_DAY, 1) : BENCH_DAY);
			tell(change, { ...took, files: contentsOf(site).difference(before).size });
		}
	} finally {
		writeFileSync(COMPONENT, component);
	}
}

const wordsIn = (text: string): string[] => decodeHTMLStrict(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Stops the bench if a peer lacks pages that it should have, or words that the site’s own have. */
function refuseOtherPages(site: string, peer: string, profiles: number): void {
	const pages = filesIn(peer).filter((file) => file.endsWith('.html'));
	const missing = pages.filter((file) => !existsSync(file.replace(peer, site)));
	if (missing.length > 0 || pages.length < profiles)
		stop(`${peer} has other pages than the site: ${missing[0] ?? 'fewer'}`);
	for (const { url, title, text } of readRecords(site).slice(0, Math.min(COMPARED, profiles))) {
		const html = readFileSync(join(peer, url, 'index.html'), 'utf8');
		const known = new Set(wordsIn(html.replace(/<style[^]*?<\/style>|<[^>]*>/g, ' ')));
		const lacking = wordsIn(`${title} ${text}`).filter((word) => !known.has(word));
		if (lacking.length > 0) stop(`${join(peer, url)} lacks words of the site’s: ${lacking.join(', ')}`);
	}
}

/** Builds so many made-up profiles, each builder in turn, and leaves the site in `work/site`. */
export function measureBuilds(work: string, profiles: number, runs: number): Builds {
	const hugo = hugoVersion();
	const command = eleventyCommand();
	const content = join(work, 'content');
	const site = join(work, 'site');
	const [inHugo, inEleventy] = [join(work, 'peers/hugo'), join(work, 'peers/eleventy')];
	generateContent(content, profiles);
	buildSite(content, site);
	rmSync(join(work, 'peers'), { recursive: true, force: true });
	writePeerSites(content, BENCH_DAY, site, join(work, 'peers'));
	const build: Record<Builder, () => Took> = {
		site: () => {
			rmSync(LAST_BUILD_FOLDER, { recursive: true, force: true });
			return buildSite(content, site);
		},
		hugo: () => measure(HUGO, ['--quiet', '--destination', 'out'], { cwd: inHugo }),
		eleventy: () => measure(process.execPath, [command, '--config=eleventy.config.mjs'], { cwd: inEleventy }),
		pagefind: () => measure(PAGEFIND, ['--quiet', '--site', join(inHugo, 'out')]),
	};
	const took: Builds['runs'] = { site: [], hugo: [], eleventy: [], pagefind: [] };
	for (let run = 0; run < runs; run += 1)
		for (const builder of builders) {
			if (builder !== 'pagefind') {
				const out = builder === 'site' ? site : join(work, 'peers', builder, 'out');
				rmSync(out, { recursive: true, force: true });
			}
			const { wallSeconds, cpuSeconds, peakMegabytes } = build[builder]();
			took[builder].push({ wallSeconds, cpuSeconds, peakMegabytes });
			console.log(`${profiles} profiles, ${builder}: ${wallSeconds} s, ${cpuSeconds} s CPU, ${peakMegabytes} MB`);
		}
	refuseOtherPages(site, join(inHugo, 'out'), profiles);
	refuseOtherPages(site, join(inEleventy, 'out'), profiles);
	const files = filesIn(site).length;
	const changed = recordOf(keysOf(changes), (): Rebuilt[] => []);
	for (let run = 0; run < runs; run += 1) {
		rebuild(content, site, (change, { wallSeconds, cpuSeconds, peakMegabytes, files }) => {
			changed[change].push({ wallSeconds, cpuSeconds, peakMegabytes, files });
			console.log(`${profiles} profiles, ${change} changed: ${wallSeconds} s, ${cpuSeconds} s CPU, ${files} files`);
		});
		generateContent(content, profiles);
		buildSite(content, site);
	}
	return { profiles, hugo, eleventy: ELEVENTY, files, runs: took, changed };
}

/** A ratio of the site to peers together, run by run: the median, and the least and most. */
export function ratioTo({ runs }: Builds, peers: readonly Builder[], what: keyof Took) {
	const ratios = runs.site.map((own, run) => {
		const theirs = peers.map((peer) => runs[peer][run]?.[what] ?? Number.NaN);
		// One after the other takes the sum of both times, and the larger memory of the two.
		return own[what] / (what === 'peakMegabytes' ? Math.max(...theirs) : theirs.reduce((sum, one) => sum + one, 0));
	});
	return { median: round(median(ratios)), least: round(Math.min(...ratios)), most: round(Math.max(...ratios)) };
}

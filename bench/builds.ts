import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
	appendFileSync,
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
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

/**
 * What is measured: the site, the same with its pages alone, its peers, and the command that makes a search index of a
 * built site.
 */
export const builders = ['site', 'pagesAlone', 'hugo', 'eleventy', 'pagefind'] as const;
export type Builder = (typeof builders)[number];

/** Of all that is not a page to read: open data, feeds, calendars, digests and embeds. */
const OUTPUT_ROUTES = ['[...page]', 'data', 'embed', 'updates/digest'];
/** Of the files that those routes make. */
const OUTPUT_FILE = /^(?:data|embed|updates\/digest)\/|(?:^|\/)(?:feed\.\w+|calendar\.ics)$/;

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
	'one name': (content: string) => {
		edit(join(content, 'clusters/cluster-3.md'), (text) => text.replace(/^name: .*$/m, 'name: Another name'));
	},
	'one address': (content: string) => {
		renameSync(join(content, 'clusters/cluster-4.md'), join(content, 'clusters/another-address.md'));
	},
	'one profile more': (content: string) => {
		copyFileSync(join(content, 'clusters/cluster-5.md'), join(content, 'clusters/one-more.md'));
		edit(join(content, 'clusters/one-more.md'), (text) => text.replace(/^name: .*$/m, 'name: One more'));
	},
	'the day': () => undefined,
	'one component': () => {
		edit(COMPONENT, (text) => text.replace('<article ', '<article data-changed '));
	},
};
export type Change = keyof typeof changes;

/** What a build took after a change, and how many files are new or have another content: those of the search, and all others. */
export type Rebuilt = Took & { files: number; searchFiles: number };

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
export const buildSite = (content: string, out: string, day = BENCH_DAY, cwd = '.'): Took =>
	measure(process.execPath, ['src/build/run-build.ts'], {
		cwd,
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

/** Copies the site’s code without those routes. What pages link to of them is there, and empty. */
function copyPagesAlone(site: string, copy: string): void {
	for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
		cpSync(name, join(copy, name), { recursive: true });
	symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
	for (const route of OUTPUT_ROUTES) rmSync(join(copy, 'src/pages', route), { recursive: true });
	for (const file of filesIn(site).map((path) => relative(site, path))) {
		if (!OUTPUT_FILE.test(file)) continue;
		mkdirSync(join(copy, 'public', dirname(file)), { recursive: true });
		writeFileSync(join(copy, 'public', file), '');
	}
}

/** Each content of a file, and one of the files that have it. */
const contentsOf = (folder: string): Map<string, string> =>
	new Map(filesIn(folder).map((file) => [hash('sha256', readFileSync(file), 'hex'), relative(folder, file)]));

/** Builds the site after each change, from what the build before left; the site itself begins empty, as at a host. */
function rebuild(
	content: string,
	site: string,
	forget: (folder: string) => void,
	tell: (change: Change, took: Rebuilt) => void,
): void {
	const component = readFileSync(COMPONENT);
	const restore = () => {
		writeFileSync(COMPONENT, component);
	};
	// Also where the bench stops.
	process.once('exit', restore);
	for (const change of keysOf(changes)) {
		const before = contentsOf(site);
		changes[change](content);
		forget(site);
		const took = buildSite(content, site, change === 'the day' ? addDays(BENCH_DAY, 1) : BENCH_DAY);
		const changed = [...contentsOf(site)].flatMap(([content, file]) => (before.has(content) ? [] : [file]));
		const searchFiles = changed.filter((file) => file.startsWith('search/')).length;
		tell(change, { ...took, files: changed.length - searchFiles, searchFiles });
	}
	restore();
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
	const copy = join(work, 'pages-alone');
	const [inHugo, inEleventy] = [join(work, 'peers/hugo'), join(work, 'peers/eleventy')];
	generateContent(content, profiles);
	buildSite(content, site);
	rmSync(join(work, 'peers'), { recursive: true, force: true });
	writePeerSites(content, BENCH_DAY, site, join(work, 'peers'));
	const asides = new Set<string>();
	// Deleted only at the end: for minutes after so many files went, ext4 takes far longer to make new ones.
	const forget = (folder: string) => {
		if (!existsSync(folder)) return;
		const aside = mkdtempSync(`${folder}-`);
		asides.add(aside);
		renameSync(folder, aside);
	};
	const build: Record<Builder, () => Took> = {
		site: () => {
			[site, LAST_BUILD_FOLDER].forEach(forget);
			return buildSite(content, site);
		},
		pagesAlone: () => {
			forget(copy);
			copyPagesAlone(site, copy);
			return buildSite(content, join(copy, 'dist'), BENCH_DAY, copy);
		},
		hugo: () => {
			forget(join(inHugo, 'out'));
			return measure(HUGO, ['--quiet', '--destination', 'out'], { cwd: inHugo });
		},
		eleventy: () => {
			forget(join(inEleventy, 'out'));
			return measure(process.execPath, [command, '--config=eleventy.config.mjs'], { cwd: inEleventy });
		},
		pagefind: () => measure(PAGEFIND, ['--quiet', '--site', join(inHugo, 'out')]),
	};
	const took: Builds['runs'] = { site: [], pagesAlone: [], hugo: [], eleventy: [], pagefind: [] };
	for (let run = 0; run < runs; run += 1)
		for (const builder of builders) {
			const { wallSeconds, cpuSeconds, peakMegabytes } = build[builder]();
			took[builder].push({ wallSeconds, cpuSeconds, peakMegabytes });
			console.log(`${profiles} profiles, ${builder}: ${wallSeconds} s, ${cpuSeconds} s CPU, ${peakMegabytes} MB`);
		}
	refuseOtherPages(site, join(inHugo, 'out'), profiles);
	refuseOtherPages(site, join(inEleventy, 'out'), profiles);
	const files = filesIn(site).length;
	const changed = recordOf(keysOf(changes), (): Rebuilt[] => []);
	for (let run = 0; run < runs; run += 1) {
		rebuild(content, site, forget, (change, rebuilt) => {
			changed[change].push(rebuilt);
			console.log(`${profiles} profiles, ${change} changed: ${rebuilt.cpuSeconds} s CPU, ${rebuilt.files} files`);
		});
		[content, site].forEach(forget);
		generateContent(content, profiles);
		buildSite(content, site);
	}
	for (const aside of asides) rmSync(aside, { recursive: true });
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

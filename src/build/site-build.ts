import type { AstroIntegration } from 'astro';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenBackend, ownServers } from '../editor/chosen-backend.ts';
import { buildFolder, contentFolder, outFolder } from '../files/folders.ts';
import { keyOf } from '../files/kept.ts';
import { codeDigest, LAST_BUILD_FOLDER } from '../files/last-build.ts';
import { ContentError } from '../files/problem.ts';
import { readSettings } from '../files/read-content.ts';
import { removeUnfinished } from '../files/write-whole.ts';
import { formatCount, formatNumber } from '../formats/text.ts';
import { findReceiver, foreignReceivers } from '../forms/form-receivers.ts';
import { noteFailure } from './build-report.ts';
import { beginBuild, changeOver, isBegun, RefusedBuild, settle } from './change-over.ts';
import { editorPolicy, embedPolicy, headerPolicy, hostsOf, pagePolicy, withPolicy } from './content-security-policy.ts';
import { EMBED_FOLDER } from '../model/embeds.ts';
import { steadySettings } from '../model/site.ts';
import { writeFormerPages } from './former-addresses.ts';
import { eachPage } from './each-page.ts';
import { hasEditor } from './editor-page.ts';
import { EDITOR_FOLDER, hostHeaders } from './host-headers.ts';
import { InlineStyles } from './inline-styles.ts';
import { addressOfPage, fileOfPage, problemsOfLinks } from './link-places.ts';
import { KeptPages } from './kept-pages.ts';
import { factsOf, PageChecks, type CheckedPages, type PageFacts } from './page-checks.ts';
import { preloadImports } from './preload-imports.ts';
import { publishPictures } from './publish-pictures.ts';
import { canBeDrawn, publishShareCards } from './publish-share-cards.ts';
import { problemsOfSignposts } from './signposts-lead-on.ts';
import { siteAddress } from './site-address.ts';

/** What is said of a build without forms. */
export const NO_RECEIVER =
	'Forms are left out, because nobody is known to receive them here: the pages name the mailbox instead. Netlify receives what it builds itself; npm start receives on this machine; another receiver is chosen in the settings (docs/hosting.md).';

/** What is said of a build whose editor knows no repository. */
export const NO_REPOSITORY =
	'Nobody can log in at /admin/ of this build at a host, because CMS_REPO does not say which repository holds the content: set it to owner/name (docs/hosting.md). Editing on one’s own machine needs none.';

const LOCK = resolve('.astro/build.lock');

/** Keeps this checkout and the folder to one build. Throws, with a sentence, if another runs or something else is there. */
export const beginOnlyBuild = (): void => {
	beginBuild(LOCK, outFolder, [process.cwd(), contentFolder]);
};

/**
 * Throws, with a sentence, if a variable of the environment says what no build can use: at once, and not after a
 * minute. Of `URL` Astro would say that it cannot load its own settings.
 */
export function refuseWrongSettings(): void {
	siteAddress(process.env['URL'], undefined);
	if (!hasEditor()) return;
	try {
		chosenBackend('');
		ownServers();
	} catch (error) {
		throw new RefusedBuild(error instanceof Error ? error.message : String(error));
	}
}

/** Removes what a build that failed has made so far, and notes why. What another one makes stays. */
export function abandonBuild(why: unknown): void {
	if (!isBegun(LOCK)) return;
	rmSync(buildFolder, { recursive: true, force: true });
	settle(outFolder);
	noteFailure(why);
}

/** Whether a build has an editor that asks for a log-in: on one’s own machine nobody logs in. */
const isForHost = (): boolean => hasEditor() && process.env['FORM_RECEIVER'] !== 'stand-in';

/** Throws if pages broke off, links or signposts lead to nowhere, or the index of the search is missing. */
function refuseBroken(folder: string, { unfinished, brokenLinks }: CheckedPages): void {
	if (unfinished.length > 0) {
		const pages = unfinished.map((page) => {
			const file = fileOfPage(contentFolder, addressOfPage(page));
			return `  ${page}${file ? ` (${file})` : ''}`;
		});
		throw new RefusedBuild(`These pages did not render to their end; the log above says why:\n${pages.join('\n')}`);
	}
	if (brokenLinks.length > 0) throw new ContentError(problemsOfLinks(contentFolder, brokenLinks));
	const signposts = problemsOfSignposts(folder, contentFolder);
	if (signposts.length > 0) throw new ContentError(signposts);
	if (!existsSync(join(folder, 'search/manifest.json'))) {
		throw new RefusedBuild(
			'The search index is missing; Astro thought that it was developing. Build with NODE_ENV=production and without DEV in the environment.',
		);
	}
}

const EDITOR = `${EDITOR_FOLDER}/index.html`;
/** What shows at addresses of the editor: itself, and the page for those that do not exist. */
const AT_EDITOR = [EDITOR, '404.html'];
/** Profiles, and the page that is there instead of one that is not. */
const BORROWED = /^(?:clusters\/[^/]+\/index|404)\.html$/;
/** Pages that take parts of profiles. Browsers judge the CSS of a page that was fetched by the policy of who fetched it. */
const BORROWERS = ['clusters/compare/index.html', 'clusters/pack/index.html', 'have-your-say/correct/index.html'];

/** Pages with the SHA-256 of the style sheets that each carries inline. */
type StyleHashes = Map<string, readonly string[]>;

/** Writes the policies of pages that borrow, now that all are known, and for the host what it sends with all pages. */
function writePolicies(folder: string, styleHashes: StyleHashes, receivers: readonly string[]): void {
	const borrowed = [...styleHashes].flatMap(([page, hashes]) => (BORROWED.test(page) ? [...hashes] : [])).sort();
	for (const page of BORROWERS) {
		const hashes = new Set([...(styleHashes.get(page) ?? []), ...borrowed]);
		const file = join(folder, page);
		writeFileSync(file, withPolicy(readFileSync(file), pagePolicy([...hashes], receivers)));
	}
	const names = readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => ![EDITOR_FOLDER, EMBED_FOLDER].includes(name) && !name.startsWith('_'))
		.map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`));
	const headers = hostHeaders(names, {
		reading: headerPolicy(receivers),
		embedded: embedPolicy(),
		editing: editorPolicy(
			[...new Set(AT_EDITOR.flatMap((page) => styleHashes.get(page) ?? []))],
			hostsOf(chosenBackend('').name, ownServers()),
		),
	});
	writeFileSync(join(folder, '_headers'), headers);
}

/**
 * What a build does around the pages: it lets no other build begin, refuses pages that broke off or link to nowhere,
 * gives each its policy, and makes the pictures that pages show and the cards that links to them show.
 */
export function siteBuild(): AstroIntegration {
	const checks = new PageChecks();
	const styles = new InlineStyles(buildFolder);
	const styleHashes: StyleHashes = new Map();
	let site = '';
	let receivers: readonly string[] = [];
	let kept: KeptPages | undefined;
	return {
		name: 'site-build',
		hooks: {
			'astro:config:done': ({ config }) => {
				site = config.site ?? '';
			},
			'astro:build:start': ({ logger, setPrerenderer }) => {
				beginOnlyBuild();
				removeUnfinished(LAST_BUILD_FOLDER);
				const settings = steadySettings(readSettings(contentFolder));
				receivers = foreignReceivers(settings, process.env);
				const maker = keyOf([codeDigest(), settings, site, findReceiver(settings, process.env), hasEditor()]);
				const pages = new KeptPages(join(LAST_BUILD_FOLDER, 'pages'), maker, buildFolder);
				kept = pages;
				const preload = preloadImports(buildFolder);
				const note = (page: string, facts: PageFacts) => {
					checks.add(page, facts);
					styleHashes.set(page, facts.styles);
				};
				setPrerenderer(
					eachPage({
						take: (page, key) => {
							const facts = pages.take(page, key, ({ shareCards }) => shareCards.every(canBeDrawn));
							if (facts) note(page, facts);
							return facts !== undefined;
						},
						finish: (page, rendered, key) => {
							const own = factsOf(page, rendered);
							const { html, hashes } = styles.inline(page === EDITOR ? rendered : preload(rendered));
							const facts = { ...own, styles: [...new Set([...own.styles, ...hashes])] };
							note(page, facts);
							if (page === EDITOR || BORROWERS.includes(page)) return html;
							const finished = withPolicy(html, pagePolicy(facts.styles, receivers));
							if (key !== undefined) pages.add(page, key, finished, facts);
							return finished;
						},
					}),
				);
				logger.info('The content is read; scripts and styles come next, then the pages');
			},
			'astro:build:done': async ({ dir, logger, pages: made }) => {
				const folder = fileURLToPath(dir);
				styles.removeFiles();
				kept?.keep();
				logger.info(
					`${formatCount(made.length, 'page')} made, ${formatNumber(kept?.taken ?? 0)} kept of the last build; their links are checked`,
				);
				const pages = checks.end(folder);
				refuseBroken(folder, pages);
				await publishPictures(folder, pages.pictures);
				const drawn = await publishShareCards(folder, pages.shareCards);
				if (drawn > 0) logger.info(`${drawn} share cards drawn, and kept for the next builds`);
				if (findReceiver(readSettings(contentFolder), process.env) === 'nobody') logger.warn(NO_RECEIVER);
				if (!process.env['CMS_REPO'] && isForHost()) logger.warn(NO_REPOSITORY);
				writePolicies(folder, styleHashes, receivers);
				if (process.env['FORMER_ADDRESSES'] === 'pages') {
					logger.info(
						`${formatCount(writeFormerPages(folder, site), 'page')} at former addresses, and _redirects is empty`,
					);
				}
			},
		},
	};
}

/** Puts the site in the place of the last one. The last thing that a build does. */
export const siteInPlace = (): AstroIntegration => ({
	name: 'site-in-place',
	hooks: {
		'astro:build:done': ({ logger }) => {
			changeOver(buildFolder, outFolder);
			logger.fork('site-build').info(`Complete: ${outFolder}`);
		},
	},
});

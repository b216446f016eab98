import type { AstroIntegration } from 'astro';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenBackend, ownServers } from '../editor/chosen-backend.ts';
import { buildFolder, contentFolder, outFolder } from '../files/folders.ts';
import { ContentError } from '../files/problem.ts';
import { readSettings } from '../files/read-content.ts';
import { findReceiver } from '../forms/form-receivers.ts';
import { beginBuild, changeOver, isBegun, RefusedBuild, settle } from './change-over.ts';
import { checkBuiltPages, type BuiltPages } from './check-built-pages.ts';
import { editorPolicy, headerPolicy, hostsOf, pagePolicy } from './content-security-policy.ts';
import { hasEditor } from './editor-page.ts';
import { EDITOR_FOLDER, hostHeaders } from './host-headers.ts';
import { addressOfPage, fileOfPage, problemsOfLinks } from './link-places.ts';
import { publishPictures } from './publish-pictures.ts';
import { publishShareCards } from './publish-share-cards.ts';
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

/** Removes what a build that failed has made so far. What another one makes stays. */
export function abandonBuild(): void {
	if (!isBegun(LOCK)) return;
	rmSync(buildFolder, { recursive: true, force: true });
	settle(outFolder);
}

/** Whether a build has an editor that asks for a log-in: on one’s own machine nobody logs in. */
const isForHost = (): boolean => hasEditor() && process.env['FORM_RECEIVER'] !== 'stand-in';

/** Throws if pages broke off, links or signposts lead to nowhere, or the index of the search is missing. */
function refuseBroken(folder: string, { unfinished, brokenLinks }: BuiltPages): void {
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

const CHARSET = '<meta charset="utf-8">';

/** Writes into a page the policy with the hashes of its own CSS. */
function bringPolicyAlong(file: string, policy: string): void {
	const html = readFileSync(file);
	const start = html.indexOf(CHARSET);
	// Parts of pages have no head, and no CSS.
	if (start < 0) return;
	const end = start + CHARSET.length;
	const along = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
	const whole = Buffer.concat([html.subarray(0, end), Buffer.from(along), html.subarray(end)]);
	// Over what stands there, which is shorter: to empty the file first takes the disk several times as long.
	writeFileSync(file, whole, { flag: 'r+' });
}

const PROFILE = /^clusters\/[^/]+\/index\.html$/;
/** Pages that take parts of profiles. Browsers judge the CSS of a page that was fetched by the policy of who fetched it. */
const BORROWERS = ['clusters/compare/index.html', 'clusters/pack/index.html'];

/** Writes the policies: a page’s own into it, and for the host what it sends with all of them (`_headers`). */
function writePolicies(folder: string, { styleHashes, formReceivers }: BuiltPages): void {
	const editor = `${EDITOR_FOLDER}/index.html`;
	const borrowed = new Set([...styleHashes].flatMap(([page, hashes]) => (PROFILE.test(page) ? [...hashes] : [])));
	for (const [page, hashes] of styleHashes) {
		if (page === editor) continue;
		const all = BORROWERS.includes(page) ? hashes.union(borrowed) : hashes;
		bringPolicyAlong(join(folder, page), pagePolicy([...all], formReceivers));
	}
	const names = readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => name !== EDITOR_FOLDER && !name.startsWith('_'))
		.map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`));
	const headers = hostHeaders(names, {
		reading: headerPolicy(formReceivers),
		editing: editorPolicy([...(styleHashes.get(editor) ?? [])], hostsOf(chosenBackend('').name, ownServers())),
	});
	writeFileSync(join(folder, '_headers'), headers);
}

/**
 * What a build does around the pages: it lets no other build begin, refuses pages that broke off or link to nowhere,
 * makes the pictures that pages show and the cards that links to them show, and writes the policies.
 */
export function siteBuild(): AstroIntegration {
	return {
		name: 'site-build',
		hooks: {
			'astro:build:start': ({ logger }) => {
				beginOnlyBuild();
				logger.info('The content is read; scripts and styles come next, then the pages');
			},
			'astro:build:done': async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				logger.info('The pages are written, and are checked');
				const pages = checkBuiltPages(folder);
				refuseBroken(folder, pages);
				await publishPictures(folder, pages.pictures);
				const drawn = await publishShareCards(folder, pages.shareCards);
				if (drawn > 0) logger.info(`${drawn} share cards drawn, and kept for the next builds`);
				if (findReceiver(readSettings(contentFolder), process.env) === 'nobody') logger.warn(NO_RECEIVER);
				if (!process.env['CMS_REPO'] && isForHost()) logger.warn(NO_REPOSITORY);
				writePolicies(folder, pages);
			},
		},
	};
}

/** Puts the site in the place of the last one. The last thing that a build does. */
export const siteInPlace = (): AstroIntegration => ({
	name: 'site-in-place',
	hooks: {
		'astro:build:done': ({ pages, logger }) => {
			changeOver(buildFolder, outFolder);
			logger.fork('site-build').info(`Complete: ${pages.length} pages in ${outFolder}`);
		},
	},
});

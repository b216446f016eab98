import { escapeText } from 'entities';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Plugin } from 'vite';
import { errorCode } from '../files/error-code.ts';
import { contentFolder } from '../files/folders.ts';
import { ContentError } from '../files/problem.ts';
import { readContent } from '../files/read-content.ts';
import { namesIn } from '../files/write-whole.ts';
import { collectionNames } from '../schemas/collections.ts';

/** Pages of readers. The editor goes on, for there the problem can be mended. */
const isPage = ({ method, url = '', headers }: IncomingMessage): boolean =>
	method === 'GET' && headers.accept?.includes('text/html') === true && !url.startsWith('/admin/');

/** How long it takes until those who watch files have noticed and read what changed. */
const LONGEST_NOTICE_IN_MS = 500;

/** The names of all files of the content. What is being written is hidden. */
const namesNow = (): string =>
	['.', 'assets', ...collectionNames]
		.flatMap((folder) => namesIn(join(contentFolder, folder)).filter((name) => !name.startsWith('.')))
		.join('/');

/** What is wrong in the content now, as a build says it; undefined if nothing is. */
function readProblems(): string | undefined {
	try {
		const { problems } = readContent(contentFolder);
		return problems.length > 0 ? new ContentError(problems).message : undefined;
	} catch (error) {
		return errorCode(error) === 'ENOENT'
			? `A file in ${contentFolder} went while it was read.`
			: `The content cannot be read: ${String(error)}`;
	}
}

/** A page that says what is wrong, and asks again by itself. */
const problemPage = (said: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1">
<title>Problems in the content</title>
<style>body { font: 1.125rem/1.5 sans-serif; margin: 2rem auto; max-inline-size: 50rem; padding-inline: 1rem } pre { white-space: pre-wrap }</style>
<h1>The content has to be mended</h1>
<pre>${escapeText(said)}</pre>
<p>This page comes back by itself as soon as it is.</p>
</html>
`;

/** While developing, shows on every page what is wrong in the content, until it is mended. */
export function problemsInDev(): Plugin {
	return {
		name: 'problems-in-dev',
		configureServer: (server) => {
			let said: string | undefined;
			let isFresh = false;
			let names = namesNow();
			server.watcher.on('all', (_event, path) => {
				if (path.startsWith(contentFolder + sep)) isFresh = false;
			});
			const answer = async (response: ServerResponse, next: () => void) => {
				if (names !== namesNow()) {
					// A page must not be made of entries whose files have just got another name.
					await wait(LONGEST_NOTICE_IN_MS);
					names = namesNow();
					isFresh = false;
				}
				if (!isFresh) said = readProblems();
				isFresh = true;
				if (said === undefined) next();
				else response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' }).end(problemPage(said));
			};
			const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
				if (isPage(request)) void answer(response, next);
				else next();
			};
			// First of all, and after Astro has put its own.
			return () => void server.middlewares.stack.unshift({ route: '', handle });
		},
	};
}

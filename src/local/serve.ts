import { HeadersHandler } from '@netlify/headers';
import { RedirectsHandler } from '@netlify/redirects';
import { StaticHandler } from '@netlify/static';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Handler } from './editing/local-editing.ts';

/** Answers requests for a built site as the host would: the headers of _headers, redirects, 404. */
export function createResponder(folder: string): (request: Request) => Promise<Response> {
	const projectDir = process.cwd();
	const configPath = resolve('netlify.toml');
	const files = new StaticHandler({ directory: folder });
	const headers = new HeadersHandler({ configPath, projectDir, publishDir: folder, logger: console });
	const notFound = () =>
		new Response(readFileSync(join(folder, '404.html')), {
			status: 404,
			headers: { 'Content-Type': 'text/html; charset=utf-8' },
		});
	const redirects = new RedirectsHandler({
		configPath,
		configRedirects: [],
		projectDir,
		publicDir: folder,
		jwtRoleClaim: '',
		jwtSecret: '',
		siteID: '',
		siteURL: '',
		notFoundHandler: () => Promise.resolve(notFound()),
	});
	return async (request) => {
		const file = await files.match(request);
		const redirect = file ? undefined : await redirects.match(request);
		const response = file
			? await file.handle()
			: redirect
				? await redirects.handle(request, redirect, () => Promise.resolve(undefined))
				: undefined;
		const found = response ?? notFound();
		const answer = new Response(found.body, found);
		await headers.apply(request, answer);
		// What is not there may come with the next build.
		if (answer.status === 404) answer.headers.delete('Cache-Control');
		return answer;
	};
}

/** Serves a built site on localhost. Port 0 takes a free one. `first` answers what it wants before the site does. */
export async function serveSite(
	folder: string,
	port: number,
	first: Handler = (_request, _response, next) => {
		next();
	},
): Promise<{ server: Server; address: string }> {
	const respond = createResponder(folder);
	const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
		try {
			if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
				outgoing.writeHead(405, { Allow: 'GET, HEAD' }).end();
				return;
			}
			const address = URL.parse(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`);
			if (!address || !incoming.url?.startsWith('/')) {
				outgoing.writeHead(400).end();
				return;
			}
			const request = new Request(address, {
				headers: { Accept: incoming.headers.accept ?? '*/*' },
			});
			const response = await respond(request);
			outgoing.writeHead(response.status, Object.fromEntries(response.headers));
			if (response.body && incoming.method !== 'HEAD') {
				await pipeline(response.body, outgoing);
			} else outgoing.end();
		} catch (error) {
			// A reader who goes away in the middle is no failure; an address that cannot be read is the asker's.
			if (!outgoing.headersSent) outgoing.writeHead(error instanceof URIError ? 400 : 500);
			outgoing.end();
		}
	};
	const server = createServer((incoming, outgoing) => {
		first(incoming, outgoing, () => void answer(incoming, outgoing));
	});
	await new Promise<void>((done, fail) => {
		server.once('error', fail);
		server.listen(port, '127.0.0.1', done);
	});
	const bound = server.address();
	return { server, address: `http://localhost:${typeof bound === 'object' && bound ? bound.port : port}/` };
}

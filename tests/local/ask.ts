import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

/** A request to a server of this machine. */
export interface Question {
	method?: string;
	path?: string;
	headers?: OutgoingHttpHeaders;
	body?: string | Buffer;
}

/** What the server answered. */
export interface Reply {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Asks the server on a port of this machine. Unlike `fetch` it may say any name for the host. */
export const askAt = (port: number, { method = 'POST', path = '/', headers, body = '' }: Question): Promise<Reply> =>
	new Promise((done, fail) => {
		const all = { Host: `localhost:${port}`, ...headers };
		const asked = request({ port, host: '127.0.0.1', method, path, headers: all }, (reply) => {
			const chunks: Buffer[] = [];
			reply.on('data', (chunk: Buffer) => chunks.push(chunk));
			reply.on('end', () => {
				done({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks).toString() });
			});
		});
		asked.on('error', fail);
		asked.end(body);
	});

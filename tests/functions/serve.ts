import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
	origin: string;
	close: () => Promise<void>;
}

/** Serves answers to requests on a free port of this machine. */
export async function serve(answer: (request: Request) => Promise<Response> | Response): Promise<Served> {
	const server: Server = createServer((incoming, outgoing) => {
		void (async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of incoming) chunks.push(chunk as Buffer);
			const method = incoming.method ?? 'GET';
			const response = await answer(
				new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? ''}`), {
					method,
					headers: incoming.headers as Record<string, string>,
					...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }),
				}),
			);
			outgoing.writeHead(response.status, Object.fromEntries(response.headers));
			outgoing.end(Buffer.from(await response.arrayBuffer()));
		})();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((done) => {
				server.close(() => {
					done();
				});
				server.closeAllConnections();
			}),
	};
}

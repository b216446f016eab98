import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveSite } from '../../src/local/serve.ts';
import { askAt } from './ask.ts';
import { temporaryFolder, writeFiles } from './forms/form-site.ts';
import { startSite } from './started-site.ts';

const site = {
	'index.html': '<h1>Home</h1>',
	'404.html': '<h1>Not here</h1>',
	'_astro/code.js': '1',
	_headers:
		'/*\n  X-Frame-Options: DENY\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n/\n  Content-Security-Policy: x\n',
};

async function serve(): Promise<number> {
	const folder = temporaryFolder('site');
	writeFiles(folder, site);
	const { server } = await serveSite(folder, 0);
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return (server.address() as AddressInfo).port;
}

test.each([
	['/', 200, 'DENY', 'public, max-age=0, must-revalidate'],
	['/_astro/code.js', 200, 'DENY', 'public, max-age=31536000, immutable'],
	['/nowhere', 404, 'DENY', undefined],
	['/_astro/nope.js', 404, 'DENY', undefined],
	['//', 200, 'DENY', 'public, max-age=0, must-revalidate'],
	['/../../etc/passwd', 404, 'DENY', undefined],
])(
	'%s is answered %i, with the headers of the host, and for ever only if it is there',
	async (path, status, ...headers) => {
		const reply = await askAt(await serve(), { method: 'GET', path });
		expect([reply.status, reply.headers['x-frame-options'], reply.headers['cache-control']]).toEqual([
			status,
			...headers,
		]);
	},
);

test.each([
	['a name for the host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n'],
	['a port that is none', 'GET / HTTP/1.1\r\nHost: localhost:x\r\n'],
	['an address of another server', 'GET http://other.example/ HTTP/1.1\r\nHost: localhost\r\n'],
	['an escape that is none', 'GET /%zz HTTP/1.1\r\nHost: localhost\r\n'],
])('%s is the fault of who asks: 400, and the server goes on', async (_what, head) => {
	const port = await serve();
	const socket = connect(port, '127.0.0.1');
	let answer = '';
	socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
	socket.write(`${head}Connection: close\r\n\r\n`);
	await once(socket, 'close');
	expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
	expect((await askAt(port, { method: 'GET' })).status).toBe(200);
});

test.each([
	['without its headers', '_headers', 'is not whole: its file _headers is missing'],
	['without its pages', 'index.html', 'There is no built site in'],
])('npm run serve refuses a folder %s, and says what to do', async (_what, missing, sentence) => {
	const folder = temporaryFolder('site');
	writeFiles(folder, Object.fromEntries(Object.entries(site).filter(([name]) => name !== missing)));
	const { code, output } = await startSite({ OUT_DIR: folder }).ended;
	expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
	expect(output).toMatch(/Build it (?:anew|first): npm run build\.\n$/);
});

test('npm run serve finds the last site that a killed build had moved away', async () => {
	const folder = temporaryFolder('site');
	writeFiles(join(folder, 'dist.last'), site);
	const started = startSite({ OUT_DIR: join(folder, 'dist'), CONTENT_DIR: join(folder, 'none') });
	const address = await started.said(/The site: (\S+)/);
	expect(await (await fetch(address)).text()).toBe('<h1>Home</h1>');
});

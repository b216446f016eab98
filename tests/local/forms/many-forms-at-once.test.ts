import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSite } from '../started-site.ts';
import { formSite, keptIn, temporaryFolder, writeFiles } from './form-site.ts';

const COUNT = 1000;

/** What makes every submission another one. */
const textOf = (number: number): string => `${number}: Łódź 🌱 ${'x'.repeat(number % 300)}`;

/** `npm run serve` as a process of its own, which can be killed and started again on the same port. */
function useServer() {
	const site = temporaryFolder('site');
	const submissions = join(temporaryFolder('sent'), 'submissions');
	writeFiles(site, formSite);
	mkdirSync(join(site, 'content'));
	const start = async (port = '0') => {
		const { said, kill, output } = startSite({
			PORT: port,
			OUT_DIR: site,
			CONTENT_DIR: join(site, 'content'),
			SUBMISSIONS_DIR: submissions,
		});
		const taken = await said(/The site: http:\/\/localhost:(\d+)\//);
		return { port: taken, kill: () => kill('SIGKILL'), output };
	};
	return { submissions, start };
}

const agent = new Agent({ keepAlive: true, maxSockets: COUNT });

/** Sends one form; the status of the answer, or undefined if there was none. */
const send = (port: string, number: number): Promise<number | undefined> =>
	new Promise((done) => {
		const headers = { Host: `localhost:${port}`, 'Content-Type': 'application/x-www-form-urlencoded' };
		const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/', headers }, (reply) => {
			reply.resume();
			reply.on('end', () => {
				done(reply.statusCode);
			});
			reply.on('error', () => {
				done(undefined);
			});
		});
		asked.on('error', () => {
			done(undefined);
		});
		const email = `marked-${number}@example.org`;
		asked.end(new URLSearchParams({ 'form-name': 'proposal', name: textOf(number), email }).toString());
	});

const numbers = Array.from({ length: COUNT }, (_, index) => index);

/** How often each text is kept. */
const countsIn = (folder: string): number[] => {
	const counts = new Map<string, number>();
	for (const { data } of keptIn(folder)) {
		const text = String(data['name']);
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return numbers.map((number) => counts.get(textOf(number)) ?? 0);
};

test('a thousand forms at once are kept once each, and the log holds nothing of them', async () => {
	const { submissions, start } = useServer();
	const { port, kill, output } = await start();
	const statuses = await Promise.all(numbers.map((number) => send(port, number)));
	await kill();
	expect(statuses).toEqual(numbers.map(() => 200));
	expect(countsIn(submissions)).toEqual(numbers.map(() => 1));
	expect(readdirSync(submissions).filter((name) => !name.endsWith('.json'))).toEqual([]);
	expect(output().match(/^ {2}Received: \S+ {2}proposal {2}kept$/gm)).toHaveLength(COUNT);
	expect(output()).not.toMatch(/marked|Łódź/);
}, 120_000);

test('a thousand forms outlive a server that is killed: accepted ones are kept, and no file is half', async () => {
	const { submissions, start } = useServer();
	let server = await start();
	const { port } = server;
	const answered = new Set<number>();
	let tries = 0;
	let restarted: Promise<void> | undefined;
	const restart = async () => {
		await server.kill();
		server = await start(port);
	};
	const deliver = async (number: number): Promise<void> => {
		for (;;) {
			tries++;
			const status = await send(port, number);
			if (status === 200) break;
			expect(status).toBeUndefined();
			await new Promise((done) => setTimeout(done, 100));
		}
		answered.add(number);
		// Midway: some were answered, and many are being written.
		if (answered.size === 100) restarted ??= restart();
	};
	await Promise.all(numbers.map(deliver));
	await restarted;
	await server.kill();

	const counts = countsIn(submissions);
	expect(Math.min(...counts)).toBe(1);
	// Each try is kept at most once.
	expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(tries);
	expect(tries).toBeGreaterThan(COUNT);
}, 120_000);

test('what a killed server had begun to write is removed when the next one starts', async () => {
	const { submissions, start } = useServer();
	const left = join(submissions, '20270331t215959000z-0123456789ab.json.unfinished');
	writeFiles(submissions, { 'x.json.unfinished': '{"data": {"email"', [left.slice(submissions.length)]: '{' });
	utimesSync(left, 1, 1);
	const { kill } = await start();
	await kill();
	expect(readdirSync(submissions)).toEqual(['x.json.unfinished']);
}, 30_000);

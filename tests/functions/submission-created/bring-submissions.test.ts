import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { netlifySubmissions } from '../../../src/hosts/netlify-submissions.ts';
import { correction, proposal, useHosts } from './at-the-host.ts';

const host = useHosts();

const source = () => {
	const { netlify } = host.settings();
	if (!netlify) throw new Error('The settings are incomplete.');
	return netlifySubmissions(netlify, fetch);
};

const idsOf = async (list: AsyncIterable<{ id: string }>) => (await Array.fromAsync(list)).map(({ id }) => id);

/** Runs the command in a process of its own, as somebody does who has the tokens. */
async function run(...options: string[]): Promise<{ code: number | null; lines: string[] }> {
	const child = spawn(process.execPath, ['src/local/forms/bring-submissions.ts', ...options], {
		env: { PATH: process.env['PATH'], ...host.environment },
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)));
	const code = await new Promise<number | null>((done) => child.on('close', done));
	return { code, lines: text.split('\n').filter((line) => line !== '') };
}

describe('what Netlify keeps', () => {
	test('is listed from all pages, the oldest first', async () => {
		host.netlify.perPage = 7;
		const ids = Array.from({ length: 30 }, (_, index) =>
			host.netlify.receive('proposal', proposal, `2026-11-${String(index + 1).padStart(2, '0')}T08:00:00+00:00`),
		);
		expect(await idsOf(source().list())).toEqual(ids);
		host.netlify.perPage = 100;
	});

	test('comes with its form, its fields and the moment in which it was received', async () => {
		const id = host.netlify.receive('correction', { proposed: '1990' }, '2026-11-24T10:30:00.5+01:00');
		expect(await Array.fromAsync(source().list())).toEqual([
			{
				id,
				form: 'correction',
				receivedAt: '2026-11-24T09:30:00.500Z',
				data: {
					proposed: '1990',
					ip: '203.0.113.77',
					user_agent: 'Mozilla/5.0 (marked)',
					referrer: 'https://marked.example/',
				},
			},
		]);
	});

	test('and was taken for spam is listed apart', async () => {
		const ids = [host.netlify.receive('proposal', proposal), host.netlify.receive('proposal', proposal)];
		Object.assign(host.netlify.kept[0] ?? {}, { isSpam: true });
		expect(await idsOf(source().list())).toEqual([ids[1]]);
		expect(await idsOf(source().spam.list())).toEqual([ids[0]]);
	});

	test('can be deleted, and twice does no harm', async () => {
		const id = host.netlify.receive('proposal', proposal);
		await source().remove(id);
		await source().remove(id);
		expect(host.netlify.kept).toEqual([]);
	});
});

describe('npm run submissions', { timeout: 30_000 }, () => {
	test('brings in what the function could not, and says of each what became of it', async () => {
		host.gitHub.trouble = () => new Response('', { status: 502 });
		const ids = [
			await host.send('proposal', proposal),
			await host.send('correction', { ...correction, cluster: 'nowhere' }),
			await host.send('views-clusters-2027', { answer: 'x' }),
		];
		host.gitHub.trouble = undefined;
		expect(await run()).toEqual({
			code: 0,
			lines: [
				`${ids[0] ?? ''}  proposal  draft`,
				`${ids[1] ?? ''}  correction  note`,
				`${ids[2] ?? ''}  views-clusters-2027  receipt`,
			],
		});
		expect((await run()).lines.slice(0, 2)).toEqual([
			`${ids[0] ?? ''}  proposal  known`,
			`${ids[1] ?? ''}  correction  known`,
		]);
		expect(host.gitHub.pulls).toHaveLength(1);
		expect(host.gitHub.issues).toHaveLength(1);
	});

	test('says what still waits, and fails then', async () => {
		const id = host.netlify.receive('proposal', proposal);
		host.gitHub.trouble = () => new Response('', { status: 502 });
		expect(await run()).toEqual({
			code: 1,
			lines: [`${id}  proposal  waits: GitHub cannot answer at the moment. Try again in a few minutes.`],
		});
	});

	test('deletes what is older than so many days, spam as well, and nothing else', async () => {
		const old = host.netlify.receive('proposal', proposal, '2025-01-01T08:00:00Z');
		const spam = host.netlify.receive('proposal', proposal, '2025-01-02T08:00:00Z');
		Object.assign(host.netlify.kept[1] ?? {}, { isSpam: true });
		const fresh = host.netlify.receive('proposal', proposal, new Date().toISOString());
		expect(await run('--delete-older-than=30')).toEqual({
			code: 0,
			lines: [`${old}  proposal  deleted`, `${spam}  proposal  deleted`],
		});
		expect(host.netlify.kept.map(({ id }) => id)).toEqual([fresh]);
	});

	test('names the settings that are missing', async () => {
		host.environment['GITHUB_TOKEN'] = '';
		expect(await run()).toEqual({
			code: 1,
			lines: ['The setting GITHUB_TOKEN is missing. See “Forms” in docs/hosting.md.'],
		});
	});
});

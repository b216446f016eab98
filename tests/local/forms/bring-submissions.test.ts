import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeUnfinished } from '../../../src/files/write-whole.ts';
import { submissionFiles } from '../../../src/local/forms/submission-files.ts';
import type { Submission } from '../../../src/submissions/read-submission.ts';
import { startSite } from '../started-site.ts';
import { correction, desks, MARKED, proposal } from './desk.ts';
import { formSite, temporaryFolder, writeFiles } from './form-site.ts';

const useDesk = desks();

describe('npm run submissions', { timeout: 60_000 }, () => {
	const run = ({ root, folder }: ReturnType<typeof useDesk>, args: string[] = [], mode = 'git') =>
		new Promise<{ code: unknown; output: string }>((done) => {
			const started = spawn(process.execPath, ['src/local/forms/bring-submissions.ts', ...args], {
				env: {
					...process.env,
					CONTENT_DIR: join(root, 'content'),
					SUBMISSIONS_DIR: folder,
					...(mode ? { CMS_MODE: mode } : {}),
				},
			});
			let output = '';
			for (const stream of [started.stdout, started.stderr]) {
				stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
			}
			started.on('exit', (code) => {
				done({ code, output });
			});
		});

	test('brings what waits, a line for each without what was sent', async () => {
		const desk = useDesk();
		const one = await desk.send('proposal', proposal);
		const two = await desk.send('views-a', { answer: MARKED });
		const three = await desk.send('correction', { ...correction, proposed: 'long ago' });
		const lines = [...[one, two, three].map(({ id }) => id)].sort();
		const { code, output } = await run(desk);
		const outcomes = [`${one.id}  proposal  draft`, `${two.id}  views-a  receipt`, `${three.id}  correction  note`];
		expect([code, output.trim().split('\n')]).toEqual([
			0,
			lines.map((id) => outcomes.find((line) => line.startsWith(id))),
		]);
		expect((await run(desk)).output.match(/ {2}known$/gm)).toHaveLength(2);
	});

	test('deletes what is older than so many days, with its note, and nothing else', async () => {
		const desk = useDesk();
		const old = await desk.send('proposal', { ...proposal, country: '' });
		const young = await desk.send('proposal', proposal);
		await run(desk);
		const file = join(desk.folder, `${old.id}.json`);
		writeFileSync(file, readFileSync(file, 'utf8').replace(old.receivedAt, '2020-01-01T00:00:00.000Z'));
		expect(await run(desk, ['--delete-older-than=365'], '')).toEqual({
			code: 0,
			output: `${old.id}  proposal  deleted\n`,
		});
		expect(readdirSync(desk.folder).sort()).toEqual([`${young.id}.json`, 'drafts', 'notes']);
		expect([desk.namesIn('notes'), desk.namesIn('drafts')]).toEqual([[], [`${young.id}.txt`]]);
	});

	test.each([['--delete-older-than'], ['--delete-older-than=soon'], ['--delete-older-than=0'], ['--delete=3'], ['x']])(
		'refuses %s in words, and deletes nothing',
		async (argument) => {
			const desk = useDesk();
			await desk.send('proposal', proposal);
			expect(await run(desk, [argument])).toEqual({
				code: 1,
				output:
					'npm run submissions takes one option, with a number of days: npm run submissions -- --delete-older-than=365.\n',
			});
			expect(readdirSync(desk.folder)).toHaveLength(1);
		},
	);

	test('says what it needs without branches', async () => {
		const desk = useDesk();
		expect(await run(desk, [], '')).toEqual({
			code: 1,
			output: `Drafts need branches to wait on. Run CMS_MODE=git npm run submissions; until then everything waits in ${desk.folder}.\n`,
		});
	});

	test('says what it needs of the working tree', async () => {
		const desk = useDesk();
		writeFileSync(join(desk.root, 'code.ts'), 'let x;');
		const { code, output } = await run(desk);
		expect([code, output]).toEqual([1, expect.stringContaining('changes that are not committed: code.ts')]);
	});

	test('brings all others beside a file that is no submission, and names it', async () => {
		const desk = useDesk();
		const { id } = await desk.send('proposal', proposal);
		writeFiles(desk.folder, { 'list.json': '[]', '20270331t215959000z-0123456789ab.json': '{' });
		const { code, output } = await run(desk);
		expect([code, output.split('\n')]).toEqual([
			1,
			[
				`${id}  proposal  draft`,
				`These files in ${desk.folder} are no submissions; mend or remove them: 20270331t215959000z-0123456789ab.json, list.json`,
				'',
			],
		]);
	});
});

test('npm start with CMS_MODE=git brings a proposal to the board by itself', { timeout: 60_000 }, async () => {
	const { root, folder, branches } = useDesk();
	const site = temporaryFolder('site');
	writeFiles(site, {
		...formSite,
		'clusters/propose/index.html': `<form name="proposal" netlify>${Object.keys(proposal)
			.map((name) => `<input name="${name}">`)
			.join('')}</form>`,
	});
	const { said, output } = startSite({
		CMS_MODE: 'git',
		OUT_DIR: site,
		CONTENT_DIR: join(root, 'content'),
		SUBMISSIONS_DIR: folder,
	});
	const port = await said(/The site: http:\/\/localhost:(\d+)\//);
	await said(/(Stop it)/);
	const body = new URLSearchParams({ 'form-name': 'proposal', ...proposal });
	expect((await fetch(`http://localhost:${port}/`, { method: 'POST', body })).status).toBe(200);
	await said(/Received: \S+ {2}proposal {2}(draft)/);
	expect(branches()).toEqual(['cms/clusters/lodz-hub', 'main']);
	expect(output()).toContain(`Forms: what is sent here is kept in ${folder}; a stand-in for the host`);
	expect(output()).not.toContain(MARKED);
});

test('a note or draft that was not written to its end goes too, once it is old', () => {
	const folder = temporaryFolder('sent');
	writeFiles(folder, {
		'notes/old.txt.unfinished': 'A note',
		'notes/new.txt.unfinished': 'A note',
		'notes/whole.txt': '',
	});
	const hourAgo = new Date(Date.now() - 3_600_000);
	utimesSync(join(folder, 'notes/old.txt.unfinished'), hourAgo, hourAgo);
	removeUnfinished(folder);
	expect(readdirSync(join(folder, 'notes')).sort()).toEqual(['new.txt.unfinished', 'whole.txt']);
});

test('a folder without submissions has none, and nothing unfinished', async () => {
	const folder = join(temporaryFolder('sent'), 'submissions');
	removeUnfinished(folder);
	const all: Submission[] = [];
	for await (const submission of submissionFiles(folder).list()) all.push(submission);
	expect(all).toEqual([]);
	mkdirSync(folder);
	expect(() => submissionFiles(folder).remove('../../x')).toThrow('is not the id of a submission');
});

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { contentEdits, type Act } from '../../../src/local/editing/content-edits.ts';
import { localDesk } from '../../../src/local/forms/desks.ts';
import { storeSubmission } from '../../../src/local/forms/submission-files.ts';
import type { Submission } from '../../../src/submissions/read-submission.ts';
import { fileOf } from '../../entries.ts';
import { temporaryFolder, writeFiles } from './form-site.ts';

/** The file of the one profile. */
export const HUB = 'content/clusters/hub.md';
/** What must not get anywhere. */
export const MARKED = 'marked-address@example.org';

/** A proposal as a browser sends it. */
export const proposal = {
	name: 'Łódź Hub',
	country: 'PL',
	summary: 'What it is, and where.',
	kind: 'csei',
	themes: 'food',
	source: 'https://example.org/page',
	email: MARKED,
	consent: 'yes',
};

/** A correction of the one profile, as a browser sends it. */
export const correction = {
	cluster: '/clusters/hub/',
	field: 'founded',
	proposed: '2016',
	source: 'https://example.org/page',
	email: MARKED,
	consent: 'yes',
};

/** Runs git in a folder. */
export const gitIn =
	(root: string) =>
	(...command: string[]): string =>
		execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** A repository with a profile. */
function startRepository(): string {
	const root = mkdtempSync(join(tmpdir(), 'board-'));
	writeFiles(root, { [HUB]: fileOf('clusters', { name: 'Hub', founded: 2015 }) });
	const git = gitIn(root);
	git('init', '--quiet', '--initial-branch=main', '--template=');
	git('config', 'user.name', 'An editor');
	git('config', 'user.email', 'editor@example.org');
	git('add', '.');
	git('commit', '--quiet', '--message=Start');
	return root;
}

/** Gives each test a repository with a profile, and a desk beside it. To copy one takes a fraction of making it. */
export function desks() {
	let start: string;
	beforeAll(() => {
		start = startRepository();
	});
	afterAll(() => {
		rmSync(start, { recursive: true, force: true });
	});
	return (files: Record<string, string> = {}) => deskIn(start, files);
}

/** A copy of a repository with more files, and a desk beside it. */
function deskIn(start: string, files: Record<string, string>) {
	const root = temporaryFolder('board');
	const folder = join(temporaryFolder('sent'), 'submissions');
	const git = gitIn(root);
	cpSync(start, root, { recursive: true });
	if (Object.keys(files).length > 0) {
		writeFiles(root, files);
		git('add', '.');
		git('commit', '--quiet', '--message=Files');
	}
	const content = join(root, 'content');
	const open = () => localDesk(folder, content, contentEdits({ folder: content, mode: 'git' }));
	const send = async (form: string, data: Record<string, string | string[]>): Promise<Submission> =>
		storeSubmission(folder, { form, data });
	const namesIn = (kind: string) => (existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)) : []);
	const textsIn = (kind: string) => namesIn(kind).map((name) => readFileSync(join(folder, kind, name), 'utf8'));
	const branches = () => git('branch', '--format=%(refname:short)').split('\n');
	const edits = contentEdits({ folder: content, mode: 'git' });
	const act: Act = (asked) => edits.alone((run) => run(asked));
	const ask = async (action: string, params: Record<string, unknown> = {}) =>
		(await act({ action, params: { branch: 'main', ...params } })).body;
	return { root, folder, git, open, send, namesIn, textsIn, branches, ask, edits };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentEdits, type Act } from '../../../src/local/editing/content-edits.ts';
import { localDesk } from '../../../src/local/forms/desks.ts';
import { storeSubmission } from '../../../src/local/forms/submission-files.ts';
import type { Submission } from '../../../src/submissions/read-submission.ts';
import { fileOf } from '../../entries.ts';
import { repositories, type Git } from '../repository.ts';
import { temporaryFolder } from './form-site.ts';

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

/** Gives each test a repository with a profile, and a desk beside it. */
export function desks() {
	const repositoryWith = repositories({ [HUB]: fileOf('clusters', { name: 'Hub', founded: 2015 }) });
	return (files: Record<string, string> = {}) => deskIn(repositoryWith(files));
}

/** A desk beside a repository. */
function deskIn({ root, git }: { root: string; git: Git }) {
	const folder = join(temporaryFolder('sent'), 'submissions');
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

import { z } from 'zod';
import { askApi, HostProblem, readAnswer, type Api } from './ask-api.ts';
import type { GitHubSettings } from './host-settings.ts';

/** A commit, as far as it matters here. */
export interface Commit {
	sha: string;
	message: string;
	/** The one that it follows; empty for the first of all. */
	parent: string;
	/** When it was made, in milliseconds since 1970. */
	madeAt: number;
}

/** A pull request or an issue. */
export interface Thread {
	number: number;
	body: string;
	labels: readonly string[];
}

/** The part of GitHub’s API that drafts and notes need. Its functions throw, with a sentence, if GitHub cannot help. */
export interface GitHubRepository {
	/** The text of a file on the published branch. */
	readFile: (path: string) => Promise<string | undefined>;
	/** The commit that a reference, such as `heads/main`, stands at. */
	findRef: (ref: string) => Promise<string | undefined>;
	/** Creates a reference, or answers false because there is one already: of several at once one succeeds. */
	createRef: (ref: string, commit: string) => Promise<boolean>;
	moveRef: (ref: string, commit: string) => Promise<void>;
	deleteRef: (ref: string) => Promise<void>;
	readCommit: (sha: string) => Promise<Commit>;
	/** Makes a commit on top of the published branch, with one file or without. No branch has it yet. */
	commit: (message: string, file?: { path: string; text: string }) => Promise<Commit>;
	/** The pull requests that were ever opened from a branch, newest first. */
	pullsFrom: (branch: string) => Promise<Thread[]>;
	/** Opens a pull request and gives its number; undefined if one is open. */
	openPull: (pull: { branch: string; title: string; body: string }) => Promise<number | undefined>;
	/** Adds a file to the published branch. Nothing happens if it has one at this path. */
	addFile: (file: { path: string; text: string; message: string }) => Promise<void>;
	addLabel: (number: number, label: string) => Promise<void>;
	/** The issues with a label, newest first, open or closed. */
	issuesWith: (label: string) => AsyncIterable<Thread>;
	openIssue: (issue: { title: string; body: string; labels: readonly string[] }) => Promise<void>;
}

const HOST = 'GitHub';
const PER_PAGE = 100;
const ADD_TRIES = 3;

const withSha = z.object({ sha: z.string() });
const refAnswer = z.object({ object: withSha });
const commitAnswer = z.object({
	sha: z.string(),
	message: z.string(),
	parents: z.array(withSha),
	committer: z.object({ date: z.string() }),
});
const threadAnswer = z.object({
	number: z.int(),
	body: z.string().nullish(),
	labels: z.array(z.object({ name: z.string() })),
});

const toCommit = ({ sha, message, parents, committer }: z.infer<typeof commitAnswer>): Commit => ({
	sha,
	message,
	parent: parents[0]?.sha ?? '',
	madeAt: Date.parse(committer.date),
});

const toThread = ({ number, body, labels }: z.infer<typeof threadAnswer>): Thread => ({
	number,
	body: body ?? '',
	labels: labels.map(({ name }) => name),
});

/** A path or name in an address, its slashes kept. */
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A repository at GitHub, asked over its REST API. */
export function gitHubRepository(settings: GitHubSettings, ask: typeof fetch, until?: AbortSignal): GitHubRepository {
	const { branch } = settings;
	const [owner = ''] = settings.repository.split('/');
	const api: Api = {
		host: HOST,
		address: `${settings.api}/repos/${settings.repository}`,
		token: settings.token,
		tokenSetting: 'GITHUB_TOKEN',
		placeSetting: 'CMS_REPO',
		headers: { Accept: 'application/vnd.github+json', 'X-GitHub-Api-Version': '2022-11-28' },
		waitInMs: settings.waitInMs,
		...(until ? { until } : {}),
		fetch: ask,
	};

	/** What GitHub answers to a question; undefined where there is nothing. */
	const find = async <S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S> | undefined> => {
		const { status, text } = await askApi(api, { path, statuses: [200, 404] });
		return status === 404 ? undefined : readAnswer(HOST, schema, text);
	};

	const get = async <S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> =>
		readAnswer(HOST, schema, (await askApi(api, { path, statuses: [200] })).text);

	const create = async <S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.infer<S>> =>
		readAnswer(HOST, schema, (await askApi(api, { method: 'POST', path, body, statuses: [200, 201] })).text);

	const findRef = async (ref: string) => (await find(`/git/ref/${encoded(ref)}`, refAnswer))?.object.sha;

	const writeTree = async (base: string, { path, text }: { path: string; text: string }): Promise<string> => {
		const content = Buffer.from(text, 'utf8').toString('base64');
		const { sha } = await create('/git/blobs', { content, encoding: 'base64' }, withSha);
		const tree = [{ path, mode: '100644', type: 'blob', sha }];
		return (await create('/git/trees', { base_tree: base, tree }, withSha)).sha;
	};

	const readFile = async (path: string): Promise<string | undefined> => {
		const { status, text } = await askApi(api, {
			path: `/contents/${encoded(path)}?ref=${encodeURIComponent(branch)}`,
			headers: { Accept: 'application/vnd.github.raw+json' },
			statuses: [200, 404],
		});
		return status === 404 ? undefined : text;
	};

	const hasFile = async (path: string): Promise<boolean> =>
		(await find(`/contents/${encoded(path)}?ref=${encodeURIComponent(branch)}`, z.object({ path: z.string() }))) !==
		undefined;

	return {
		findRef,
		readFile,
		async addFile({ path, text, message }) {
			const content = Buffer.from(text, 'utf8').toString('base64');
			for (let tries = 1; tries <= ADD_TRIES; tries++) {
				// Asked first: everything that waits is brought again and again, and GitHub counts what writes five times.
				if (await hasFile(path)) return;
				const { status } = await askApi(api, {
					method: 'PUT',
					path: `/contents/${encoded(path)}`,
					body: { message, content, branch },
					statuses: [201, 409, 422],
				});
				if (status === 201) return;
				// 409 says that the branch moved meanwhile, 422 that somebody else added the file.
			}
			throw new HostProblem(`GitHub does not let ${path} be added. See the rules of the branch.`);
		},
		async createRef(ref, commit) {
			const { status } = await askApi(api, {
				method: 'POST',
				path: '/git/refs',
				body: { ref: `refs/${ref}`, sha: commit },
				statuses: [201, 409, 422],
			});
			if (status === 201) return true;
			// GitHub answers the same to a name that it does not allow.
			if ((await findRef(ref)) !== undefined) return false;
			throw new HostProblem(`GitHub does not let refs/${ref} be created. See the rules of the repository.`);
		},
		async moveRef(ref, commit) {
			const path = `/git/refs/${encoded(ref)}`;
			await askApi(api, { method: 'PATCH', path, body: { sha: commit, force: true }, statuses: [200] });
		},
		async deleteRef(ref) {
			// 422 says that it is gone.
			await askApi(api, { method: 'DELETE', path: `/git/refs/${encoded(ref)}`, statuses: [204, 422] });
		},
		readCommit: async (sha) => toCommit(await get(`/git/commits/${encoded(sha)}`, commitAnswer)),
		async commit(message, file) {
			const { object } = await get(`/git/ref/${encoded(`heads/${branch}`)}`, refAnswer);
			const tree = file
				? await writeTree(object.sha, file)
				: (await get(`/git/commits/${encoded(object.sha)}`, z.object({ tree: withSha }))).tree.sha;
			return toCommit(await create('/git/commits', { message, tree, parents: [object.sha] }, commitAnswer));
		},
		async pullsFrom(from) {
			const query = new URLSearchParams({ head: `${owner}:${from}`, state: 'all', per_page: String(PER_PAGE) });
			const pulls = await get(
				`/pulls?${query.toString()}`,
				z.array(threadAnswer.extend({ head: z.object({ ref: z.string() }) })),
			);
			return pulls.filter(({ head }) => head.ref === from).map(toThread);
		},
		async openPull({ branch: from, title, body }) {
			const { status, text } = await askApi(api, {
				method: 'POST',
				path: '/pulls',
				body: { title, body, head: `${owner}:${from}`, base: branch },
				statuses: [201, 422],
			});
			return status === 422 ? undefined : readAnswer(HOST, threadAnswer, text).number;
		},
		async addLabel(number, label) {
			await askApi(api, {
				method: 'POST',
				path: `/issues/${number}/labels`,
				body: { labels: [label] },
				statuses: [200],
			});
		},
		async *issuesWith(label) {
			for (let page = 1; ; page++) {
				const query = new URLSearchParams({
					labels: label,
					state: 'all',
					per_page: String(PER_PAGE),
					page: String(page),
				});
				const issues = await get(`/issues?${query.toString()}`, z.array(threadAnswer));
				if (issues.length === 0) return;
				yield* issues.map(toThread);
			}
		},
		async openIssue(issue) {
			await create('/issues', issue, threadAnswer);
		},
	};
}

import * as z from 'zod';
import { askApi, findAt, getAt, gitHubHeaders, HostProblem, readAnswer, type Api } from './ask-api.ts';
import type { GitHubSettings } from './host-settings.ts';

const PER_PAGE = 100;
const ADD_TRIES = 3;

const withSha = z.object({ sha: z.string() });
const refAnswer = z.object({ object: withSha });

const commitAnswer = z
	.object({
		sha: z.string(),
		message: z.string(),
		parents: z.array(withSha),
		committer: z.object({ date: z.string() }),
	})
	.transform(({ sha, message, parents, committer }) => ({
		sha,
		message,
		/** The one that it follows; empty for the first of all. */
		parent: parents[0]?.sha ?? '',
		/** When it was made, in milliseconds since 1970. */
		madeAt: Date.parse(committer.date),
	}));

/** A commit, as far as it matters here. */
export type Commit = z.infer<typeof commitAnswer>;

const threadAnswer = z.object({
	number: z.int(),
	body: z
		.string()
		.nullish()
		.transform((body) => body ?? ''),
	labels: z.array(z.object({ name: z.string() }).transform(({ name }) => name)),
});
const pullAnswer = threadAnswer.extend({ head: z.object({ ref: z.string() }) });

/** A pull request or an issue. */
type Thread = z.infer<typeof threadAnswer>;

/** A path or name in an address, its slashes kept. */
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A text as GitHub’s API takes files. */
const inBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * A repository at GitHub, asked over its REST API: the part of it that drafts and notes need. Its functions throw, with
 * a sentence, if GitHub cannot help.
 */
export class GitHubRepository {
	readonly #api: Api;
	readonly #owner: string;
	readonly #branch: string;

	constructor(settings: GitHubSettings, ask: typeof fetch, until?: AbortSignal) {
		[this.#owner = ''] = settings.repository.split('/');
		this.#branch = settings.branch;
		this.#api = {
			host: 'GitHub',
			address: `${settings.api}/repos/${settings.repository}`,
			headers: gitHubHeaders(settings.token),
			tokenSetting: 'GITHUB_TOKEN',
			placeSetting: 'CMS_REPO',
			waitInMs: settings.waitInMs,
			...(until ? { until } : {}),
			fetch: ask,
		};
	}

	/** What GitHub makes of something that is new. */
	async #create<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.infer<S>> {
		const { text } = await askApi(this.#api, { method: 'POST', path, body, statuses: [200, 201] });
		return readAnswer(this.#api.host, schema, text);
	}

	#addressOf(path: string): string {
		return `/contents/${encoded(path)}?ref=${encodeURIComponent(this.#branch)}`;
	}

	/** The text of a file on the published branch. */
	async readFile(path: string): Promise<string | undefined> {
		const { status, text } = await askApi(this.#api, {
			path: this.#addressOf(path),
			headers: { Accept: 'application/vnd.github.raw+json' },
			statuses: [200, 404],
		});
		return status === 404 ? undefined : text;
	}

	/** Adds a file to the published branch. Nothing happens if it has one at this path. */
	async addFile({ path, text, message }: { path: string; text: string; message: string }): Promise<void> {
		for (let tries = 1; tries <= ADD_TRIES; tries++) {
			// Asked first: everything that waits is brought again and again, and GitHub counts what writes five times.
			if (await findAt(this.#api, this.#addressOf(path), z.object({ path: z.string() }))) return;
			const { status } = await askApi(this.#api, {
				method: 'PUT',
				path: `/contents/${encoded(path)}`,
				body: { message, content: inBase64(text), branch: this.#branch },
				statuses: [201, 409, 422],
			});
			if (status === 201) return;
			// 409 says that the branch moved meanwhile, 422 that somebody else added the file.
		}
		throw new HostProblem(`GitHub does not let ${path} be added. See the rules of the branch.`);
	}

	/** The commit that a reference, such as `heads/main`, stands at. */
	async findRef(ref: string): Promise<string | undefined> {
		return (await findAt(this.#api, `/git/ref/${encoded(ref)}`, refAnswer))?.object.sha;
	}

	/** Creates a reference, or answers false because there is one already: of several at once one succeeds. */
	async createRef(ref: string, commit: string): Promise<boolean> {
		const { status } = await askApi(this.#api, {
			method: 'POST',
			path: '/git/refs',
			body: { ref: `refs/${ref}`, sha: commit },
			statuses: [201, 409, 422],
		});
		if (status === 201) return true;
		// GitHub answers the same to a name that it does not allow.
		if ((await this.findRef(ref)) !== undefined) return false;
		throw new HostProblem(`GitHub does not let refs/${ref} be created. See the rules of the repository.`);
	}

	/** Has a reference stand at another commit. */
	async moveRef(ref: string, commit: string): Promise<void> {
		const path = `/git/refs/${encoded(ref)}`;
		await askApi(this.#api, { method: 'PATCH', path, body: { sha: commit, force: true }, statuses: [200] });
	}

	/** Deletes a reference, if it is there. */
	async deleteRef(ref: string): Promise<void> {
		// 422 says that it is gone.
		await askApi(this.#api, { method: 'DELETE', path: `/git/refs/${encoded(ref)}`, statuses: [204, 422] });
	}

	/** A commit by its hash. */
	readCommit(sha: string): Promise<Commit> {
		return getAt(this.#api, `/git/commits/${encoded(sha)}`, commitAnswer);
	}

	async #writeTree(base: string, { path, text }: { path: string; text: string }): Promise<string> {
		const { sha } = await this.#create('/git/blobs', { content: inBase64(text), encoding: 'base64' }, withSha);
		const tree = [{ path, mode: '100644', type: 'blob', sha }];
		return (await this.#create('/git/trees', { base_tree: base, tree }, withSha)).sha;
	}

	/** Makes a commit on top of the published branch, with one file or without. No branch has it yet. */
	async commit(message: string, file?: { path: string; text: string }): Promise<Commit> {
		const { object } = await getAt(this.#api, `/git/ref/${encoded(`heads/${this.#branch}`)}`, refAnswer);
		const tree = file
			? await this.#writeTree(object.sha, file)
			: (await getAt(this.#api, `/git/commits/${encoded(object.sha)}`, z.object({ tree: withSha }))).tree.sha;
		return this.#create('/git/commits', { message, tree, parents: [object.sha] }, commitAnswer);
	}

	/** The pull requests that were ever opened from a branch, newest first. */
	async pullsFrom(branch: string): Promise<Thread[]> {
		const head = encodeURIComponent(`${this.#owner}:${branch}`);
		const pulls = await getAt(this.#api, `/pulls?head=${head}&state=all&per_page=${PER_PAGE}`, z.array(pullAnswer));
		return pulls.filter((pull) => pull.head.ref === branch);
	}

	/** Opens a pull request and gives its number; undefined if one is open. */
	async openPull(pull: { branch: string; title: string; body: string }): Promise<number | undefined> {
		const { branch, title, body } = pull;
		const { status, text } = await askApi(this.#api, {
			method: 'POST',
			path: '/pulls',
			body: { title, body, head: `${this.#owner}:${branch}`, base: this.#branch },
			statuses: [201, 422],
		});
		return status === 422 ? undefined : readAnswer(this.#api.host, threadAnswer, text).number;
	}

	/** Adds a label to a pull request or an issue. */
	async addLabel(number: number, label: string): Promise<void> {
		const path = `/issues/${number}/labels`;
		await askApi(this.#api, { method: 'POST', path, body: { labels: [label] }, statuses: [200] });
	}

	/** The issues with a label, newest first, open or closed. */
	async *issuesWith(label: string): AsyncGenerator<Thread> {
		for (let page = 1; ; page++) {
			const query = `labels=${encodeURIComponent(label)}&state=all&per_page=${PER_PAGE}&page=${page}`;
			const issues = await getAt(this.#api, `/issues?${query}`, z.array(threadAnswer));
			if (issues.length === 0) return;
			yield* issues;
		}
	}

	/** Opens an issue. */
	async openIssue(issue: { title: string; body: string; labels: readonly string[] }): Promise<void> {
		await this.#create('/issues', issue, threadAnswer);
	}
}

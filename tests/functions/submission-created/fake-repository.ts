import { createHash } from 'node:crypto';
import { problemsOfAnswer, problemsOfRequest } from '../github-api.ts';
import { serve, type Served } from '../serve.ts';

interface Commit {
	sha: string;
	message: string;
	parents: string[];
	/** Path and text of every file. */
	files: ReadonlyMap<string, string>;
	date: string;
}

interface Thread {
	number: number;
	title: string;
	body: string;
	state: 'open' | 'closed';
	labels: string[];
	/** Of a pull request. */
	head?: string;
	base?: string;
}

/** What stands between the one who asks and the repository: answers in its place, or nothing. */
export type Trouble = (method: string, path: string) => Promise<Response | undefined> | Response | undefined;

export interface FakeRepository extends Served {
	refs: Map<string, string>;
	commits: Map<string, Commit>;
	pulls: Thread[];
	issues: Thread[];
	/** Method, address and body of all requests. */
	asked: { method: string; path: string; body: string }[];
	/** What GitHub’s published description says against requests, and against what was answered here. */
	problems: string[];
	trouble: Trouble | undefined;
	/** What whoever builds the site told of its last commit. */
	build: { state: string; statuses: object[] };
	/** Whether the answer to a request gets lost on its way, after what was asked for is done. */
	isLost: ((method: string) => boolean) | undefined;
	/** Puts a file on a branch. */
	put: (branch: string, path: string, text: string) => void;
	/** The text of a file on a branch. */
	fileOn: (branch: string, path: string) => string | undefined;
	/** The paths of all files on a branch, in the order in which they came. */
	filesOn: (branch: string) => string[];
	/** The paths that a branch has and main has not, or has otherwise. */
	changesOn: (branch: string) => string[];
	/** What the editor does who publishes or throws away a draft: the branch goes, the pull request is closed. */
	endDraft: (branch: string) => void;
	clear: () => void;
}

export const REPOSITORY = 'euclid/clusters';
export const TOKEN = 'github_pat_the-token-of-the-board';

const hash = (text: string) => createHash('sha1').update(text).digest('hex');

const json = (status: number, body: unknown) => Response.json(body, { status });
const notFound = () => json(404, { message: 'Not Found' });

/**
 * Speaks the part of GitHub’s REST API that drafts and notes need, over HTTP and with state: references, git data,
 * contents read and written, pull requests, issues, labels, and the comparison that Decap asks for.
 */
export async function startFakeRepository(): Promise<FakeRepository> {
	const refs = new Map<string, string>();
	const commits = new Map<string, Commit>();
	const blobs = new Map<string, string>();
	const trees = new Map<string, ReadonlyMap<string, string>>();
	const pulls: Thread[] = [];
	const issues: Thread[] = [];
	const asked: FakeRepository['asked'] = [];
	const problems: string[] = [];
	let count = 0;

	const keep = (text: string): string => {
		blobs.set(hash(text), text);
		return hash(text);
	};

	const addCommit = (message: string, files: ReadonlyMap<string, string>, parents: string[]): Commit => {
		count++;
		const date = new Date().toISOString();
		const commit = { sha: hash(`commit ${count}`), message, parents, files, date };
		commits.set(commit.sha, commit);
		return commit;
	};

	const headOf = (branch: string) => commits.get(refs.get(`refs/heads/${branch}`) ?? '');

	/** A branch by its name, or a commit by its hash. */
	const commitAt = (ref: string) => headOf(ref) ?? commits.get(ref);

	/** The commits that changed a file, newest first, from one on. */
	const commitsOf = (path: string, from: Commit | undefined): Commit[] => {
		if (!from) return [];
		const before = commits.get(from.parents[0] ?? '');
		const rest = commitsOf(path, before);
		return from.files.get(path) === before?.files.get(path) ? rest : [from, ...rest];
	};

	const put: FakeRepository['put'] = (branch, path, text) => {
		const head = headOf(branch);
		const files = new Map(head?.files).set(path, text);
		refs.set(`refs/heads/${branch}`, addCommit(`Put ${path}`, files, head ? [head.sha] : []).sha);
	};

	const changesBetween = (one: Commit | undefined, other: Commit | undefined) =>
		[...(other?.files ?? [])].filter(([path, text]) => one?.files.get(path) !== text).map(([path]) => path);

	const clear = () => {
		for (const kept of [refs, commits, blobs, trees]) kept.clear();
		for (const list of [pulls, issues, asked, problems]) list.length = 0;
		put('main', 'content/clusters/act-group.md', '---\nname: ACT Group\n---\n');
	};
	clear();

	const threadAnswer = ({ number, title, body, state, labels, head, base }: Thread) => ({
		number,
		title,
		body,
		state,
		labels: labels.map((name) => ({ name })),
		updated_at: '2026-11-24T10:00:00Z',
		user: { login: 'clusters-bot' },
		...(head === undefined
			? {}
			: {
					head: { ref: head, sha: headOf(head)?.sha ?? '', repo: { fork: false } },
					base: { ref: base },
				}),
	});

	const commitAnswer = ({ sha, message, parents, date }: Commit) => ({
		sha,
		message,
		parents: parents.map((parent) => ({ sha: parent })),
		committer: { name: 'clusters-bot', date },
		tree: { sha: hash(`tree of ${sha}`) },
	});

	type Fields = Record<string, string>;
	type Answer = (
		match: string[],
		body: Fields & Record<string, unknown>,
		query: URLSearchParams,
		accept: string,
	) => Response;
	const answers: [method: string, path: RegExp, answer: Answer][] = [
		[
			'GET',
			/^\/git\/ref\/(.+)$/,
			([name = '']) => {
				const sha = refs.get(`refs/${name}`);
				return sha === undefined ? notFound() : json(200, { ref: `refs/${name}`, object: { type: 'commit', sha } });
			},
		],
		[
			'POST',
			/^\/git\/refs$/,
			(_match, { ref = '', sha = '' }) => {
				if (refs.has(ref)) return json(422, { message: 'Reference already exists' });
				if (!commits.has(sha) || !/^refs\/[^/]+\/[^\s~^:?*[\\]+$/.test(ref)) {
					return json(422, { message: 'Object does not exist' });
				}
				refs.set(ref, sha);
				return json(201, { ref, object: { type: 'commit', sha } });
			},
		],
		[
			'PATCH',
			/^\/git\/refs\/(.+)$/,
			([name = ''], { sha = '' }) => {
				if (!refs.has(`refs/${name}`)) return json(422, { message: 'Reference does not exist' });
				refs.set(`refs/${name}`, sha);
				return json(200, { object: { sha } });
			},
		],
		[
			'DELETE',
			/^\/git\/refs\/(.+)$/,
			([name = '']) =>
				refs.delete(`refs/${name}`)
					? new Response(null, { status: 204 })
					: json(422, { message: 'Reference does not exist' }),
		],
		[
			'POST',
			/^\/git\/blobs$/,
			(_match, { content = '', encoding }) => {
				const text = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8').toString('utf8');
				return json(201, { sha: keep(text) });
			},
		],
		[
			'POST',
			/^\/git\/trees$/,
			(_match, body) => {
				const files = new Map(commits.get(body['base_tree'] ?? '')?.files);
				for (const { path = '', sha } of body['tree'] as unknown as Fields[]) {
					// Decap deletes a file by giving it none.
					if (sha) files.set(path, blobs.get(sha) ?? '');
					else files.delete(path);
				}
				const sha = hash(JSON.stringify([...files]));
				trees.set(sha, files);
				return json(201, { sha });
			},
		],
		[
			'POST',
			/^\/git\/commits$/,
			(_match, { message = '', tree = '', parents }) => {
				const from = parents as unknown as string[];
				const files = trees.get(tree) ?? commits.get(from[0] ?? '')?.files ?? new Map<string, string>();
				return json(201, commitAnswer(addCommit(message, files, from)));
			},
		],
		[
			'GET',
			/^\/git\/commits\/(\w+)$/,
			([sha = '']) => {
				const commit = commits.get(sha);
				return commit ? json(200, commitAnswer(commit)) : notFound();
			},
		],
		[
			'GET',
			/^\/contents\/(.+)$/,
			([path = ''], _body, query, accept) => {
				const text = commitAt(query.get('ref') ?? 'main')?.files.get(path);
				if (text === undefined) return notFound();
				if (accept.includes('raw')) return new Response(text);
				return json(200, { type: 'file', path, sha: keep(text), content: Buffer.from(text).toString('base64') });
			},
		],
		[
			'PUT',
			/^\/contents\/(.+)$/,
			([path = ''], { message = '', content = '', branch = 'main', sha }) => {
				const head = headOf(branch);
				if (!head) return json(404, { message: `Branch ${branch} not found` });
				const before = head.files.get(path);
				if (before !== undefined && sha === undefined) {
					return json(422, { message: 'Invalid request.\n\n"sha" wasn\'t supplied.' });
				}
				if (before !== undefined && sha !== hash(before)) {
					return json(409, { message: `${path} does not match ${sha ?? ''}` });
				}
				const text = Buffer.from(content, 'base64').toString('utf8');
				const commit = addCommit(message, new Map(head.files).set(path, text), [head.sha]);
				refs.set(`refs/heads/${branch}`, commit.sha);
				const status = before === undefined ? 201 : 200;
				return json(status, { content: { path, sha: keep(text) }, commit: commitAnswer(commit) });
			},
		],
		[
			'GET',
			/^\/pulls$/,
			(_match, _body, query) => {
				const head = query.get('head')?.replace('euclid:', '');
				const state = query.get('state') ?? 'open';
				if (Number(query.get('page') ?? 1) > 1) return json(200, []);
				const found = pulls.filter(
					(pull) => (head === undefined || pull.head === head) && (state === 'all' || pull.state === state),
				);
				return json(200, found.map(threadAnswer).toReversed());
			},
		],
		[
			'POST',
			/^\/pulls$/,
			(_match, { title = '', body = '', head = '', base = '' }) => {
				const branch = head.replace('euclid:', '');
				if (!headOf(branch) || pulls.some((pull) => pull.head === branch && pull.state === 'open')) {
					return json(422, { message: 'Validation Failed', errors: [{ message: 'A pull request already exists' }] });
				}
				count++;
				const pull: Thread = { number: count, title, body, state: 'open', labels: [], head: branch, base };
				pulls.push(pull);
				return json(201, threadAnswer(pull));
			},
		],
		[
			'POST',
			/^\/issues\/(\d+)\/labels$/,
			([number], { labels }) => {
				const thread = [...pulls, ...issues].find((one) => one.number === Number(number));
				if (!thread) return notFound();
				thread.labels = [...new Set([...thread.labels, ...(labels as unknown as string[])])];
				return json(200, []);
			},
		],
		[
			'PUT',
			/^\/issues\/(\d+)\/labels$/,
			([number], { labels }) => {
				const thread = pulls.find((one) => one.number === Number(number));
				if (!thread) return notFound();
				thread.labels = labels as unknown as string[];
				return json(200, []);
			},
		],
		[
			'PATCH',
			/^\/pulls\/(\d+)$/,
			([number], { state }) => {
				const pull = pulls.find((one) => one.number === Number(number));
				if (!pull) return notFound();
				pull.state = state === 'closed' ? 'closed' : 'open';
				return json(200, threadAnswer(pull));
			},
		],
		[
			'PUT',
			/^\/pulls\/(\d+)\/merge$/,
			([number], { sha, commit_message: message = '' }) => {
				const pull = pulls.find((one) => one.number === Number(number));
				const [head, base] = [headOf(pull?.head ?? ''), headOf('main')];
				if (!pull || !head || !base) return notFound();
				if (sha !== head.sha) return json(409, { message: 'Head branch was modified.' });
				const files = new Map([
					...base.files,
					...changesBetween(base, head).map((path) => [path, head.files.get(path) ?? ''] as const),
				]);
				const merged = addCommit(message, files, [base.sha]);
				refs.set('refs/heads/main', merged.sha);
				pull.state = 'closed';
				return json(200, { sha: merged.sha, merged: true });
			},
		],
		[
			'GET',
			/^\/issues$/,
			(_match, _body, query) => {
				const found = issues.filter(({ labels }) => labels.includes(query.get('labels') ?? '')).toReversed();
				const from = (Number(query.get('page')) - 1) * Number(query.get('per_page'));
				return json(200, found.slice(from, from + Number(query.get('per_page'))).map(threadAnswer));
			},
		],
		[
			'POST',
			/^\/issues$/,
			(_match, { title = '', body = '', labels }) => {
				count++;
				const issue: Thread = { number: count, title, body, state: 'open', labels: labels as unknown as string[] };
				issues.push(issue);
				return json(201, threadAnswer(issue));
			},
		],
		// What Decap asks besides.
		['GET', /^$/, () => json(200, { full_name: REPOSITORY, owner: { login: 'euclid' }, permissions: { push: true } })],
		[
			'GET',
			/^\/branches\/(.+)$/,
			([branch = '']) => {
				const head = headOf(branch);
				return head ? json(200, { name: branch, commit: { sha: head.sha } }) : notFound();
			},
		],
		[
			'GET',
			/^\/git\/trees\/([^:]+):(.+)$/,
			([branch = '', folder = '']) =>
				json(200, {
					tree: [...(headOf(branch)?.files ?? [])]
						.filter(([path]) => path.startsWith(`${folder}/`))
						.map(([path, text]) => ({ type: 'blob', path: path.slice(folder.length + 1), sha: keep(text), size: 1 })),
				}),
		],
		[
			'GET',
			/^\/commits$/,
			(_match, _body, query) =>
				json(
					200,
					commitsOf(query.get('path') ?? '', commitAt(query.get('sha') ?? 'main'))
						.slice(0, Number(query.get('per_page') ?? 30))
						.map((commit) => {
							const { sha, message, committer } = commitAnswer(commit);
							return { sha, commit: { message, author: committer, committer } };
						}),
				),
		],
		['GET', /^\/commits\/(\w+)\/status$/, ([sha = '']) => json(200, { sha, ...fake.build })],
		[
			'GET',
			/^\/compare\/(.+?)\.\.\.(\w+)$/,
			([base = '', head = '']) =>
				json(200, {
					files: changesBetween(headOf(base), commits.get(head)).map((filename) => ({
						filename,
						status: headOf(base)?.files.has(filename) ? 'modified' : 'added',
						sha: keep(commits.get(head)?.files.get(filename) ?? ''),
						patch: '@@',
					})),
				}),
		],
		[
			'GET',
			/^\/git\/blobs\/(\w+)$/,
			([sha = '']) => json(200, { content: Buffer.from(blobs.get(sha) ?? '').toString('base64'), encoding: 'base64' }),
		],
	];

	const fake: Omit<FakeRepository, keyof Served> = {
		refs,
		commits,
		pulls,
		issues,
		asked,
		problems,
		trouble: undefined,
		build: { state: 'success', statuses: [] },
		isLost: undefined,
		put,
		fileOn: (branch, path) => headOf(branch)?.files.get(path),
		filesOn: (branch) => [...(headOf(branch)?.files.keys() ?? [])],
		changesOn: (branch) => changesBetween(headOf('main'), headOf(branch)),
		endDraft(branch) {
			refs.delete(`refs/heads/${branch}`);
			for (const pull of pulls) if (pull.head === branch) pull.state = 'closed';
		},
		clear,
	};
	const served = await serve(async (request) => {
		const { pathname, search, searchParams } = new URL(request.url);
		const { method } = request;
		const text = await request.text();
		asked.push({ method, path: decodeURIComponent(pathname + search), body: text });
		problems.push(...problemsOfRequest(method, pathname + search, text));
		const trouble = await fake.trouble?.(method, decodeURIComponent(pathname));
		if (trouble) return trouble;
		const authorization = request.headers.get('Authorization') ?? '';
		if (!/^(?:Bearer|token) /.test(authorization) || !authorization.endsWith(` ${TOKEN}`)) {
			return json(401, { message: 'Bad credentials' });
		}
		if (pathname === '/search/issues') return json(200, { total_count: 0, items: [] });
		if (/^\/users?(?:\/|$)/.test(pathname)) return json(200, { login: 'clusters-bot', name: 'A bot', id: 1 });
		const path = decodeURIComponent(pathname).replace(`/repos/${REPOSITORY}`, '');
		const body = (text === '' ? {} : JSON.parse(text)) as Fields;
		for (const [verb, pattern, answer] of answers) {
			const match = verb === method ? pattern.exec(path) : null;
			if (!match) continue;
			const given = answer(match.slice(1), body, searchParams, request.headers.get('Accept') ?? '');
			problems.push(...problemsOfAnswer(method, pathname, given.status));
			return fake.isLost?.(method) ? new Response('', { status: 502 }) : given;
		}
		return notFound();
	});
	return Object.assign(fake, served);
}

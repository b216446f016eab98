import { createRequire } from 'node:module';
import type { EditingMode } from '../../editor/local-back-end.ts';
import { pathsOf, type Answer, type CmsRequest } from './cms-request.ts';

interface Recorder {
	status: (status: number) => Recorder;
	json: (body: unknown) => void;
}

type Middleware = (request: { body: CmsRequest }, response: Recorder, next: () => void) => unknown;

type Register = (
	app: { use: () => void; post: (address: string, middleware: Middleware) => void },
	options: { logLevel: string },
) => Promise<void>;

/** What is left to decap-server. */
interface DecapServer {
	/** What is wrong with the form of a request; undefined if nothing is. */
	check: (body: CmsRequest) => Promise<Answer | undefined>;
	/** Does what a request asks, which was checked and changes no file. */
	read: (body: CmsRequest) => Promise<Answer>;
}

/**
 * decap-server's checks and actions for the folder that holds content/. They are collected instead of mounted:
 * its own CORS headers, request log and body parser are left behind.
 */
export async function loadDecapServer(root: string, mode: EditingMode): Promise<DecapServer> {
	const load = createRequire(import.meta.url);
	// Cast, for it has no types. It has no exports either, and takes some 0.3 s to load.
	const parts = load('decap-server/dist/middlewares.js') as Record<'registerLocalFs' | 'registerLocalGit', Register>;
	const middlewares: Middleware[] = [];
	const app = { use: () => undefined, post: (_: string, middleware: Middleware) => void middlewares.push(middleware) };
	const before = process.env['GIT_REPO_DIRECTORY'];
	// It takes the folder from the environment alone, before it first waits.
	process.env['GIT_REPO_DIRECTORY'] = root;
	const registered = parts[mode === 'git' ? 'registerLocalGit' : 'registerLocalFs'](app, { logLevel: 'error' });
	if (before === undefined) delete process.env['GIT_REPO_DIRECTORY'];
	else process.env['GIT_REPO_DIRECTORY'] = before;
	await registered;

	/** Runs some of its steps. An answer, or undefined if each hands on to the next. */
	const run = async (steps: readonly Middleware[], body: CmsRequest): Promise<Answer | undefined> => {
		// With an error it prints the whole request, and nobody wants to read a picture.
		const shortened = { action: body.action, paths: pathsOf(body) };
		Object.defineProperty(body, 'toJSON', { value: () => shortened, configurable: true });
		const answer: Answer = { status: 200, body: null };
		const recorder: Recorder = {
			status: (status) => {
				answer.status = status;
				return recorder;
			},
			json: (json) => {
				answer.body = json;
			},
		};
		for (const step of steps) {
			const turn = { goesOn: false };
			await step({ body }, recorder, () => {
				turn.goesOn = true;
			});
			if (!turn.goesOn) return answer;
		}
		return undefined;
	};

	// The last step acts, those before it check.
	const act = middlewares.slice(-1);
	return {
		check: (body) => run(middlewares.slice(0, -1), body),
		read: async (body) => (await run(act, body)) ?? { status: 500, body: null },
	};
}

import { existsSync, realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import type { EditingMode } from '../../editor/local-back-end.ts';
import { LOCAL_BACK_END, type LocalBackEnd } from '../../editor/local-back-end.ts';
import { askerOf, ownHosts } from '../own-pages.ts';
import { stop } from '../port.ts';
import { readBody } from '../read-body.ts';
import { pathsOf, problemWithPath } from './content-paths.ts';
import { loadDecapServer, type Answer, type CmsRequest } from './decap-server.ts';
import { ContentIsBusy, whileLocked } from './editing-lock.ts';
import { backTo, filesChangedBy, hasBranch, linkOnBranch, lockFileOf, readTree } from './git-tree.ts';
import { finishMove, movesIn, refusalOf, toNewPaths } from './moved-entry.ts';

/** Answers requests to the back end, and hands on all others. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const MAX_BODY_MEGABYTES = 20;

/** A request that is not served, with a sentence for the editor. */
class Refusal extends Error {
	readonly status: number;
	constructor(status: number, sentence: string) {
		super(sentence);
		this.status = status;
	}
}

/** The mode that `CMS_MODE` names: fs, or git. Stops with a sentence if it names another. */
export function givenMode(): EditingMode {
	const mode = process.env['CMS_MODE'] ?? 'fs';
	if (mode !== 'fs' && mode !== 'git') {
		stop(
			`CMS_MODE is “${mode}”. Use fs (a save changes the file) or git (drafts are branches until they are published).`,
		);
	}
	return mode;
}

/** Why content of this folder cannot be edited in the browser, or undefined if it can. */
export function whyEditingIsOff(folder: string): string | undefined {
	if (!existsSync(folder)) return `Editing is off: there is no folder ${folder}.`;
	return basename(realpathSync(folder)) === 'content'
		? undefined
		: `Editing is off: the CMS writes to paths such as content/clusters/x.md, and ${folder} is not named content.`;
}

/** What the commands print about editing at this address. */
export async function editingNote(address: string, folder: string, mode: EditingMode): Promise<string> {
	const off = whyEditingIsOff(folder);
	if (off !== undefined) return off;
	const where = dirname(folder) === process.cwd() ? 'content/ in this folder' : folder;
	if (mode === 'fs') return `Edit: ${address}admin/ writes to ${where}`;
	const { problem } = await readTree(dirname(realpathSync(folder)));
	return `Edit: ${address}admin/ keeps drafts of ${where} on git branches${problem ? `\n  Not yet: ${problem}` : ''}`;
}

/** Refuses what does not come from a page of this server on this machine. */
function refuseStrangers(request: IncomingMessage): void {
	const asker = askerOf(request);
	if (asker === 'other-machine') {
		const [host = ''] = ownHosts(request.socket.localPort ?? 0);
		throw new Refusal(403, `Content can be edited only on the machine itself, at http://${host}/admin/.`);
	}
	if (asker === 'other-site') {
		throw new Refusal(403, 'A page of another site asked to edit the content, which only /admin/ of this one may.');
	}
}

async function readText(request: IncomingMessage): Promise<string> {
	const body = await readBody(request, MAX_BODY_MEGABYTES * 1_000_000);
	if (body === undefined) {
		throw new Refusal(
			413,
			`This is more than ${MAX_BODY_MEGABYTES} MB with its pictures. Make the picture smaller and try again; nothing was saved.`,
		);
	}
	return body.toString('utf8');
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function parseRequest(text: string): CmsRequest {
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		throw new Refusal(400, 'The request is not JSON. Reload the page and try again; nothing was saved.');
	}
	if (!isRecord(body) || typeof body['action'] !== 'string') {
		throw new Refusal(400, 'The request names no action. Reload the page and try again; nothing was saved.');
	}
	const { action, params = {} } = body;
	if (!isRecord(params)) throw new Refusal(400, `The request to ${action} has no parameters; nothing was saved.`);
	return { action, params };
}

/** Names become names of branches and arguments of git. */
const NAME = /^(?!.*\.\.)[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u;
const FIELDS_WITH_A_NAME = ['branch', 'collection', 'slug', 'id', 'newStatus', 'cmsLabelPrefix'];

function refuseBadNames(params: Record<string, unknown>): void {
	const options = isRecord(params['options']) ? params['options'] : {};
	const dataFiles = Array.isArray(params['dataFiles']) ? params['dataFiles'].filter(isRecord) : [];
	const names = [
		...FIELDS_WITH_A_NAME.map((field) => params[field]),
		options['collectionName'],
		options['status'],
		...dataFiles.map(({ slug }) => slug),
	];
	const wrong = names.find(
		(name) => name !== undefined && (typeof name !== 'string' || (name !== '' && !NAME.test(name))),
	);
	if (wrong !== undefined) {
		throw new Refusal(422, `“${shown(wrong)}” is not a name. Use letters, digits, hyphens and dots.`);
	}
}

function refuseBadPaths(root: string, { params }: CmsRequest): void {
	for (const path of pathsOf(params)) {
		const problem = problemWithPath(root, path);
		if (problem !== undefined) throw new Refusal(422, problem);
	}
}

/** The branch of the draft that a request reads or saves. */
function draftIn({ collection, slug, id, options, dataFiles }: CmsRequest['params']): string {
	if (id !== undefined) return `cms/${shown(id)}`;
	const { collectionName = collection } = isRecord(options) ? options : {};
	const file: unknown = Array.isArray(dataFiles) ? dataFiles[0] : undefined;
	const { slug: ownSlug = slug } = isRecord(file) ? file : {};
	return `cms/${shown(collectionName)}/${shown(ownSlug)}`;
}

/**
 * What decap-server says of a draft, with its own files alone: it counts among them what others published since, and
 * fails on a branch that changes nothing, and with it the whole board.
 */
async function ownFilesOnly(
	root: string,
	{ params }: CmsRequest,
	published: string,
	ask: () => Promise<Answer>,
): Promise<Answer> {
	const draft = draftIn(params);
	const own = await filesChangedBy(root, draft, published);
	if (own.size === 0 && (await hasBranch(root, draft))) return { status: 404, body: null };
	const { status, body } = await ask();
	if (!isRecord(body) || !Array.isArray(body['diffs'])) return { status, body };
	const diffs = body['diffs']
		.filter(isRecord)
		.filter(({ path, oldPath }) => own.has(String(path)) || own.has(String(oldPath)));
	return { status, body: { ...body, diffs } };
}

async function refuseUnreadyTree(root: string, { params }: CmsRequest): Promise<string> {
	const { branch, problem } = await readTree(root);
	if (problem !== undefined) throw new Refusal(409, problem);
	if (params['branch'] !== undefined && params['branch'] !== branch) {
		throw new Refusal(
			409,
			`The working tree is on “${branch}”, and the editor asks for “${shown(params['branch'])}”. Reload the page, or run git switch ${shown(params['branch'])}.`,
		);
	}
	const link = await linkOnBranch(root, draftIn(params));
	if (link !== undefined) {
		throw new Refusal(
			422,
			`“${link}” of this draft is a link and no file. Remove it from the branch before it is opened.`,
		);
	}
	return branch;
}

/** decap-server's answer with a sentence in place of its “Unknown error”. */
function inWords({ action }: CmsRequest, { status, body }: Answer): Answer {
	const said = isRecord(body) ? body['error'] : undefined;
	if (status === 404) return { status, body: { error: 'This entry has no draft.' } };
	if (status >= 500) {
		return {
			status,
			body: {
				error: `This could not be done (${action}). The terminal that serves this page says why; what is in the form is not lost.`,
			},
		};
	}
	return status >= 400
		? { status, body: { error: `The request to ${action} cannot be used: ${String(said)}. Nothing was saved.` } }
		: { status, body };
}

/** Does what a request of the CMS asks. */
export type Act = (request: CmsRequest) => Promise<Answer>;

/** The one way to change content on this machine, for the editor and for what members send. */
export interface ContentEdits {
	/** Has the content to itself until the task is done. */
	alone: <T>(task: (act: Act) => Promise<T>) => Promise<T>;
}

/** Changes content in `folder`, which must be named content, one request after the other. */
export function contentEdits({ folder, mode }: { folder: string; mode: EditingMode }): ContentEdits {
	const root = whyEditingIsOff(folder) === undefined ? dirname(realpathSync(folder)) : '';
	let server: ReturnType<typeof loadDecapServer> | undefined;
	let lock: Promise<string | undefined> | undefined;
	let last: Promise<unknown> = Promise.resolve();

	const act: Act = async (request) => {
		refuseBadNames(request.params);
		refuseBadPaths(root, request);
		const branch = mode === 'git' ? await refuseUnreadyTree(root, request) : undefined;
		const moves = movesIn(request);
		const refusal = await refusalOf(root, request, moves, branch);
		if (refusal !== undefined) throw new Refusal(409, refusal);
		const run = await (server ??= loadDecapServer(root, mode));
		const ask = () => run(toNewPaths(request));
		const answer =
			branch !== undefined && request.action === 'unpublishedEntry'
				? await ownFilesOnly(root, request, branch, ask)
				: await ask();
		if (answer.status === 200) await finishMove(root, request, moves, branch);
		if (branch !== undefined && answer.status >= 500) await backTo(root, branch);
		return inWords(request, answer);
	};

	const locked = async <T>(task: () => Promise<T>): Promise<T> => {
		const file = mode === 'git' ? await (lock ??= lockFileOf(root)) : undefined;
		return file === undefined ? task() : whileLocked(file, task);
	};

	// One after the other: two saves must not mix, and one draft must not be checked out below another.
	const alone = <T>(task: (act: Act) => Promise<T>): Promise<T> => {
		const turn = last.then(() => locked(() => task(act)));
		last = turn.catch(() => undefined);
		return turn;
	};

	return { alone };
}

/**
 * Decap's proxy back end at the origin of the site itself, for `npm start` and `npm run dev`. It edits `folder`,
 * which must be named content, and answers only pages of this very server.
 */
export function localEditing({
	folder,
	mode,
	edits = contentEdits({ folder, mode }),
}: {
	folder: string;
	mode: EditingMode;
	edits?: ContentEdits;
}): Handler {
	const off = whyEditingIsOff(folder);
	const root = off === undefined ? dirname(realpathSync(folder)) : '';

	const answerTo = async (request: IncomingMessage): Promise<Answer> => {
		refuseStrangers(request);
		if (off !== undefined) throw new Refusal(404, off);
		if (request.method === 'GET') {
			if (mode === 'fs') return { status: 200, body: { local: true, mode } satisfies LocalBackEnd };
			return { status: 200, body: { local: true, mode, ...(await readTree(root)) } satisfies LocalBackEnd };
		}
		if (request.method !== 'POST') throw new Refusal(405, 'The back end of the editor answers GET and POST alone.');
		if (!/^application\/json(?:\s*;|$)/i.test(request.headers['content-type'] ?? '')) {
			throw new Refusal(415, 'The back end of the editor takes JSON alone.');
		}
		const asked = parseRequest(await readText(request));
		return edits.alone((act) => act(asked));
	};

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { status, body } = await answerTo(request).catch((error: unknown): Answer => {
			if (error instanceof Refusal) return { status: error.status, body: { error: error.message } };
			if (error instanceof ContentIsBusy) return { status: 409, body: { error: error.message } };
			console.error(error instanceof Error ? error.message : error);
			return inWords({ action: 'edit', params: {} }, { status: 500, body: null });
		});
		response.writeHead(status, {
			'Content-Type': 'application/json; charset=utf-8',
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
			...(status === 405 && { Allow: 'GET, POST' }),
		});
		response.end(JSON.stringify(body));
	};

	return (request, response, next) => {
		if (request.url?.split('?', 1)[0] === LOCAL_BACK_END) void answer(request, response);
		else next();
	};
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOCAL_BACK_END, type EditingMode, type LocalBackEnd } from '../../editor/local-back-end.ts';
import { isDiskFull } from '../../files/disk-full.ts';
import { isGroup } from '../../files/values.ts';
import { readBody } from '../read-body.ts';
import { refuse, RefusedRequest } from '../../hosts/refused-request.ts';
import type { Answer, CmsRequest } from './cms-request.ts';
import { contentEdits, failed, type ContentEdits } from './content-edits.ts';
import { ContentIsBusy } from './editing-lock.ts';
import { rootOf, whyEditingIsOff } from './editing-mode.ts';
import { readTree } from './git-tree.ts';
import { refuseStrangers } from './who-may-edit.ts';

/** Answers requests to the back end, and hands on all others. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const MAX_BODY_MEGABYTES = 20;

const DISK_FULL =
	'The disk is full, so nothing was saved; what was there before is as it was, and what you wrote is still in the form. Make room, then save again.';

async function readText(request: IncomingMessage): Promise<string> {
	const body = await readBody(request, MAX_BODY_MEGABYTES * 1_000_000);
	if (body === undefined) {
		refuse(
			413,
			`This is more than ${MAX_BODY_MEGABYTES} MB with its pictures. Make the picture smaller and try again; nothing was saved.`,
		);
	}
	return body.toString('utf8');
}

/** More than any entry has groups within groups. */
const MAX_DEPTH = 50;

/** Refuses what would overflow whoever walks through it. */
function refuseDepth(body: unknown): void {
	let level: unknown[] = [body];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) refuse(400, 'The request is nested too deeply to be one of the editor; nothing was saved.');
		level = level.flatMap((value) =>
			typeof value === 'object' && value !== null ? Object.values<unknown>({ ...value }) : [],
		);
	}
}

function parseRequest(text: string): CmsRequest {
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		refuse(400, 'The request is not JSON. Reload the page and try again; nothing was saved.');
	}
	if (!isGroup(body) || typeof body['action'] !== 'string') {
		refuse(400, 'The request names no action. Reload the page and try again; nothing was saved.');
	}
	refuseDepth(body);
	const { action, params = {} } = body;
	if (!isGroup(params)) refuse(400, `The request to ${action} has no parameters; nothing was saved.`);
	return { action, params };
}

/**
 * Decap's proxy back end at the origin of the site itself, for `npm start` and `npm run dev`. It edits `folder`,
 * which must be named content, and answers only pages of this very server.
 */
export function localEditing({
	folder,
	mode,
	edits = contentEdits({ folder, mode }),
	readNotes = () => Promise.resolve([]),
	lastFailure = () => undefined,
}: {
	folder: string;
	mode: EditingMode;
	edits?: ContentEdits;
	/** What was sent and could not become a draft. */
	readNotes?: () => Promise<NonNullable<LocalBackEnd['notes']>>;
	/** Why the last build failed, if it did. */
	lastFailure?: () => LocalBackEnd['failure'];
}): Handler {
	const off = whyEditingIsOff(folder);

	const answerTo = async (request: IncomingMessage): Promise<Answer> => {
		refuseStrangers(request);
		if (off !== undefined) refuse(404, off);
		if (request.method === 'GET') {
			const tree = mode === 'git' ? await readTree(rootOf(folder)) : {};
			const notes = await readNotes();
			const failure = lastFailure();
			const news = { ...(notes.length > 0 ? { notes } : {}), ...(failure ? { failure } : {}) };
			return { status: 200, body: { local: true, mode, ...tree, ...news } satisfies LocalBackEnd };
		}
		if (request.method !== 'POST') refuse(405, 'The back end of the editor answers GET and POST alone.');
		if (!/^application\/json(?:\s*;|$)/i.test(request.headers['content-type'] ?? '')) {
			refuse(415, 'The back end of the editor takes JSON alone.');
		}
		const asked = parseRequest(await readText(request));
		return edits.alone((act) => act(asked));
	};

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { status, body } = await answerTo(request).catch((error: unknown): Answer => {
			if (error instanceof RefusedRequest) return { status: error.status, body: { error: error.message } };
			if (isDiskFull(error)) return { status: 507, body: { error: DISK_FULL } };
			if (error instanceof ContentIsBusy) return { status: 409, body: { error: error.message } };
			console.error(error instanceof Error ? error.message : error);
			return failed('edit');
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

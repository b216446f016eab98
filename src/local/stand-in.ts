import { existsSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join, relative } from 'node:path';
import type { EditingMode, LocalBackEnd } from '../editor/local-back-end.ts';
import { parseUrl } from '../schemas/parse-url.ts';
import { lineOf, type Desk } from '../submissions/bring-waiting.ts';
import type { Submission } from '../submissions/read-submission.ts';
import { contentEdits } from './editing/content-edits.ts';
import { editingNote, whyEditingIsOff } from './editing/editing-mode.ts';
import { localEditing, type Handler } from './editing/local-editing.ts';
import { localDesk } from './forms/desks.ts';
import { formsInPage, type FindForm } from './forms/page-forms.ts';
import { receiveForms, type FormReceiver } from './forms/receive-forms.ts';
import { readNotes, submissionsFolder } from './forms/submission-files.ts';

/** What stands on this machine in place of the host: the content that is edited, and the pages with forms. */
export interface StandIn extends Pick<FormReceiver, 'findForms' | 'isPage'> {
	folder: string;
	mode: EditingMode;
	/** Where submissions are kept. */
	submissions: string;
	/** Why the last build of the site failed, if it did. */
	lastFailure?: () => LocalBackEnd['failure'];
}

/** Whether the host would find a file for a path in a built site. */
export const isPageIn =
	(folder: string) =>
	(path: string): boolean => {
		const file = join(folder, path);
		if (relative(folder, file).startsWith('..')) return false;
		return existsSync(join(file, 'index.html')) || statSync(file, { throwIfNoEntry: false })?.isFile() === true;
	};

/** The forms of the page that a form was sent from, asked of the server itself: nothing is built while developing. */
export async function formsOfAskingPage({ headers, socket }: IncomingMessage): Promise<FindForm> {
	const { referer = '' } = headers;
	const page = parseUrl(referer);
	if (!page) return () => undefined;
	const { pathname, search } = page;
	const answer = await fetch(`http://127.0.0.1:${socket.localPort ?? ''}${pathname}${search}`);
	return formsInPage(await answer.text());
}

const COMMAND = 'npm run submissions';

/** Tells in a line what became of a submission. Nothing that was sent is in it. */
async function tell(submission: Submission, desk: Desk | undefined): Promise<void> {
	const outcome = await desk?.bring(submission).catch((error: unknown) => {
		const sentence = error instanceof Error ? error.message : String(error);
		return `waits for ${COMMAND}: ${sentence}`;
	});
	console.log(`  Received: ${lineOf(submission, outcome ?? 'kept')}`);
}

/** Edits content and receives forms on this machine, and hands on all other requests. */
export function standIn({ folder, mode, submissions, findForms, isPage, lastFailure }: StandIn): Handler {
	const edits = contentEdits({ folder, mode });
	const hasBoard = mode === 'git' && whyEditingIsOff(folder) === undefined;
	const desk = hasBoard ? localDesk(submissions, folder, edits) : undefined;
	const edit = localEditing({
		folder,
		mode,
		edits,
		readNotes: () => readNotes(submissions),
		...(lastFailure ? { lastFailure } : {}),
	});
	const receive = receiveForms({
		folder: submissions,
		findForms,
		isPage,
		onReceived: (submission) => void tell(submission, desk),
	});
	return (request, response, next) => {
		edit(request, response, () => {
			receive(request, response, next);
		});
	};
}

/** What the commands print about editing and forms at this address. */
export async function standInNotes(address: string, folder: string, mode: EditingMode): Promise<string[]> {
	const where =
		submissionsFolder === join(process.cwd(), '.submissions') ? '.submissions/ in this folder' : submissionsFolder;
	const command = mode === 'git' ? COMMAND : `CMS_MODE=git ${COMMAND}`;
	return [
		await editingNote(address, folder, mode),
		`Forms: what is sent here is kept in ${where}; a stand-in for the host, without its filter against spam.`,
		mode === 'git' && whyEditingIsOff(folder) === undefined
			? `Each gets a receipt, and proposals and corrections come to the board; ${command} brings what could not.`
			: `${command} makes receipts, and drafts of proposals and corrections.`,
	];
}

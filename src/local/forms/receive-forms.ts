import type { IncomingMessage, ServerResponse } from 'node:http';
import { STAND_IN_ADDRESS } from '../../forms/form-receivers.ts';
import { thanksAddress } from '../../model/navigation.ts';
import { isFilledByProgram } from '../../schemas/honeypot.ts';
import { FORM_NAME_FIELD } from '../../schemas/sender.ts';
import type { Submission } from '../../submissions/read-submission.ts';
import type { Handler } from '../editing/local-editing.ts';
import { errorCode } from '../../files/error-code.ts';
import { removeUnfinished } from '../../files/write-whole.ts';
import { refuseOthers } from '../own-pages.ts';
import { readBody } from '../read-body.ts';
import { refuse, RefusedRequest } from '../../hosts/refused-request.ts';
import type { FindForm } from './page-forms.ts';
import { byName, isForm, readFields } from './posted-fields.ts';
import { storeSubmission } from './submission-files.ts';

const MAX_MEGABYTES = 8;

/** What the receiver works with. */
export interface FormReceiver {
	/** The folder in which submissions are kept. */
	folder: string;
	/** The forms that may be sent, the page that asks being known. */
	findForms: (request: IncomingMessage) => Promise<FindForm>;
	/** Whether a page lies at a path, so that it can answer as at Netlify. */
	isPage: (path: string) => boolean;
	/** Is told of each submission once it is kept; nobody waits for it. */
	onReceived: (submission: Submission) => void;
}

/** A page that says why a form was not accepted, and what to do. Its sentence holds nothing that was sent. */
const refusalPage = (sentence: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Not sent</title>
<h1>This was not sent</h1>
<p>${sentence}</p>
<p>Go back with your browser; what you wrote is still in the form.</p>
</html>
`;

/** The path that is asked for, as the server of the pages takes it: `/x` for `/../x`. */
const pathOf = ({ url = '/' }: IncomingMessage): string => URL.parse(`http://localhost${url}`)?.pathname ?? '';

/**
 * Receives forms as the host of the real site does, without its filter against spam: a form and its fields must be in
 * a page. The page that thanks answers, also for forms that were built for Netlify; a script is answered in JSON. Each
 * accepted submission is a file before there is an answer.
 */
export function receiveForms({ folder, findForms, isPage, onReceived }: FormReceiver): Handler {
	removeUnfinished(folder);

	/** Keeps what a form sent, and gives the name of the form. */
	const receive = async (request: IncomingMessage): Promise<string> => {
		refuseOthers(request, {
			otherMachine: (address) => `Forms are received only on the machine itself, at ${address}/.`,
			otherSite: 'A page of another site sent it, and only pages of this one may.',
		});
		const body = await readBody(request, MAX_MEGABYTES * 1_000_000);
		if (body === undefined) refuse(413, `It is larger than ${MAX_MEGABYTES} MB. Shorten it and send it again.`);
		const { fields, problem } = await readFields(body, request.headers['content-type'] ?? '');
		if (problem !== undefined) refuse(400, problem);
		const name = fields.find(([field]) => field === FORM_NAME_FIELD)?.[1];
		const form = name === undefined ? undefined : (await findForms(request))(name);
		if (!form) refuse(404, 'No page of this site has such a form. Open the page anew, and send it from there.');
		if (pathOf(request) !== STAND_IN_ADDRESS && !isPage(pathOf(request))) {
			refuse(404, 'There is no page at the address that this form was sent to.');
		}
		if (fields.some(([field]) => !form.fields.has(field))) {
			refuse(422, 'It has a field that the form does not have. Open the page anew, and send it from there.');
		}
		// Programs shall not learn that they were found out.
		if (isFilledByProgram(fields, form.honeypot)) return form.name;
		const sent = fields.filter(([field]) => field !== FORM_NAME_FIELD && field !== form.honeypot);
		onReceived(await storeSubmission(folder, { form: form.name, data: byName(sent) }));
		return form.name;
	};

	/** Why a form was not accepted. */
	const refusalOf = (error: unknown): RefusedRequest => {
		if (error instanceof RefusedRequest) return error;
		// The code alone: what was sent stays out of every log.
		const code = errorCode(error) ?? 'no reason given';
		if (code !== 'ECONNRESET') console.error(`A form could not be kept in ${folder}: ${code}`);
		return new RefusedRequest(500, 'It could not be kept here. Wait a moment and send it again.');
	};

	const answer = async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
		const form = await receive(request).catch(refusalOf);
		if (typeof form === 'string' && pathOf(request) !== STAND_IN_ADDRESS) {
			// Netlify answers with the page at the address that the form was sent to, and with a number of the request.
			response.setHeader('X-Nf-Request-Id', 'stand-in');
			request.method = 'GET';
			next();
			return;
		}
		const headers = {
			'Content-Security-Policy': "default-src 'none'",
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
		};
		if (typeof form !== 'string') {
			response.writeHead(form.status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
			response.end(refusalPage(form.message));
		} else if (request.headers.accept?.includes('application/json')) {
			response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
			response.end('{"received":true}');
		} else response.writeHead(303, { ...headers, Location: thanksAddress(form) }).end();
	};

	return (request, response, next) => {
		if (request.method === 'POST' && isForm(request.headers['content-type'] ?? '')) {
			void answer(request, response, next);
		} else next();
	};
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { STAND_IN_ADDRESS } from '../../forms/form-receivers.ts';
import { thanksAddress } from '../../model/navigation.ts';
import { isFilledByProgram } from '../../schemas/honeypot.ts';
import { FORM_NAME_FIELD } from '../../schemas/sender.ts';
import type { Submission } from '../../submissions/read-submission.ts';
import type { Handler } from '../editing/local-editing.ts';
import { askerOf, ownHosts } from '../own-pages.ts';
import { readBody } from '../read-body.ts';
import { refusalPage } from '../refusal-page.ts';
import type { FindForm } from './page-forms.ts';
import { byName, isForm, readFields } from './posted-fields.ts';
import { removeUnfinished, storeSubmission } from './submission-files.ts';

const MAX_MEGABYTES = 8;

/** Why a form was not accepted. */
interface Refused {
	status: number;
	sentence: string;
}

/** A form that is kept, by its name. */
interface Received {
	form: string;
}

const refused = (status: number, sentence: string): Refused => ({ status, sentence });

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

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

/**
 * Receives forms as the host of the real site does, without its filter against spam: a form and its fields must be in
 * a page. The page that thanks answers, also for forms that were built for Netlify; a script is answered in JSON. Each
 * accepted submission is a file before there is an answer.
 */
export function receiveForms({ folder, findForms, isPage, onReceived }: FormReceiver): Handler {
	removeUnfinished(folder);

	const receive = async (request: IncomingMessage, contentType: string): Promise<Refused | Received> => {
		const asker = askerOf(request);
		if (asker === 'other-machine') {
			const [host = ''] = ownHosts(request.socket.localPort ?? 0);
			return refused(403, `Forms are received only on the machine itself, at http://${host}/.`);
		}
		if (asker === 'other-site') return refused(403, 'A page of another site sent it, and only pages of this one may.');
		const body = await readBody(request, MAX_MEGABYTES * 1_000_000);
		if (body === undefined) return refused(413, `It is larger than ${MAX_MEGABYTES} MB. Shorten it and send it again.`);
		const { fields, problem } = await readFields(body, contentType);
		if (problem !== undefined) return refused(400, problem);
		const name = fields.find(([field]) => field === FORM_NAME_FIELD)?.[1];
		const form = name === undefined ? undefined : (await findForms(request))(name);
		if (!form) return refused(404, 'No page of this site has such a form. Open the page anew, and send it from there.');
		if (pathOf(request) !== STAND_IN_ADDRESS && !isPage(pathOf(request))) {
			return refused(404, 'There is no page at the address that this form was sent to.');
		}
		if (fields.some(([field]) => !form.fields.has(field))) {
			return refused(422, 'It has a field that the form does not have. Open the page anew, and send it from there.');
		}
		// Programs shall not learn that they were found out.
		if (isFilledByProgram(fields, form.honeypot)) return { form: form.name };
		const sent = fields.filter(([field]) => field !== FORM_NAME_FIELD && field !== form.honeypot);
		onReceived(await storeSubmission(folder, { form: form.name, data: byName(sent) }));
		return { form: form.name };
	};

	const answer = async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
		const outcome = await receive(request, request.headers['content-type'] ?? '').catch((error: unknown) => {
			// The code alone: what was sent stays out of every log.
			const { code = 'no reason given' } = error as NodeJS.ErrnoException;
			if (code !== 'ECONNRESET') console.error(`A form could not be kept in ${folder}: ${code}`);
			return refused(500, 'It could not be kept here. Wait a moment and send it again.');
		});
		if ('form' in outcome && pathOf(request) !== STAND_IN_ADDRESS) {
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
		if (!('form' in outcome)) {
			response.writeHead(outcome.status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
			response.end(refusalPage(outcome.sentence));
		} else if (request.headers.accept?.includes('application/json')) {
			response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
			response.end('{"received":true}');
		} else response.writeHead(303, { ...headers, Location: thanksAddress(outcome.form) }).end();
	};

	return (request, response, next) => {
		if (request.method === 'POST' && isForm(request.headers['content-type'] ?? '')) {
			void answer(request, response, next);
		} else next();
	};
}

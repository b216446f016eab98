import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { controlsOf } from '../../src/forms/form-controls.ts';
import { handlingBy, type FormHandling } from '../../src/forms/form-receivers.ts';
import { correctionForm, messageForm, proposalForm } from '../../src/forms/hosted-forms.ts';
import { scriptBody } from '../../src/forms/script-body.ts';
import { entryOf, messagesOf, type Fields } from '../entries.ts';
import { serve, type Served } from '../functions/serve.ts';

/** What a receiver has kept, each as it would show it. */
let kept: Fields[];
beforeEach(() => {
	kept = [];
});

const KEY = '5f0c6a1e-1111-4222-8333-944455566677';
const THANKS = 'https://clusters.example.org/have-your-say/thanks/#message';

const redirect = (status: number, to: string) => new Response(null, { status, headers: { Location: to } });
const isForScript = (request: Request) => request.headers.get('Accept') === 'application/json';

/** Speaks as Formspree’s help pages and its own library for browsers have it. */
async function answerAsFormspree(request: Request): Promise<Response> {
	const asJson = isForScript(request);
	const refuse = (status: number, code: string, message: string) =>
		asJson
			? Response.json({ error: message, errors: [{ code, message }] }, { status })
			: new Response(`<h1>${message}</h1>`, { status });
	if (request.method !== 'POST' || new URL(request.url).pathname !== '/f/abc') {
		return refuse(404, 'FORM_NOT_FOUND', 'Form not found');
	}
	const fields = await request.formData();
	const shown = [...fields].filter(([name]) => !name.startsWith('_'));
	if (shown.length === 0) return refuse(400, 'EMPTY', 'You cannot submit an empty form');
	const email = fields.get('email');
	if (typeof email === 'string' && email !== '' && !/^\S+@\S+\.\S+$/.test(email)) {
		return refuse(422, 'TYPE_EMAIL', 'should be an email');
	}
	// “If the _gotcha field is filled in, … we silently ignore the submission.”
	if (!fields.get('_gotcha')) kept.push(Object.fromEntries(shown));
	const next = fields.get('_next');
	if (asJson) return Response.json({ next: '/thanks', ok: true });
	return redirect(302, typeof next === 'string' ? next : 'https://formspree.io/thanks');
}

/** Speaks as the documentation of Web3Forms has it. */
async function answerAsWeb3Forms(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	if (request.method !== 'POST' || pathname !== '/submit') {
		return Response.json({ success: false, message: 'This method is not allowed' }, { status: 405 });
	}
	// “You should never use x-www-form-urlencoded … as it returns a 301 redirect”: for scripts that is a failure.
	const isFromBrowser = (request.headers.get('Content-Type') ?? '').startsWith('application/x-www-form-urlencoded');
	const fields = await request.formData();
	if (fields.get('access_key') !== KEY) {
		return Response.json({ success: false, message: 'Invalid access key' }, { status: 400 });
	}
	// A box that nobody sees: browsers send nothing of it unless it is ticked.
	if (fields.has('botcheck')) return Response.json({ success: false, message: 'Spam detected' }, { status: 400 });
	const orders = ['access_key', 'redirect'];
	const names = [...new Set(fields.keys())].filter((name) => !orders.includes(name));
	kept.push(
		Object.fromEntries(
			names.map((name) => {
				const values = fields.getAll(name).filter((value) => typeof value === 'string');
				// Of several values a script has to make one text itself.
				return [name, isFromBrowser ? values.join(',') : values.at(-1)];
			}),
		),
	);
	const to = fields.get('redirect');
	if (typeof to === 'string') {
		return to.startsWith('https://') ? redirect(301, to) : redirect(301, 'https://web3forms.com/error');
	}
	if (isFromBrowser) return redirect(301, 'https://web3forms.com/success');
	return Response.json({ success: true, message: 'Email sent successfully!', data: Object.fromEntries(fields) });
}

let formspree: Served;
let web3forms: Served;
beforeAll(async () => {
	[formspree, web3forms] = await Promise.all([serve(answerAsFormspree), serve(answerAsWeb3Forms)]);
});
afterAll(() => Promise.all([formspree.close(), web3forms.close()]));

const sent = {
	name: 'message',
	receipt: '/have-your-say/thanks/#message',
	origin: 'https://clusters.example.org',
	settings: { formAddress: 'https://formspree.io/f/abc', formKey: KEY },
};

type Known = 'formspree' | 'web3forms';
const receivers: [name: string, receiver: Known][] = [
	['Formspree', 'formspree'],
	['Web3Forms', 'web3forms'],
];

/** The form as HostedForm.astro writes it, with the fields that a member filled in. */
const htmlOf = ({ hidden, onward, honeypot }: FormHandling, more: string): string => {
	const hiddenField = (mark: string) => (entry: [string, string]) =>
		`<input type="hidden" name="${entry[0]}" value="${entry[1]}"${mark}>`;
	return `<form method="POST">
		${Object.entries(hidden).map(hiddenField('')).join('')}
		${Object.entries(onward).map(hiddenField(' data-onward')).join('')}
		<input type="${honeypot.type}" name="${honeypot.name}">
		<input name="topic" value="other"><input name="email" value="">${more}
		<input type="checkbox" name="about[]" value="food" checked><input type="checkbox" name="about[]" value="care" checked>
	</form>`;
};

const MESSAGE = '<input name="message" value="Łódź & 🌱">';

/** The fields that a browser sends of a form. */
function successfulFields(form: Element): FormData {
	const fields = new FormData();
	for (const field of form.querySelectorAll('input')) {
		const isBox = field.getAttribute('type') === 'checkbox';
		if (isBox && !field.hasAttribute('checked')) continue;
		fields.append(field.getAttribute('name') ?? '', field.getAttribute('value') ?? (isBox ? 'on' : ''));
	}
	return fields;
}

/** The form in a page for a receiver, and where it goes: to the stand-in for it on this machine. */
function formFor(receiver: Known, change: (html: string) => string = (html) => html, settings = sent.settings) {
	const handling = handlingBy(receiver, { ...sent, settings });
	const served = receiver === 'formspree' ? formspree : web3forms;
	const address = new URL(new URL(handling.action).pathname, served.origin);
	const form = parseHTML(change(htmlOf(handling, MESSAGE))).document.querySelector('form');
	if (!form) throw new Error('There is no form.');
	const onward = [...form.querySelectorAll('[data-onward]')].map((field) => field.getAttribute('name') ?? '');
	/** As a browser without script posts it. */
	const byBrowser = () => {
		const body = scriptBody(successfulFields(form), [], 'urlencoded');
		return fetch(address, { method: 'POST', body, redirect: 'manual', headers: { Accept: 'text/html,*/*;q=0.8' } });
	};
	/** As form-help.client.ts posts it. A redirect to another site would be an error there. */
	const byScript = () =>
		fetch(address, {
			method: 'POST',
			body: scriptBody(successfulFields(form), onward, handling.encoding),
			redirect: 'manual',
			headers: { Accept: 'application/json' },
		});
	return { handling, byBrowser, byScript };
}

/** Whether an answer has what the script asks for. */
async function hasProof(answer: Response, { proof }: FormHandling): Promise<boolean> {
	const [kind, name = ''] = proof.split(' ');
	if (kind === 'header') return answer.headers.has(name);
	const said = (await answer.json().catch(() => undefined)) as Record<string, unknown> | undefined;
	return answer.ok && said?.[name] === true;
}

const withBotIn = (html: string) =>
	html
		.replace('<input type="text" name="_gotcha">', '<input type="text" name="_gotcha" value="x">')
		.replace('<input type="checkbox" name="botcheck">', '<input type="checkbox" name="botcheck" checked>');

describe.each(receivers)('%s', (_name, receiver) => {
	test('accepts the form from a browser without script, and leads it to the page that thanks', async () => {
		const answer = await formFor(receiver).byBrowser();
		expect([301, 302, 303]).toContain(answer.status);
		expect(answer.headers.get('Location')).toBe(THANKS);
		expect(kept).toMatchObject([{ 'form-name': 'message', topic: 'other', message: 'Łódź & 🌱', email: '' }]);
	});

	test('accepts the form from the script, and answers with the proof that it asks for', async () => {
		const { byScript, handling } = formFor(receiver);
		const answer = await byScript();
		expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json']);
		expect(await hasProof(answer, handling)).toBe(true);
		expect(kept).toMatchObject([{ 'form-name': 'message', topic: 'other', message: 'Łódź & 🌱', email: '' }]);
	});

	test('keeps nothing of what a program filled in', async () => {
		const { byScript, byBrowser } = formFor(receiver, withBotIn);
		await byScript();
		await byBrowser();
		expect(kept).toEqual([]);
	});

	test('gives no proof where it does not know the form', async () => {
		const settings = { formAddress: 'https://formspree.io/f/other', formKey: 'another-key' };
		const { byScript, byBrowser, handling } = formFor(receiver, (html) => html, settings);
		const answers = [await byScript(), await byBrowser()];
		for (const answer of answers) {
			expect(answer.status).toBeGreaterThanOrEqual(400);
			expect(await hasProof(answer, handling)).toBe(false);
		}
		expect(kept).toEqual([]);
	});

	test('takes no name for an order that a form of this site or a question of a call has', () => {
		// As its documentation lists them; “email” is what it says, an address to write back to.
		const orders =
			receiver === 'formspree'
				? /^_/
				: /^(?:access_key|apikey|subject|from_name|replyto|ccemail|redirect|botcheck|attachment|webhook)$/;
		const names = [proposalForm, correctionForm, messageForm].flatMap((form) =>
			controlsOf(form).map(({ name }) => name),
		);
		expect(names.filter((name) => orders.test(name))).toEqual([]);
	});
});

test('Web3Forms shows all choices that were ticked, whoever sends them', async () => {
	const { byBrowser, byScript } = formFor('web3forms');
	await byBrowser();
	await byScript();
	expect(kept.map((fields) => fields['about[]'])).toEqual(['food,care', 'food, care']);
});

test('Formspree refuses an address that is none, and gives no proof', async () => {
	const { byScript, handling } = formFor('formspree', (html) =>
		html.replace('name="email" value=""', 'name="email" value="anna"'),
	);
	const answer = await byScript();
	expect(answer.status).toBe(422);
	expect(await hasProof(answer, handling)).toBe(false);
	expect(kept).toEqual([]);
});

test.each(['subject', 'replyto', 'ccemail', 'attachment', 'webhook', 'apikey', 'redirect', 'botcheck'])(
	'no question of a call can be called as an order to a receiver: %s',
	(id) => {
		const { questions } = entryOf('calls').data;
		expect(messagesOf('calls', { questions: [...questions, { type: 'text', id, label: 'What?' }] })).toEqual([
			expect.stringContaining(`“${id}” is a name that the form uses itself`),
		]);
	},
);

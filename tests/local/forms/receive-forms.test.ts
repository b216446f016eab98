import { once } from 'node:events';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { formsInFolder } from '../../../src/local/forms/page-forms.ts';
import { receiveForms } from '../../../src/local/forms/receive-forms.ts';
import { serveSite } from '../../../src/local/serve.ts';
import { isPageIn } from '../../../src/local/stand-in.ts';
import type { Submission } from '../../../src/submissions/read-submission.ts';
import { askAt, type Question, type Reply } from '../ask.ts';
import { formSite, keptIn, temporaryFolder, writeFiles } from './form-site.ts';

/** A served site with forms, asked as a browser asks. */
async function serve(files: Record<string, string> = {}) {
	const site = temporaryFolder('site');
	const folder = join(temporaryFolder('sent'), 'submissions');
	writeFiles(site, { ...formSite, ...files });
	const received: Submission[] = [];
	const handle = receiveForms({
		folder,
		findForms: formsInFolder(site),
		isPage: isPageIn(site),
		onReceived: (submission) => received.push(submission),
	});
	const { server } = await serveSite(site, 0, handle);
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const ask = ({ headers, ...question }: Question) => {
		const all = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
		return askAt(port, { path: '/have-your-say/thanks/', headers: all, ...question });
	};
	const post = (fields: Record<string, string> | [string, string][], more: Question = {}) =>
		ask({ body: new URLSearchParams(fields).toString(), ...more });
	const kept = () => (existsSync(folder) ? keptIn(folder) : []);
	return { port, folder, site, received, ask, post, kept };
}

const proposal = { 'form-name': 'proposal', 'bot-field': '' };

describe('a form that was sent', () => {
	test('is kept in a file before the page that it was sent to answers', async () => {
		const { post, folder, kept } = await serve();
		const reply = await post({ ...proposal, name: 'A hub', summary: '' });
		expect([reply.status, reply.body]).toEqual([200, '<!doctype html><h1>Thank you</h1>']);
		expect(kept()).toEqual([
			{
				form: 'proposal',
				receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
				data: { name: 'A hub', summary: '' },
			},
		]);
		expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\d{8}t\d{9}z-[0-9a-f]{12}\.json$/)]);
	});

	test('comes with the headers of a page, as if the page had been asked for', async () => {
		const { post, ask } = await serve();
		const { headers: ofForm } = await post(proposal);
		const { headers: ofPage } = await ask({ method: 'GET' });
		// Netlify numbers every request; the stand-in those that it received.
		expect(Object.keys(ofForm).filter((name) => name !== 'x-nf-request-id')).toEqual(Object.keys(ofPage));
		expect(ofForm['x-frame-options']).toBe('DENY');
	});

	test('may be sent to any page, as scripts do', async () => {
		const { post, kept } = await serve();
		expect((await post({ ...proposal, name: 'A' }, { path: '/' })).status).toBe(200);
		expect((await post({ ...proposal, name: 'B' }, { path: '/clusters/propose/?a=b' })).status).toBe(200);
		expect(kept()).toHaveLength(2);
	});

	test('keeps several values of one field as a list', async () => {
		const { post, kept } = await serve();
		await post([...Object.entries(proposal), ['themes', 'food'], ['themes', 'housing']]);
		await post([...Object.entries(proposal), ['themes', 'food']]);
		expect(kept().map(({ data }) => data['themes'])).toEqual([['food', 'housing'], 'food']);
	});

	test('may come in parts', async () => {
		const { ask, kept } = await serve();
		const parts = { 'form-name': 'proposal', name: 'Łódź “hub”', summary: 'a\r\nb' };
		const body = Object.entries(parts)
			.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
			.join('');
		const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
		expect((await ask({ headers, body: `${body}--x--\r\n` })).status).toBe(200);
		expect(kept()[0]?.data).toEqual({ name: 'Łódź “hub”', summary: 'a\r\nb' });
	});

	test('may come without a single escape', async () => {
		const { ask, kept } = await serve();
		expect((await ask({ body: 'form-name=proposal&name=Łódź 🌱' })).status).toBe(200);
		expect(kept()[0]?.data).toEqual({ name: 'Łódź 🌱' });
	});

	test('is told of once it is kept', async () => {
		const { post, received, folder } = await serve();
		await post({ ...proposal, name: 'A hub' });
		expect(received).toMatchObject([{ form: 'proposal', data: { name: 'A hub' } }]);
		expect(readdirSync(folder)).toEqual([`${received[0]?.id ?? ''}.json`]);
	});

	test('can be read by nobody else on the machine', async () => {
		const { post, folder } = await serve();
		await post(proposal);
		const [file = ''] = readdirSync(folder);
		expect([folder, join(folder, file)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
	});

	test('may belong to a form that a later build brought', async () => {
		const { post, site } = await serve();
		expect((await post({ 'form-name': 'views-a', answer: 'x' })).status).toBe(404);
		writeFiles(site, { 'call/index.html': '<form name="views-a" netlify><textarea name="answer"></textarea></form>' });
		utimesSync(join(site, 'index.html'), 1, 1);
		expect((await post({ 'form-name': 'views-a', answer: 'x' })).status).toBe(200);
	});

	const texts: [language: string, text: string][] = [
		['Bulgarian', 'Щъркели над градовете'],
		['Croatian', 'Čađavi žuti šešir'],
		['Czech', 'Příliš žluťoučký kůň'],
		['Danish', 'Blåbærgrød på øen'],
		['Dutch', 'Coöperatie in één wijk'],
		['English', 'The hub’s “own” rooms'],
		['Estonian', 'Õhtuöö täis käärsoolikaid'],
		['Finnish', 'Äiti ja yhteisö'],
		['French', 'Où naît l’œuvre çà et là'],
		['German', 'Große Fußgängerbrücke'],
		['Greek', 'Κοινωνική οικονομία'],
		['Hungarian', 'Árvíztűrő tükörfúrógép'],
		['Irish', 'Comharchumann na hÉireann'],
		['Italian', 'Perché c’è già città'],
		['Latvian', 'Glāžšķūņa rūķīši'],
		['Lithuanian', 'Ąžuolų šešėlyje'],
		['Maltese', 'Ħobża bil-ġobna'],
		['Polish', 'Zażółć gęślą jaźń'],
		['Portuguese', 'Associação de coração'],
		['Romanian', 'Științe și țesături'],
		['Slovak', 'Kŕdeľ ďatľov učí koňa'],
		['Slovenian', 'Šerif bo za vajo spet kuhal žgance'],
		['Spanish', 'El pingüino español'],
		['Swedish', 'Flygande bäckasiner söka hwila'],
		['Arabic, from the right', 'الاقتصاد \u200fالاجتماعي (2027)'],
		['Hebrew, from the right', 'כלכלה חברתית'],
		['emoji of several signs', '👩🏽‍🌾🏳️‍🌈🇪🇺'],
		['signs with loose accents', 'e\u0301 A\u030a'],
		['line breaks as browsers send them', 'one\r\ntwo\r\n\r\nthree'],
		['signs that mean something in an address', 'a+b=c&d%26;e?f#g%'],
		['signs that mean something in files', '---\n"x": \\u0041 <b>{{y}}</b> \u2028 \0'],
		['a mark of byte order', '\ufeffhub\ufeff'],
		['10,000 characters', 'Ωλ🌱 '.repeat(2000)],
	];

	test('keeps every character as it was typed: 24 languages and more', async () => {
		const { post, kept } = await serve();
		for (const [language, text] of texts)
			expect((await post({ ...proposal, summary: text })).status, language).toBe(200);
		expect(kept().map(({ data }) => Buffer.from(String(data['summary'])))).toEqual(
			texts.map(([, text]) => Buffer.from(text)),
		);
	});
});

describe('a program that fills in every field', () => {
	test('is thanked, and nothing is kept', async () => {
		const { post, kept, received } = await serve();
		const reply = await post({ ...proposal, 'bot-field': 'x', name: 'Buy this' });
		expect([reply.status, reply.body]).toEqual([200, '<!doctype html><h1>Thank you</h1>']);
		expect([kept(), received]).toEqual([[], []]);
	});
});

describe('a form that was built for one’s own machine', () => {
	const page = `<!doctype html><h1>Write to us</h1>
		<form name="message" method="POST" action="/api/forms" data-honeypot="bot-field">
		<input type="hidden" name="form-name" value="message"><input name="bot-field">
		<textarea name="message"></textarea><input type="checkbox" name="about[]" value="site"></form>`;
	const path = '/api/forms';
	const message = { 'form-name': 'message', 'bot-field': '', message: 'Hello.' };
	const ofScript = { path, headers: { Accept: 'application/json' } };
	const serveStandIn = () => serve({ 'contact/index.html': page });

	test('is kept, and a browser is led to the page that thanks', async () => {
		const { post, kept, received } = await serveStandIn();
		const reply = await post(message, { path, headers: { Accept: 'text/html,*/*;q=0.8' } });
		expect([reply.status, reply.headers['location'], reply.body]).toEqual([303, '/have-your-say/thanks/#message', '']);
		expect(kept().map(({ form, data }) => [form, data])).toEqual([['message', { message: 'Hello.' }]]);
		expect(received).toHaveLength(1);
	});

	test('is kept, and a script gets the proof that it asks for', async () => {
		const { post, kept } = await serveStandIn();
		const reply = await post({ ...message, 'about[]': 'site' }, ofScript);
		expect([reply.status, reply.headers['content-type'], reply.body]).toEqual([
			200,
			'application/json; charset=utf-8',
			'{"received":true}',
		]);
		expect(kept()[0]?.data).toEqual({ message: 'Hello.', 'about[]': 'site' });
	});

	test.each([
		['a browser', { path }],
		['a script', ofScript],
	])('answers a program that fills in every field as it answers %s, and keeps nothing', async (_description, more) => {
		const { post, kept, received } = await serveStandIn();
		const shown = ({ status, headers, body }: Reply) => [status, headers['location'], headers['content-type'], body];
		const ofProgram = await post({ ...message, 'bot-field': 'x' }, more);
		expect([kept(), received]).toEqual([[], []]);
		expect(shown(ofProgram)).toEqual(shown(await post(message, more)));
	});

	test.each([
		['a form that no page has', { ...message, 'form-name': 'views-a' }, 404, 'No page of this site has such a form.'],
		['a form without its name', { message: 'Hello.' }, 404, 'No page of this site has such a form.'],
		[
			'a field that the form does not have',
			{ ...message, phone: '1' },
			422,
			'It has a field that the form does not have.',
		],
	])('is refused if it is %s, for scripts as for browsers', async (_description, fields, status, sentence) => {
		const { post, kept } = await serveStandIn();
		for (const more of [{ path }, ofScript]) {
			const reply = await post(fields, more);
			expect(reply.status).toBe(status);
			expect(reply.body).toContain(sentence);
			expect(reply.body).not.toContain('received');
		}
		expect(kept()).toEqual([]);
	});

	test('cannot be sent by a page of another site', async () => {
		const { post, kept } = await serveStandIn();
		const headers = { Accept: 'application/json', Origin: 'https://evil.example' };
		expect((await post(message, { path, headers })).status).toBe(403);
		expect(kept()).toEqual([]);
	});

	test('leaves no page at its address', async () => {
		const { ask } = await serveStandIn();
		expect((await ask({ method: 'GET', path })).status).toBe(404);
	});

	test('leaves forms that were built for Netlify to their page, also for scripts', async () => {
		const { post, kept } = await serveStandIn();
		const reply = await post({ ...proposal, name: 'A hub' }, { headers: { Accept: 'application/json' } });
		expect([reply.status, reply.body]).toEqual([200, '<!doctype html><h1>Thank you</h1>']);
		expect(kept()).toHaveLength(1);
	});
});

describe('the receiver refuses', () => {
	const type = (contentType: string) => ({ headers: { 'Content-Type': contentType } });
	const part = (name: string, more = '') =>
		`--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\nproposal\r\n`;
	const foreign = 'A page of another site sent it, and only pages of this one may.';
	const unknown = 'No page of this site has such a form. Open the page anew, and send it from there.';
	const unknownField = 'It has a field that the form does not have. Open the page anew, and send it from there.';
	const many = 'A form here has at most 1000 fields, and this one has more.';
	const cases: [string, Question, status: number, sentence: string][] = [
		['a form that no page has', { body: 'form-name=nothing&name=x' }, 404, unknown],
		['a form that does not say its name', { body: 'name=x' }, 404, unknown],
		['an empty form', { body: '' }, 404, unknown],
		['a form named like a part of every object', { body: 'form-name=constructor' }, 404, unknown],
		['a field that the form does not have', { body: 'form-name=proposal&name=x&phone=1' }, 422, unknownField],
		['a field named like a part of every object', { body: 'form-name=proposal&__proto__=x' }, 422, unknownField],
		['a button', { body: 'form-name=proposal&send=x' }, 422, unknownField],
		[
			'what is larger than 8 MB',
			{ body: `form-name=proposal&summary=${'x'.repeat(8_000_000)}` },
			413,
			'It is larger than 8 MB. Shorten it and send it again.',
		],
		['too many fields', { body: `form-name=proposal${'&themes=food'.repeat(1000)}` }, 400, many],
		['a million fields', { body: `form-name=proposal${'&a'.repeat(1_000_000)}` }, 400, many],
		[
			'too many parts',
			{ ...type('multipart/form-data; boundary=x'), body: `${part('form-name').repeat(1001)}--x--\r\n` },
			400,
			many,
		],
		[
			'a file',
			{ ...type('multipart/form-data; boundary=x'), body: `${part('name', '; filename="a.exe"')}--x--\r\n` },
			400,
			'There is a file in it, and no form here asks for files.',
		],
		[
			'parts that break off',
			{ ...type('multipart/form-data; boundary=x'), body: part('name') },
			400,
			'It broke off on its way, or is no form.',
		],
		[
			'parts without a boundary',
			{ ...type('multipart/form-data'), body: part('name') },
			400,
			'It broke off on its way, or is no form.',
		],
		[
			'an address without a page',
			{ path: '/nowhere/', body: 'form-name=proposal' },
			404,
			'There is no page at the address that this form was sent to.',
		],
		['an address outside the site', { path: '/../../../../../../etc/passwd', body: 'form-name=nothing' }, 404, unknown],
		['a page of another site', { headers: { Origin: 'https://evil.example' } }, 403, foreign],
		['a page of another server here', { headers: { Origin: 'http://localhost:1' } }, 403, foreign],
		['a page without an origin', { headers: { Origin: 'null' } }, 403, foreign],
		['a link on another site', { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403, foreign],
	];

	test.each(cases)('%s', async (_description, question, status, sentence) => {
		const { ask, kept } = await serve();
		const reply = await ask({ body: 'form-name=proposal&name=x', ...question });
		expect(reply.status).toBe(status);
		expect(reply.body).toContain(`<p>${sentence}</p>`);
		expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(kept()).toEqual([]);
	});

	test('a name that another site lets point here', async () => {
		const { ask, port, kept } = await serve();
		const reply = await ask({ headers: { Host: `evil.example:${port}` }, body: 'form-name=proposal' });
		expect(reply.status).toBe(403);
		expect(reply.body).toContain(`Forms are received only on the machine itself, at http://localhost:${port}/.`);
		expect(kept()).toEqual([]);
	});

	test.each(['application/json', 'text/plain', 'application/x-www-form-urlencodedx', ''])(
		'what is no form, as the site always did: %s',
		async (contentType) => {
			const { ask, kept } = await serve();
			const reply = await ask({ ...type(contentType), body: 'form-name=proposal' });
			expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET, HEAD']);
			expect(kept()).toEqual([]);
		},
	);

	test.each(['PUT', 'PATCH', 'DELETE'])('%s, as the site always did', async (method) => {
		const { ask, kept } = await serve();
		expect((await ask({ method, body: 'form-name=proposal' })).status).toBe(405);
		expect(kept()).toEqual([]);
	});

	test('to take a GET for a form', async () => {
		const { ask, kept } = await serve();
		const reply = await ask({ method: 'GET', path: '/have-your-say/thanks/?form-name=proposal&name=x' });
		expect([reply.status, kept()]).toEqual([200, []]);
	});
});

test('a form that cannot be kept is not thanked for, and the log does not say what was in it', async () => {
	const { post, folder } = await serve();
	const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	onTestFinished(() => {
		logged.mockRestore();
	});
	writeFileSync(folder, 'a file where the folder should be');
	const reply = await post({ ...proposal, email: 'marked@example.org' });
	expect(reply.status).toBe(500);
	expect(reply.body).toContain('<p>It could not be kept here. Wait a moment and send it again.</p>');
	expect(logged.mock.calls).toEqual([[`A form could not be kept in ${folder}: EEXIST`]]);
});

test('a sender who goes away half-way leaves nothing behind', async () => {
	const { port, kept, post } = await serve();
	const socket = connect(port, '127.0.0.1');
	socket.write(
		`POST / HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nform-name=proposal&name=ha`,
	);
	await once(socket, 'connect');
	socket.destroy();
	await post({ ...proposal, name: 'whole' });
	expect(kept().map(({ data }) => data['name'])).toEqual(['whole']);
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FindForm } from '../../src/local/forms/page-forms.ts';
import { formsOfAskingPage, isPageIn, standInNotes } from '../../src/local/stand-in.ts';
import { formSite, temporaryFolder, writeFiles } from './forms/form-site.ts';

test.each([
	['/propose/?from=here', true],
	['/other/', false],
])('while developing, forms are those of the page that asks: %s', async (path, isKnown) => {
	let find: FindForm = () => undefined;
	const server = createServer((incoming, outgoing) => {
		if (incoming.method === 'GET') {
			outgoing.end(incoming.url === '/propose/?from=here' ? formSite['clusters/propose/index.html'] : 'none');
			return;
		}
		void formsOfAskingPage(incoming).then((found) => {
			find = found;
			outgoing.end();
		});
	}).listen(0, '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const ask = (headers: Record<string, string>) => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers });
	await ask({ Referer: `http://localhost:${port}${path}` });
	expect(find('proposal') !== undefined).toBe(isKnown);
	await ask({});
	expect(find('proposal')).toBeUndefined();
});

test.each([
	['/', true],
	['/clusters/propose/', true],
	['/clusters/propose', true],
	['/404.html', true],
	['/clusters/', false],
	['/nowhere/', false],
	['/../other', false],
	['/../../etc/passwd', false],
])('whether %s is a page of a built site: %s', (path, isPage) => {
	const folder = temporaryFolder('site');
	const site = join(folder, 'site');
	writeFiles(site, formSite);
	writeFiles(folder, { other: '' });
	expect(isPageIn(site)(path)).toBe(isPage);
});

test('the commands say where forms go, and how they come to the board', async () => {
	const content = join(temporaryFolder('project'), 'content');
	writeFiles(content, { 'clusters/hub.md': '' });
	expect(await standInNotes('http://localhost:1/', content, 'fs')).toEqual([
		`Edit: http://localhost:1/admin/ writes to ${content}`,
		'Forms: what is sent here is kept in .submissions/ in this folder; a stand-in for the host, without its filter against spam.',
		'CMS_MODE=git npm run submissions makes receipts, and drafts of proposals and corrections.',
	]);
	expect((await standInNotes('http://localhost:1/', content, 'git'))[2]).toBe(
		'Each gets a receipt, and proposals and corrections come to the board; npm run submissions brings what could not.',
	);
});

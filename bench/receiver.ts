import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { formsInFolder } from '../src/local/forms/page-forms.ts';
import { receiveForms } from '../src/local/forms/receive-forms.ts';
import { serveSite } from '../src/local/serve.ts';
import { isPageIn } from '../src/local/stand-in.ts';
import { stop } from '../src/local/port.ts';
import { round } from './median.ts';

const POSTS = 10_000;
/** So many before memory is looked at first: what is loaded on demand is there then. */
const POSTS_BEFORE = 1_000;
const AT_ONCE = 16;

/** What receiving forms costs this machine. */
export interface Receiver {
	posts: number;
	/** Of each, sending included. */
	cpuMilliseconds: number;
	/** Megabytes in use before and after. */
	before: number;
	after: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function megabytesInUse(): number {
	collectGarbage();
	const { heapUsed, external } = process.memoryUsage();
	return round((heapUsed + external) / 1_000_000);
}

/** Sends a proposal again and again to a built site that was made for the stand-in. */
export async function measureReceiver(site: string): Promise<Receiver> {
	const folder = mkdtempSync(join(tmpdir(), 'sent-'));
	const handle = receiveForms({
		folder,
		findForms: formsInFolder(site),
		isPage: isPageIn(site),
		onReceived: () => undefined,
	});
	const { server, address } = await serveSite(site, 0, handle);
	const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
	const body = new URLSearchParams({ 'form-name': 'proposal', name: 'A hub', summary: 'What it does. '.repeat(100) });
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };
	const post = () =>
		new Promise<void>((done, fail) => {
			request(new URL('api/forms', address), { method: 'POST', agent, headers }, (response) => {
				if (response.statusCode !== 200) stop(`A form was not received: ${response.statusCode ?? 'no answer'}.`);
				response.resume().on('end', done);
			})
				.on('error', fail)
				.end(body.toString());
		});
	const postAll = async (count: number) => {
		let left = count;
		const postOn = async () => {
			while (left-- > 0) await post();
		};
		await Promise.all(Array.from({ length: AT_ONCE }, postOn));
	};
	try {
		await postAll(POSTS_BEFORE);
		const before = megabytesInUse();
		const started = process.cpuUsage();
		await postAll(POSTS);
		const { user, system } = process.cpuUsage(started);
		const after = megabytesInUse();
		return { posts: POSTS, cpuMilliseconds: round((user + system) / 1_000 / POSTS), before, after };
	} finally {
		agent.destroy();
		server.closeAllConnections();
		server.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { goToEnd, type DrivenBrowser } from './driven-browser.ts';
import { findProgram } from './programs.ts';

/** No questions, and nothing asked of the network but by pages. */
const PREFERENCES = {
	'app.update.enabled': false,
	'browser.safebrowsing.downloads.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'toolkit.telemetry.enabled': false,
};

interface Message {
	id?: number;
	type: 'success' | 'error' | 'event';
	method?: string;
	params?: unknown;
	result?: unknown;
	message?: string;
}
type Ask = (method: string, params?: object) => Promise<unknown>;

/** Speaks WebDriver BiDi, which Firefox understands by itself. */
async function openLine(address: string, onEvent: (method: string, params: unknown) => void) {
	const line = new WebSocket(address);
	await once(line, 'open');
	const waiting = new Map<number, (message: Message) => void>();
	line.addEventListener('message', ({ data }) => {
		const message = JSON.parse(String(data)) as Message;
		if (message.id === undefined) onEvent(message.method ?? '', message.params);
		else waiting.get(message.id)?.(message);
	});
	let last = 0;
	const ask: Ask = (method, params = {}) =>
		new Promise((done, fail) => {
			const id = ++last;
			waiting.set(id, ({ type, result, message }) => {
				waiting.delete(id);
				if (type === 'error') fail(new Error(`${method}: ${message}`));
				else done(result);
			});
			line.send(JSON.stringify({ id, method, params }));
		});
	return ask;
}

/** Where the middle of an element is, once it has been scrolled to and lies still. */
async function middleOf(selector: string) {
	const element = document.querySelector(selector);
	if (!element) throw new Error(`There is no ${selector}.`);
	for (let before = NaN; ;) {
		element.scrollIntoView({ block: 'center', behavior: 'instant' });
		const { x, y, width, height } = element.getBoundingClientRect();
		if (y === before) return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
		before = y;
		await new Promise((done) => setTimeout(done, 50));
	}
}

/** Starts Firefox; undefined where it is not installed. */
export async function launchFirefox(): Promise<DrivenBrowser | undefined> {
	const program = findProgram('firefox-esr') ?? findProgram('firefox');
	if (program === undefined) return undefined;
	const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
	const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${value});\n`);
	writeFileSync(join(profile, 'user.js'), lines.join(''));
	const given = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'];
	const firefox = spawn(program, given, {
		env: { ...process.env, HOME: profile },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const said = createInterface(firefox.stderr);
	const address = await new Promise<string>((done, fail) => {
		said.on('line', (text) => {
			const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(text) ?? [];
			if (found) done(`${found}/session`);
		});
		firefox.on('exit', () => {
			fail(new Error('Firefox ended before it could be driven.'));
		});
	});
	const complaints: string[] = [];
	const ask = await openLine(address, (method, params) => {
		const { level, text } = params as { level?: string; text?: string | null };
		if (method === 'log.entryAdded' && (level === 'error' || level === 'warn')) complaints.push(text ?? level);
	});
	const { capabilities } = (await ask('session.new', {
		capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept' } } },
	})) as { capabilities: { browserName: string; browserVersion: string } };
	const { contexts } = (await ask('browsingContext.getTree')) as { contexts: { context: string }[] };
	const context = contexts[0]?.context;
	await ask('session.subscribe', { events: ['log.entryAdded'] });
	await ask('browsingContext.setViewport', { context, viewport: { width: 1280, height: 900 } });

	const run = async <Given extends readonly unknown[], Result>(
		act: (...given: Given) => Result,
		...given: Given
	): Promise<Awaited<Result>> => {
		const { type, result, exceptionDetails } = (await ask('script.callFunction', {
			functionDeclaration: `async (given) => JSON.stringify(await (${act.toString()})(...JSON.parse(given)))`,
			arguments: [{ type: 'string', value: JSON.stringify(given) }],
			target: { context },
			awaitPromise: true,
			userActivation: true,
		})) as { type: string; result: { value?: string }; exceptionDetails: { text: string } };
		if (type === 'exception') throw new Error(exceptionDetails.text);
		return (result.value === undefined ? undefined : JSON.parse(result.value)) as Awaited<Result>;
	};
	const click = async (selector: string) => {
		const { x, y } = await run(middleOf, selector);
		const button = { button: 0 };
		const actions = [
			{ type: 'pointerMove', x, y },
			{ type: 'pointerDown', ...button },
			{ type: 'pointerUp', ...button },
		];
		await ask('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
	};
	return {
		name: `${capabilities.browserName} ${capabilities.browserVersion}`,
		open: async (url) => {
			await ask('browsingContext.navigate', { context, url, wait: 'complete' });
		},
		run,
		click,
		type: async (selector, text) => {
			await click(selector);
			await run(goToEnd, selector);
			const actions = Array.from(text).flatMap((value) => [
				{ type: 'keyDown', value },
				{ type: 'keyUp', value },
			]);
			await ask('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
		},
		complaints: () => Promise.resolve([...complaints]),
		close: async () => {
			firefox.removeAllListeners('exit');
			const ended = once(firefox, 'exit');
			firefox.kill();
			await ended;
			rmSync(profile, { recursive: true, force: true });
		},
	};
}

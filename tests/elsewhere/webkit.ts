import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { until } from './checks.ts';
import type { DrivenBrowser } from './driven-browser.ts';
import { findProgram, freePort } from './programs.ts';

/** What the W3C calls an element that it hands out. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Where systems keep the browser that comes with WebKitGTK. */
const BROWSERS = ['/usr/lib/*/webkit2gtk-*/MiniBrowser', '/usr/{lib,lib64,libexec}/webkit*gtk-*/MiniBrowser'];
const CONSOLE_IN_SECONDS = 8;
/** Words that show that the console can be read, and a page that writes them there. */
const HEARD = 'CONSOLE ERROR heard';
const HEARD_PAGE = 'data:text/html,<script>console.error("heard")</script>';

function findWebKit() {
	const driver = findProgram('WebKitWebDriver');
	const [browser] = globSync(BROWSERS);
	const screen = findProgram('Xvfb');
	const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
	if (driver !== undefined && browser !== undefined && (hasScreen || screen !== undefined)) {
		return { driver, browser, screen: hasScreen ? undefined : screen };
	}
	return undefined;
}

/** Starts WebKit, the engine of Safari, on a screen in memory if there is no other; undefined where it is not installed. */
export async function launchWebKit(): Promise<DrivenBrowser | undefined> {
	const found = findWebKit();
	if (!found) return undefined;
	const { driver, browser, screen } = found;
	const home = mkdtempSync(join(tmpdir(), 'webkit-'));
	const env: NodeJS.ProcessEnv = { ...process.env, HOME: home };
	const started: ChildProcess[] = [];
	if (screen !== undefined) {
		const shown = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
		});
		started.push(shown);
		const [number] = (await once(shown.stdio[3] as Readable, 'data')) as [Buffer];
		env['DISPLAY'] = `:${number.toString().trim()}`;
	}
	const port = await freePort();
	started.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));

	const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
		const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const { value } = (await answer.json()) as { value: unknown };
		if (!answer.ok) {
			const { error, message } = value as { error: string; message: string };
			throw new Error(`${error}: ${message}`);
		}
		return value;
	};
	await until(() => ask('GET', '/status'));
	const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
	const { sessionId, capabilities } = (await ask('POST', '/session', { capabilities: { alwaysMatch: options } })) as {
		sessionId: string;
		capabilities: { browserName: string; browserVersion: string };
	};
	const session = `/session/${sessionId}`;
	const find = async (selector: string): Promise<string> => {
		const found = await ask('POST', `${session}/element`, { using: 'css selector', value: selector });
		return `${session}/element/${(found as Record<string, string>)[ELEMENT] ?? ''}`;
	};

	const run = async <Given extends readonly unknown[], Result>(
		act: (...given: Given) => Result,
		...given: Given
	): Promise<Awaited<Result>> => {
		const script = `return (${act.toString()})(...arguments)`;
		return (await ask('POST', `${session}/execute/sync`, { script, args: given })) as Awaited<Result>;
	};

	return {
		name: `${capabilities.browserName} ${capabilities.browserVersion}`,
		open: async (url) => {
			await ask('POST', `${session}/url`, { url });
		},
		run,
		click: async (selector) => {
			// It would click at the edge of the window, where something may lie above.
			await run((wanted) => {
				document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' });
			}, selector);
			await ask('POST', `${await find(selector)}/click`, {});
		},
		type: async (selector, text) => {
			await ask('POST', `${await find(selector)}/value`, { text });
		},
		complaints: async (addresses) => {
			// A driven browser browses in private, and then WebKit writes its console nowhere.
			const shown = spawn(browser, ['--enable-write-console-messages-to-stdout=true', HEARD_PAGE, ...addresses], {
				env,
			});
			started.push(shown);
			let output = '';
			for (const stream of [shown.stdout, shown.stderr]) {
				stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
			}
			await wait(CONSOLE_IN_SECONDS * 1000);
			shown.kill();
			const lines = output.split('\n').filter((line) => /CONSOLE (?!LOG)/.test(line));
			const others = lines.filter((line) => !line.endsWith(HEARD));
			if (others.length === lines.length) throw new Error('The console of WebKit cannot be read.');
			return others;
		},
		close: async () => {
			await ask('DELETE', session);
			for (const program of started.reverse()) program.kill();
			rmSync(home, { recursive: true, force: true });
		},
	};
}

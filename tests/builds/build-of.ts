import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, onTestFinished } from 'vitest';
import { buildEnvironment } from './build-environment.ts';
import { copyCheckout, type Checkout } from './checkout.ts';

/** What a run of `npm run build` left behind. */
export interface BuildResult {
	exitCode: number;
	/** What it printed, without colours. */
	output: string;
	/** The folder it built into. */
	folder: string;
}

// One for all builds of a file of tests: a second build must find what the first left behind.
let checkout: Checkout | undefined;
afterAll(() => checkout?.remove());

/** The checkout in which the builds of this file of tests happen. */
export const checkoutFolder = (): string => (checkout ??= copyCheckout()).folder;

/** A folder that goes away when the test is over. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'build-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/** A content folder with the real settings and these files, by path. */
export function contentWith(files: Record<string, string | Uint8Array>): string {
	const folder = temporaryFolder();
	cpSync('content/site', join(folder, 'site'), { recursive: true });
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

/** The environment of a build into a folder, without the editor and share cards, unless the variables ask for it. */
const environmentFor = (folder: string, variables: NodeJS.ProcessEnv) =>
	buildEnvironment({ OUT_DIR: folder, EDITOR_PAGE: 'off', SHARE_CARDS: 'off', ...variables });

/** Starts a script, to be looked at and stopped while it runs. Whatever it started ends with it. */
export function startScript(script: string, folder: string, variables: NodeJS.ProcessEnv) {
	const started = spawn('npm', ['run', script, '--silent'], {
		cwd: checkoutFolder(),
		env: environmentFor(folder, variables),
		// A group of its own, so that all of it can be killed at once.
		detached: true,
	});
	let output = '';
	for (const stream of [started.stdout, started.stderr]) {
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	}
	const ended = once(started, 'close').then(([code]: unknown[]) => code);
	const signal = (name: NodeJS.Signals) => {
		if (started.exitCode === null && started.signalCode === null && started.pid !== undefined)
			process.kill(-started.pid, name);
	};
	const kill = () => {
		signal('SIGKILL');
	};
	onTestFinished(kill);
	const said = async (words: RegExp) => {
		for (;;) {
			const match = words.exec(output);
			if (match) return match;
			if (started.exitCode !== null) throw new Error(`npm run ${script} ended without ${String(words)}:\n${output}`);
			await wait(50);
		}
	};
	return { signal, kill, ended, said };
}

/** Runs `npm run build`, or another script, into a folder. */
export function buildInto(folder: string, variables: NodeJS.ProcessEnv, script = 'build'): Promise<BuildResult> {
	const cwd = checkoutFolder();
	const env = environmentFor(folder, variables);
	return new Promise((done) => {
		execFile('npm', ['run', script, '--silent'], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
			done({ exitCode: error ? 1 : 0, output: stdout + stderr, folder });
		});
	});
}

/** Builds with these variables into a folder of its own, which lasts as long as the test. */
export const runBuild = (variables: NodeJS.ProcessEnv, script?: string): Promise<BuildResult> =>
	buildInto(temporaryFolder(), variables, script);

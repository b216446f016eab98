import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** Runs `npm run build`, or another script, into a folder; without the editor, unless the variables ask for it. */
export function buildInto(folder: string, variables: NodeJS.ProcessEnv, script = 'build'): Promise<BuildResult> {
	checkout ??= copyCheckout();
	const { folder: cwd } = checkout;
	const env = buildEnvironment({ OUT_DIR: folder, EDITOR_PAGE: 'off', ...variables });
	return new Promise((done) => {
		execFile('npm', ['run', script, '--silent'], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
			done({ exitCode: error ? 1 : 0, output: stdout + stderr, folder });
		});
	});
}

/** Builds with these variables into a folder of its own, which lasts as long as the test. */
export const runBuild = (variables: NodeJS.ProcessEnv, script?: string): Promise<BuildResult> =>
	buildInto(temporaryFolder(), variables, script);

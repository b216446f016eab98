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
export function contentWith(files: Record<string, string>): string {
	const folder = temporaryFolder();
	cpSync('content/site', join(folder, 'site'), { recursive: true });
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

/** Runs `npm run build` with these variables, into a folder of its own; without the editor, unless they ask for it. */
export function runBuild(variables: Record<string, string>): Promise<BuildResult> {
	checkout ??= copyCheckout();
	const { folder: cwd } = checkout;
	const folder = temporaryFolder();
	return new Promise((done) => {
		execFile(
			'npm',
			['run', 'build', '--silent'],
			{ cwd, env: buildEnvironment({ OUT_DIR: folder, EDITOR_PAGE: 'off', ...variables }), maxBuffer: 2 ** 26 },
			(error, stdout, stderr) => {
				done({ exitCode: error ? 1 : 0, output: stdout + stderr, folder });
			},
		);
	});
}

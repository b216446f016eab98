import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';

interface FoundBrowser {
	executablePath: string;
	env?: Record<string, string>;
}

/** Where systems keep Chrome, Edge or Chromium. */
const systemBrowsers = [
	'/usr/bin/google-chrome',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/microsoft-edge',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium inside the npm package, with the libraries and a font that a bare Linux lacks. */
async function packagedBrowser(): Promise<FoundBrowser | undefined> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const { default: packaged, inflate } = await import('@sparticuz/chromium');
	const folder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
	const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
	// It unpacks into the common folder what it does not find there: that of another version or user would be taken.
	const common = process.env['TMPDIR'];
	process.env['TMPDIR'] = join(tmpdir(), `chromium-${version}-${userInfo().username}`);
	mkdirSync(process.env['TMPDIR'], { recursive: true });
	const [executablePath, libraries, fonts] = await Promise.all([
		packaged.executablePath(),
		inflate(join(folder, 'bin/al2023.tar.br')),
		inflate(join(folder, 'bin/fonts.tar.br')),
	]);
	if (common === undefined) delete process.env['TMPDIR'];
	else process.env['TMPDIR'] = common;
	// Without any font Chromium crashes on text areas; with the same fonts everywhere pictures are the same everywhere.
	const configuration = mkdtempSync(join(tmpdir(), 'fonts-'));
	writeFileSync(
		join(configuration, 'fonts.conf'),
		`<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${configuration}</cachedir></fontconfig>`,
	);
	return {
		executablePath,
		env: {
			LD_LIBRARY_PATH: join(libraries, 'lib'),
			FONTCONFIG_PATH: configuration,
			FONTCONFIG_FILE: join(configuration, 'fonts.conf'),
		},
	};
}

function installedBrowser(): FoundBrowser | undefined {
	const own = chromium.executablePath();
	const executablePath = [own, ...systemBrowsers].find((path) => path && existsSync(path));
	return executablePath ? { executablePath } : undefined;
}

function downloadedBrowser(): FoundBrowser {
	execFileSync('playwright-core', ['install', 'chromium', '--only-shell'], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	return { executablePath: chromium.executablePath() };
}

/** Starts a Chromium: `BROWSER_PATH`, the one from npm, an installed one, or a downloaded one. Throws if there is none. */
export async function launchBrowser(): Promise<BrowserServer> {
	const given = process.env['BROWSER_PATH'];
	const { executablePath, env } = given
		? { executablePath: given, env: undefined }
		: ((await packagedBrowser()) ?? installedBrowser() ?? downloadedBrowser());
	return chromium.launchServer({
		executablePath,
		args: ['--no-sandbox'],
		env: { ...(process.env as Record<string, string>), ...env },
	});
}

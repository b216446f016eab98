import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { siteToday } from '../../src/formats/brussels-days.ts';
import { LAST_BUILD_FOLDER } from '../../src/files/last-build.ts';
import { serveSite } from '../../src/local/serve.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { buildEnvironment } from '../builds/build-environment.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Folder of the site built from the real content. */
		siteFolder: string;
		/** The day that site is built for; another may have begun since. */
		siteDay: string;
		/** Where that site is served, with the headers of the host. */
		siteAddress: string;
		/** Where the one browser of this run listens. */
		browserAddress: string;
	}
}

/** Builds the real content once, serves it, and starts one browser, for all tests of the site. */
export default async function setup(project: TestProject) {
	// All of it is to be made by this code now.
	rmSync(LAST_BUILD_FOLDER, { recursive: true, force: true });
	const siteFolder = mkdtempSync(join(tmpdir(), 'site-'));
	const siteDay = siteToday();
	execFileSync('npm', ['run', 'build', '--silent'], {
		env: buildEnvironment({ OUT_DIR: siteFolder, SITE_TODAY: siteDay }),
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const { server, address } = await serveSite(siteFolder, 0);
	const browser = await launchBrowser();
	project.provide('siteFolder', siteFolder);
	project.provide('siteDay', siteDay);
	project.provide('siteAddress', address);
	project.provide('browserAddress', browser.wsEndpoint());
	return async () => {
		await browser.close();
		server.close();
		rmSync(siteFolder, { recursive: true });
	};
}

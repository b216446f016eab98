import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stop } from '../../src/local/port.ts';

/** Parts of hosts, as npm has them. Too large to come with `npm ci`: together they have some 700 MB. */
const PARTS = {
	'netlify-cli': '27.10.2',
	wrangler: '4.164.0',
	'@mdn/mdn-http-observatory': '1.4.8',
};

const FOLDER = resolve('.cache/hosts');

/** Whether these parts are installed. */
export const hasHostParts = (): boolean => existsSync(join(FOLDER, 'node_modules/netlify-cli'));

/** A file of these parts. Installs them at the first time, without their scripts. Stops with a sentence if that fails. */
export function hostParts(file: string): string {
	const installed = join(FOLDER, 'node_modules', file);
	if (existsSync(installed)) return installed;
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: PARTS }));
	console.log(`Installing ${Object.keys(PARTS).join(', ')} into ${FOLDER}; this takes some minutes, once.`);
	try {
		execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
			cwd: FOLDER,
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	} catch {
		stop('The parts of hosts could not be installed; npm says above why. They need the network, once.');
	}
	if (!existsSync(installed)) stop(`${installed} is missing, although it was installed: has a package changed?`);
	return installed;
}

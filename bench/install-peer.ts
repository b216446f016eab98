import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stop } from '../src/local/port.ts';

/**
 * Installs packages for a peer in a folder of their own, at the first time, and answers the folder. They have hundreds
 * of packages themselves, which nobody needs who measures nothing.
 */
export function installPeer(name: string, packages: readonly string[]): string {
	const folder = resolve('.cache/bench', name);
	const first = (packages[0] ?? '').replace(/(?<=.)@.*$/, '');
	if (existsSync(join(folder, 'node_modules', first))) return folder;
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
	try {
		execFileSync('npm', ['install', '--save-exact', '--no-audit', '--no-fund', ...packages], {
			cwd: folder,
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	} catch {
		return stop(`${name} could not be installed; npm says above why. It needs the network, once.`);
	}
	return folder;
}

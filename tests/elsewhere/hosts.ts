import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stop } from '../../src/local/port.ts';
import { until } from './checks.ts';
import { findProgram, freePort } from './programs.ts';

/** A program that serves a folder as it does by default, told nothing but the folder and the port. */
interface Program {
	name: string;
	/** Starts it, with a folder for its own files. */
	start: (file: string, folder: string, port: number, work: string) => ChildProcess;
}

const programs: readonly Program[] = [
	{
		name: 'nginx',
		start: (file, folder, port, work) => {
			const built = spawnSync(file, ['-V'], { encoding: 'utf8' }).stderr;
			const types = join(dirname(/--conf-path=(\S+)/.exec(built)?.[1] ?? '/etc/nginx/nginx.conf'), 'mime.types');
			const configuration = join(work, 'nginx.conf');
			const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
			writeFileSync(
				configuration,
				`daemon off; master_process off; pid ${work}/nginx.pid; error_log ${work}/error.log;
				events {}
				http {
					include ${types}; access_log off;
					${places.map((place) => `${place}_temp_path ${work}/${place};`).join(' ')}
					server { listen 127.0.0.1:${port}; root ${folder}; }
				}`,
			);
			return spawn(file, ['-c', configuration, '-e', join(work, 'error.log')], { stdio: 'ignore' });
		},
	},
	{
		name: 'caddy',
		start: (file, folder, port, work) =>
			spawn(file, ['file-server', '--root', folder, '--listen', `127.0.0.1:${port}`], {
				env: { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
				stdio: 'ignore',
			}),
	},
];

/** A host that serves a built site. */
export interface Host {
	/** What serves, and in which version. */
	name: string;
	address: string;
	close: () => void;
}

const versionOf = (file: string): string => {
	const { stdout, stderr } = spawnSync(file, file.endsWith('nginx') ? ['-v'] : ['version'], { encoding: 'utf8' });
	return /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? '';
};

/** Ways to serve a folder, one for each program. Stops with a sentence if one is not installed. */
export function findHosts(): ((folder: string) => Promise<Host>)[] {
	const lacking = programs.filter(({ name }) => findProgram(name) === undefined).map(({ name }) => name);
	if (lacking.length > 0) {
		stop(
			`There is no ${lacking.join(' and no ')} on this machine: install what is missing, in Debian by “apt install nginx-light caddy”.`,
		);
	}
	return programs.map(({ name, start }) => async (folder) => {
		const file = findProgram(name) ?? name;
		const work = mkdtempSync(join(tmpdir(), `${name}-`));
		const port = await freePort();
		const process = start(file, folder, port, work);
		const address = `http://127.0.0.1:${port}/`;
		await until(() => fetch(address));
		return {
			name: `${name} ${versionOf(file)}`,
			address,
			close: () => {
				process.kill();
				rmSync(work, { recursive: true, force: true });
			},
		};
	});
}

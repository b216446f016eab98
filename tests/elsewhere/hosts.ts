import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stop } from '../../src/local/port.ts';
import { toServerConfig, type ServerProgram } from '../../src/local/server-config.ts';
import { until } from './checks.ts';
import { hostParts } from './host-parts.ts';
import { findProgram, freePort } from './programs.ts';

/** A way to serve a folder. */
interface Way {
	/** As the table of docs/hosting.md calls it, and what is said of it. */
	column: string;
	said: string;
	program: ServerProgram | 'netlify' | 'wrangler';
	/** Starts it, with a folder for its own files. */
	start: (file: string, folder: string, port: number, work: string) => ChildProcess;
}

const quiet = { stdio: 'ignore' } as const;
const inFolder = (work: string) => ({ ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work });

/** What a server on one’s own machine is told, as `npm run server-config` prints it. */
const configFor = (program: ServerProgram, folder: string): string => {
	const read = (name: string) => readFileSync(join(folder, name), 'utf8');
	return toServerConfig(program, { folder, headers: read('_headers'), redirects: read('_redirects') });
};

function startNginx(file: string, port: number, told: string, work: string): ChildProcess {
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
			server { listen 127.0.0.1:${port}; ${told} }
		}`,
	);
	return spawn(file, ['-c', configuration, '-e', join(work, 'error.log')], quiet);
}

const ways: readonly Way[] = [
	{
		column: 'Netlify',
		said: 'as netlify.toml says',
		program: 'netlify',
		start: (file, folder, port, work) => {
			// Functions are tried from their zips; here they would be packed anew, and tell of settings that are missing. What
			// runs around a build does not run here.
			writeFileSync(
				join(work, 'netlify.toml'),
				readFileSync('netlify.toml', 'utf8').replace(/^(?:\[functions\]|\[\[plugins\]\])\n.*\n/gm, ''),
			);
			const given = ['dev', '--offline', '--no-open', '--internal-disable-edge-functions', '--framework', '#static'];
			return spawn(process.execPath, [file, ...given, '--dir', folder, '--port', `${port}`], {
				cwd: work,
				env: { ...inFolder(work), CI: 'true' },
				...quiet,
			});
		},
	},
	{
		column: 'Cloudflare',
		said: 'as it comes',
		program: 'wrangler',
		start: (file, folder, port, work) =>
			spawn(process.execPath, [file, 'pages', 'dev', folder, '--port', `${port}`, '--ip', '127.0.0.1'], {
				cwd: work,
				env: { ...inFolder(work), CI: 'true', WRANGLER_SEND_METRICS: 'false' },
				...quiet,
			}),
	},
	{
		column: 'nginx, told',
		said: 'as npm run server-config tells it',
		program: 'nginx',
		start: (file, folder, port, work) => startNginx(file, port, configFor('nginx', folder), work),
	},
	{
		column: 'nginx',
		said: 'as it comes',
		program: 'nginx',
		start: (file, folder, port, work) => startNginx(file, port, `root ${folder};`, work),
	},
	{
		column: 'Caddy, told',
		said: 'as npm run server-config tells it',
		program: 'caddy',
		start: (file, folder, port, work) => {
			const configuration = join(work, 'Caddyfile');
			writeFileSync(configuration, `{\nadmin off\n}\nhttp://127.0.0.1:${port} {\n${configFor('caddy', folder)}}\n`);
			return spawn(file, ['run', '--config', configuration, '--adapter', 'caddyfile'], {
				env: inFolder(work),
				...quiet,
			});
		},
	},
	{
		column: 'Caddy',
		said: 'as it comes',
		program: 'caddy',
		start: (file, folder, port, work) =>
			spawn(file, ['file-server', '--root', folder, '--listen', `127.0.0.1:${port}`], {
				env: inFolder(work),
				...quiet,
			}),
	},
];

/** A host that serves a built site. */
export interface Host {
	/** What serves, and in which version. */
	name: string;
	/** What the table of docs/hosting.md calls it. */
	column: string;
	address: string;
	close: () => void;
}

const versionOf = (file: string, program: Way['program']): string => {
	const [command, given] =
		program === 'nginx'
			? [file, ['-v']]
			: program === 'caddy'
				? [file, ['version']]
				: [process.execPath, [file, '--version']];
	const { stdout, stderr } = spawnSync(command, given, { encoding: 'utf8' });
	return /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? '';
};

/** Ways to serve a folder. Stops with a sentence if a program is not installed. */
export function findHosts(): ((folder: string) => Promise<Host>)[] {
	const lacking = ['nginx', 'caddy'].filter((name) => findProgram(name) === undefined);
	if (lacking.length > 0) {
		stop(
			`There is no ${lacking.join(' and no ')} on this machine: install what is missing, in Debian by “apt install nginx-light caddy”.`,
		);
	}
	const files = {
		nginx: findProgram('nginx') ?? 'nginx',
		caddy: findProgram('caddy') ?? 'caddy',
		netlify: hostParts('netlify-cli/bin/run.js'),
		wrangler: hostParts('wrangler/bin/wrangler.js'),
	};
	return ways.map(({ column, said, program, start }) => async (folder) => {
		const file = files[program];
		const work = mkdtempSync(join(tmpdir(), `${program}-`));
		const port = await freePort();
		const process = start(file, folder, port, work);
		const address = `http://127.0.0.1:${port}/`;
		const close = () => {
			process.kill();
			rmSync(work, { recursive: true, force: true });
		};
		try {
			await until(() => fetch(address), 60_000);
		} catch (error) {
			close();
			throw new Error(`${program} does not serve, ${said}.`, { cause: error });
		}
		return { name: `${program} ${versionOf(file, program)}, ${said}`, column, address, close };
	});
}

/** A copy of a built site that has a former address more, which leads to another. */
export function withFormerAddress(folder: string, from: string, to: string): { folder: string; remove: () => void } {
	const copy = mkdtempSync(join(tmpdir(), 'site-'));
	cpSync(folder, copy, { recursive: true });
	const file = join(copy, '_redirects');
	writeFileSync(file, `${existsSync(file) ? readFileSync(file, 'utf8') : ''}${from} ${to} 301\n`);
	return {
		folder: copy,
		remove: () => {
			rmSync(copy, { recursive: true, force: true });
		},
	};
}

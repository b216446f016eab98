import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder, writeFiles } from './forms/form-site.ts';

const STARTER = 'src/local/with-node.mjs';
/** No Node is as new as this one. */
const TOO_NEW = '>=999.0.0';

const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	engines: { node: string };
	scripts: Record<string, string>;
};

/** What a package that brings a Node looks like; its Node says its version, and else does what the real one does. */
const packaged = (version: string) => ({
	'node_modules/node-made-up/package.json': JSON.stringify({ bin: { node: 'bin/node' } }),
	'node_modules/node-made-up/bin/node': `#!/bin/sh\n[ "$1" = --version ] && echo ${version} && exit\nPACKAGED=yes exec "${process.execPath}" "$@"\n`,
});

/** Commands of packages, as npm links them. */
const commands = {
	'node_modules/.bin/tell': '#!/usr/bin/env node\nconsole.log(process.env.PACKAGED, process.argv.slice(2))',
	'node_modules/.bin/tell-child': `#!/usr/bin/env node\nprocess.stdout.write(require('node:child_process').execFileSync('tell'))`,
};

/** A project that needs some Node, with these packages. */
function projectThatNeeds(node: string, files: Record<string, string> = {}): string {
	const folder = temporaryFolder('project');
	const all = { ...commands, ...files };
	writeFiles(folder, {
		...all,
		'package.json': JSON.stringify({
			engines: { node },
			optionalDependencies: { 'node-elsewhere': '24.0.0', 'node-made-up': '24.0.0' },
		}),
		[STARTER]: '',
	});
	copyFileSync(STARTER, join(folder, STARTER));
	for (const file of Object.keys(all).filter((file) => file.includes('bin/'))) chmodSync(join(folder, file), 0o755);
	return folder;
}

/** Runs a command as a script of npm does. */
function runIn(folder: string, ...command: string[]) {
	const started = spawn(process.execPath, [join(folder, STARTER), ...command], {
		env: { ...process.env, PATH: [join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter) },
	});
	onTestFinished(() => void started.kill('SIGKILL'));
	let output = '';
	for (const stream of [started.stdout, started.stderr]) {
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	}
	const ended = once(started, 'close').then(([code, signal]) => ({ code: code as unknown, signal: signal as unknown }));
	return { started, ended, output: () => output };
}

/** Runs a command to its end. */
async function outcomeOf(folder: string, ...command: string[]) {
	const { ended, output } = runIn(folder, ...command);
	return { code: (await ended).code, output: output() };
}

test('a Node that is new enough runs the command itself', async () => {
	const folder = projectThatNeeds(engines.node, packaged('v24.21.0'));
	expect(await outcomeOf(folder, 'tell')).toEqual({ code: 0, output: 'undefined []\n' });
});

describe('when the Node at hand is too old', () => {
	const folderWithNode = () => projectThatNeeds(TOO_NEW, packaged('v999.0.0'));

	test('the one that npm brought runs the command, though node_modules/.bin has none', async () => {
		const folder = folderWithNode();
		expect(existsSync(join(folder, 'node_modules/.bin/node'))).toBe(false);
		expect(await outcomeOf(folder, 'node', '-p', 'process.env.PACKAGED')).toEqual({ code: 0, output: 'yes\n' });
		expect((await outcomeOf(folder, 'tell')).output).toContain('yes');
	});

	test('it also runs what the command starts', async () => {
		expect((await outcomeOf(folderWithNode(), 'tell-child')).output).toBe('yes []\n');
	});

	test.each([
		['no package of npm has one', {}],
		['the one that npm brought is too old as well', packaged('v24.0.0')],
		[
			'the one that npm brought does not start on this system',
			{ ...packaged(''), 'node_modules/node-made-up/bin/node': '#!/lib/no-such-loader\n' },
		],
	])('and %s, a sentence says so and nothing runs', async (_why, files) => {
		const { code, output } = await outcomeOf(projectThatNeeds(TOO_NEW, files), 'tell');
		expect([code, output]).toEqual([
			1,
			`Node ${process.versions.node} is too old; this project needs 999.0 or newer. “npm ci” brings one along for Linux, macOS and Windows: run it first, or install a newer Node.\n`,
		]);
	});
});

test('nothing that is run tells Astro’s makers, or writes into a home for that', async () => {
	const { output, ended } = runIn(projectThatNeeds('>=18.0.0'), 'node', '-p', 'process.env.ASTRO_TELEMETRY_DISABLED');
	await ended;
	expect(output()).toBe('1\n');
});

test('words with blanks and signs reach the command as they are', async () => {
	const words = ['src/**/*.{css,astro}', 'two words', '$HOME', '"quoted"', '--', '-x'];
	const { output } = await outcomeOf(
		projectThatNeeds(engines.node),
		'node',
		'-p',
		'JSON.stringify(process.argv.slice(1))',
		'--',
		...words,
	);
	expect(JSON.parse(output)).toEqual(words);
});

test('the command’s failure is the script’s failure', async () => {
	expect((await outcomeOf(projectThatNeeds(engines.node), 'node', '-e', 'process.exit(3)')).code).toBe(3);
});

test('a command that is not there is named in a sentence', async () => {
	expect(await outcomeOf(projectThatNeeds(engines.node), 'no-such-command')).toEqual({
		code: 1,
		output: '“no-such-command” cannot be started (ENOENT). Run “npm ci” first, then start commands with “npm run”.\n',
	});
});

test('who ends the script ends the command', async () => {
	const { started, ended, output } = runIn(
		projectThatNeeds(engines.node),
		'node',
		'-e',
		'console.log(process.pid); setInterval(() => {}, 1000)',
	);
	await once(started.stdout, 'data');
	started.kill('SIGTERM');
	expect(await ended).toEqual({ code: null, signal: 'SIGTERM' });
	expect(() => process.kill(Number(output()), 0)).toThrow('ESRCH');
});

test('every script of this project starts its commands so, but for the one that npm runs before it is whole', () => {
	for (const [name, script] of Object.entries(scripts).filter(([name]) => name !== 'postinstall')) {
		for (const command of script.split(' && ')) {
			expect(command, name).toMatch(/^(?:node src\/local\/with-node\.mjs|npm run) /);
		}
	}
});

// `node src/local/with-node.mjs astro build` runs a command, and all that it starts, with a Node that is new enough:
// the one at hand, or the one that came as an optional dependency. npm 9 and 10 install that too, but leave it out of
// node_modules/.bin, where commands would find it. Plain JavaScript, so that old versions of Node can run it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readPackage = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const { engines, optionalDependencies } = readPackage(root);

function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** The two first numbers of a version or of the range “>=22.18.0”. */
const numbersIn = (version) => /(\d+)\.(\d+)/.exec(version).slice(1).map(Number);
const [neededMajor, neededMinor] = numbersIn(engines.node);

function isNewEnough(version) {
	const [major, minor] = numbersIn(version);
	return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** Whether a Node starts here at all: the one for Linux needs glibc. */
function starts(node) {
	try {
		return isNewEnough(execFileSync(node, ['--version'], { encoding: 'utf8' }));
	} catch {
		return false;
	}
}

/** The Node among the optional dependencies that npm installed for this machine; undefined if there is none. */
const findPackagedNode = () =>
	Object.keys(optionalDependencies)
		.filter((name) => name.startsWith('node-'))
		.map((name) => join(root, 'node_modules', name))
		.filter((folder) => existsSync(join(folder, 'package.json')))
		.map((folder) => join(folder, readPackage(folder).bin.node))
		.find(starts);

if (!isNewEnough(process.versions.node)) {
	const node = findPackagedNode();
	if (!node) {
		stop(
			`Node ${process.versions.node} is too old; this project needs ${neededMajor}.${neededMinor} or newer. “npm ci” brings one along for Linux, macOS and Windows: run it first, or install a newer Node.`,
		);
	}
	process.env.PATH = dirname(node) + delimiter + process.env.PATH;
}

// Astro would tell its makers of every run, and write into the home of whoever runs it, which cannot always be written.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

// `NAME=value` before the command sets a variable, as a shell does where there is one.
const given = process.argv.slice(2);
const isAssignment = (word) => /^[A-Z_]+=/.test(word);
while (given.length > 0 && isAssignment(given[0])) {
	const [name, ...value] = given.shift().split('=');
	process.env[name] = value.join('=');
}
const [command, ...words] = given;
/** Windows starts the commands of packages through its shell alone. */
const quote = (word) => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`);
const child =
	process.platform === 'win32'
		? spawn([command, ...words].map(quote).join(' '), { stdio: 'inherit', shell: true })
		: spawn(command, words, { stdio: 'inherit' });

child.on('error', ({ code }) => {
	stop(`“${command}” cannot be started (${code}). Run “npm ci” first, then start commands with “npm run”.`);
});
child.on('exit', (code, signal) => {
	if (signal === null) process.exit(code);
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
});
// A terminal sends Ctrl+C to all of them, and the command decides when it is over.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

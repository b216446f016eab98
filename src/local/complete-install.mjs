// Runs after `npm ci`. Packages for one kind of system, such as the bundler’s binaries, say which Node they need, and
// npm leaves them out without a word where it runs on an older one itself. But they run on the Node that npm brings
// along: on that one npm installs what it left out. Plain JavaScript, so that old versions of Node can run it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Whether a package of the lock is for machines such as this one. */
const isForHere = ({ os = [], cpu = [] }) => os.includes(process.platform) && cpu.includes(process.arch);

/** Whether npm leaves something out when it runs on this version of Node. */
function leavesOut(version, semver) {
	const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
	return Object.values(packages).some(
		(entry) =>
			entry.optional && isForHere(entry) && entry.engines?.node && !semver.satisfies(version, entry.engines.node),
	);
}

const { npm_config_user_agent: agent = '', npm_execpath: npm = '', ...environment } = process.env;
// By npm’s own word: in this script npm 11 is on the packaged Node already.
const [, version] = /^npm\/.* node\/v(\S+)/.exec(agent) || [];

if (version && leavesOut(version, createRequire(npm)('semver'))) {
	console.log(
		`npm runs on Node ${version} and left packages out that need a newer one; it adds them now, on the Node that it brought.`,
	);
	const { status } = spawnSync(
		process.execPath,
		['src/local/with-node.mjs', 'node', npm, 'install', '--no-save'],
		// Without the word of the first run, which the second would repeat.
		{ env: environment, stdio: 'inherit' },
	);
	process.exit(status === null ? 1 : status);
}

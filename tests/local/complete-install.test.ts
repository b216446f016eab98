import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from './forms/form-site.ts';

const SCRIPT = 'src/local/complete-install.mjs';
const STARTER = 'src/local/with-node.mjs';

const OF_18 = 'npm/9.9.4 node/v18.20.8 linux x64 workspaces/false';
const here = { optional: true, os: [process.platform], cpu: [process.arch], engines: { node: '20' } };

/** Runs the script after an npm that ran on this version of Node; a made-up npm says what it is asked for. */
function afterInstall(agent: string, packages: readonly object[], exitCode = 0) {
	const folder = temporaryFolder('project');
	writeFiles(folder, {
		'package.json': JSON.stringify({ engines: { node: '>=22.18.0' }, optionalDependencies: {} }),
		'package-lock.json': JSON.stringify({ packages: Object.fromEntries(packages.entries()) }),
		[SCRIPT]: '',
		[STARTER]: '',
		'npm/bin/npm-cli.js': `console.log('npm', ...process.argv.slice(2), process.env.npm_config_user_agent); process.exit(${exitCode})`,
		'npm/node_modules/semver/index.js':
			'exports.satisfies = (version, range) => Number(version.split(".")[0]) >= Number(range)',
	});
	for (const file of [SCRIPT, STARTER]) copyFileSync(file, join(folder, file));
	const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], {
		cwd: folder,
		env: { ...process.env, npm_config_user_agent: agent, npm_execpath: join(folder, 'npm/bin/npm-cli.js') },
		encoding: 'utf8',
	});
	return { status, output: stdout + stderr };
}

test('what npm left out because of its old Node, it adds on the newer one', () => {
	expect(afterInstall(OF_18, [here])).toEqual({
		status: 0,
		output:
			'npm runs on Node 18.20.8 and left packages out that need a newer one; it adds them now, on the Node that it brought.\nnpm install --no-save undefined\n',
	});
});

test.each([
	['npm runs on a Node that is new enough', 'npm/10.9.9 node/v20.20.2 linux x64', [here]],
	['they are for another system', OF_18, [{ ...here, os: ['other'] }]],
	['they are for another processor', OF_18, [{ ...here, cpu: ['other'] }]],
	['no package says which Node it needs', OF_18, [{ ...here, engines: undefined }]],
	['every package is needed, so that npm only warned', OF_18, [{ ...here, optional: false }]],
	['another program than npm installed', 'pnpm/10.0.0 npm/? node/v18.20.8 linux x64', [here]],
])('nothing is added when %s', (_why, agent, packages) => {
	expect(afterInstall(agent, packages)).toEqual({ status: 0, output: '' });
});

test('the install fails if what was left out cannot be added', () => {
	expect(afterInstall(OF_18, [here], 1).status).toBe(1);
});

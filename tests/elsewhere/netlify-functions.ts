import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostParts } from './host-parts.ts';

/** A function as Netlify packed it. */
interface Packed {
	name: string;
	path: string;
	mainFile: string;
	schedule?: string;
	routes?: { pattern: string }[];
}

/** What is known of each function: where or when it runs, and what it answers without any settings. */
const known = {
	'build-on-days-of-change': {
		runs: '5 22,23 * * *',
		address: '/',
		answer: /The setting BUILD_HOOK_URL is missing\./,
	},
	'log-in': {
		runs: '/api/log-in /api/log-in/callback',
		address: '/api/log-in',
		answer: /The setting GITHUB_CLIENT_ID is missing\./,
	},
	'submission-created': { runs: '', address: '/', answer: /^405 / },
};

/** Calls a function in a process of its own that has no settings, and says what it answered. */
const CALL = `
	const { default: answer } = await import(process.argv[1]);
	try {
		const response = await answer(new Request('https://site.example' + process.argv[2]), {});
		console.log(response ? response.status + ' ' + (await response.text()) : 'nothing');
	} catch (error) {
		console.log(String(error));
	}`;

/** Netlify’s own packer finds the functions, with their addresses and times, and each runs from its zip. */
export async function functionsRun(): Promise<string> {
	const { zipFunctions } = (await import(
		pathToFileURL(hostParts('@netlify/zip-it-and-ship-it/dist/main.js')).href
	)) as { zipFunctions: (folders: string[], to: string, options: object) => Promise<Packed[]> };
	const { default: Zip } = (await import(pathToFileURL(hostParts('node-stream-zip/node_stream_zip.js')).href)) as {
		default: {
			async: new (given: { file: string }) => {
				extract: (entry: null, folder: string) => Promise<unknown>;
				close: () => Promise<void>;
			};
		};
	};
	const work = mkdtempSync(join(tmpdir(), 'functions-'));
	try {
		const packed = await zipFunctions([resolve('src/functions')], join(work, 'zips'), { basePath: process.cwd() });
		assert.deepEqual(packed.map(({ name }) => name).sort(), Object.keys(known));
		for (const [name, { runs, address, answer }] of Object.entries(known)) {
			const one = packed.find((other) => other.name === name);
			assert.ok(one);
			assert.equal(one.schedule ?? (one.routes ?? []).map(({ pattern }) => pattern).join(' '), runs, name);
			const dir = join(work, name);
			mkdirSync(dir);
			const zip = new Zip.async({ file: one.path });
			await zip.extract(null, dir);
			await zip.close();
			const main = join(dir, one.mainFile.slice(process.cwd().length).replace(/\.ts$/, '.mjs'));
			const given = ['--input-type=module', '-e', CALL, pathToFileURL(main).href, address];
			const seen = execFileSync(process.execPath, given, { cwd: dir, env: {}, encoding: 'utf8' });
			assert.match(seen, answer, name);
		}
		return Object.keys(known).join(', ');
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

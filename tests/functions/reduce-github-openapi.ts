// Makes github-openapi.json anew: the part of GitHub’s published description of its API that this site’s functions and
// Decap use. The whole, an npm package, has 400 MB. Needs the network: node tests/functions/reduce-github-openapi.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const PACKAGE = '@octokit/openapi@23.0.2';
const FILE = 'tests/functions/github-openapi.json';

/** The addresses that are asked: `src/hosts/github-repository.ts`, the log-in, and API.js of Decap’s back end. */
const KEPT =
	/^\/(?:user|users\/\{username\}|search\/issues|repos\/\{owner\}\/\{repo\}(?:\/(?:git\/(?:blobs|commits|ref|refs|trees)|contents|compare|commits|branches|collaborators|merges|merge-upstream|forks|issues|pulls)(?:\/.*)?)?)$/;
/** What lies below them and nobody asks. */
const LEFT_OUT =
	/\/(?:protection|reactions|sub_?issues?|dependencies|timeline|events|assignees|lock|parent|issue-field-values|reviews|codespaces|requested_reviewers|update-branch|check-runs|check-suites|milestones|rename|pin|pinned-comment|archive|suggestions|branches-where-head|replies|merge-async)(?:\/|$)/;
/** Words for people, and what no check reads. */
const UNREAD = new Set([
	'description',
	'summary',
	'example',
	'examples',
	'externalDocs',
	'tags',
	'title',
	'operationId',
]);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface Operation {
	parameters?: Json[];
	requestBody?: Json;
	responses: Record<string, Json>;
}
interface Description {
	openapi: string;
	info: { version: string };
	paths: Record<string, Record<string, Operation>>;
}

const work = mkdtempSync(join(tmpdir(), 'openapi-'));
const packed = join(work, `${PACKAGE.slice(1).replace(/[/@]/g, '-')}.tgz`);
const read = (file: string): string =>
	execFileSync('tar', ['xzOf', packed, `package/${file}`], { encoding: 'utf8', maxBuffer: 2 ** 30 });
execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', work], { stdio: 'inherit' });

const whole = JSON.parse(read('generated/api.github.com.json')) as Description;
const licence = read('LICENSE').trim().split('\n');
rmSync(work, { recursive: true });

/** A part of the description with what it refers to put in its place, and without words. */
function resolved(part: Json, isNames = false): Json {
	if (Array.isArray(part)) return part.map((item) => resolved(item));
	if (part === null || typeof part !== 'object') return part;
	if (typeof part['$ref'] === 'string') {
		const steps = part['$ref'].slice(2).split('/');
		return resolved(steps.reduce<Json>((at, step) => (at as Record<string, Json>)[step] ?? null, whole as never));
	}
	const kept = Object.entries(part).filter(([key]) => isNames || (!UNREAD.has(key) && !key.startsWith('x-')));
	return Object.fromEntries(kept.map(([key, value]) => [key, resolved(value, key === 'properties')]));
}

const paths = Object.entries(whole.paths)
	.filter(([path]) => KEPT.test(path) && !LEFT_OUT.test(path))
	.map(([path, operations]) => [
		path,
		Object.fromEntries(
			Object.entries(operations).map(([method, { parameters = [], requestBody, responses }]) => [
				method,
				{
					parameters: resolved(parameters),
					...(requestBody === undefined ? {} : { requestBody: resolved(requestBody) }),
					responses: Object.keys(responses),
				},
			]),
		),
	]);

const copy = { source: PACKAGE, licence, openapi: whole.openapi, paths: Object.fromEntries(paths) as object };
writeFileSync(FILE, await format(JSON.stringify(copy), { ...(await resolveConfig(FILE)), filepath: FILE }));
console.log(`${FILE}: ${paths.length} addresses`);

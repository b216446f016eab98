import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A description of what may be in a place: JSON Schema, as OpenAPI 3.0 has it. */
type Schema = z.core.JSONSchema.JSONSchema;

interface Operation {
	parameters: { in: 'path' | 'query' | 'header'; name: string; required?: boolean; schema: Schema }[];
	requestBody?: { content: Record<string, { schema: Schema }> };
	/** The statuses that an answer may have. */
	responses: string[];
}

const { paths } = JSON.parse(readFileSync('tests/functions/github-openapi.json', 'utf8')) as {
	paths: Record<string, Record<string, Operation>>;
};

/** What a name or number in an address may look like: paths and names of branches have slashes. */
const WITH_SLASHES = new Set(['path', 'ref', 'branch', 'tree_sha', 'basehead', 'name']);

const addresses = Object.entries(paths)
	.map(([path, operations]) => ({
		path,
		operations,
		pattern: new RegExp(
			`^${path.replace(/\{(\w+)\}/g, (_all, name: string) => (WITH_SLASHES.has(name) ? '.+' : '[^/]+'))}$`,
		),
	}))
	// The one with more words of its own is meant: /git/refs/x before /git/{…}.
	.sort((a, b) => b.path.replace(/\{.*?\}/g, '').length - a.path.replace(/\{.*?\}/g, '').length);

const problemsIn = (schema: Schema, value: unknown): string[] => {
	const { error } = z.fromJSONSchema(schema, { defaultTarget: 'openapi-3.0' }).safeParse(value);
	return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

/** Fields that GitHub does not know; it would leave them out without a word. */
function unknownIn(schema: Schema, value: unknown, at = ''): string[] {
	if (Array.isArray(value)) {
		return value.flatMap((item, index) => unknownIn((schema.items ?? {}) as Schema, item, `${at}${index}.`));
	}
	if (value === null || typeof value !== 'object' || !schema.properties) return [];
	return Object.entries(value).flatMap(([name, part]) => {
		const own = schema.properties?.[name];
		return own === undefined ? [`${at}${name} is unknown`] : unknownIn(own as Schema, part, `${at}${name}.`);
	});
}

/** What an address says, as its schema has it: all in an address is text. */
const readText = (text: string, { type }: Schema): unknown =>
	type === 'integer' || type === 'number' ? Number(text) : type === 'boolean' ? text === 'true' : text;

/** What is wrong with a request by what GitHub publishes of its API; empty if nothing is. */
export function problemsOfRequest(method: string, address: string, body: string): string[] {
	const { pathname, searchParams } = new URL(address, 'https://api.github.com');
	const path = decodeURIComponent(pathname);
	const known = addresses.filter(({ pattern }) => pattern.test(path));
	const operation = known.map(({ operations }) => operations[method.toLowerCase()]).find((one) => one !== undefined);
	if (!operation) return [`${method} ${path} is unknown`];
	const asked = operation.parameters.filter((parameter) => parameter.in === 'query');
	const query = [...searchParams].flatMap(([name, text]) => {
		const parameter = asked.find((one) => one.name === name);
		if (!parameter) return [`?${name} is unknown`];
		return problemsIn(parameter.schema, readText(text, parameter.schema)).map((problem) => `?${name}${problem}`);
	});
	const missing = asked
		.filter(({ name, required }) => required === true && !searchParams.has(name))
		.map(({ name }) => `?${name} is missing`);
	const schema = operation.requestBody?.content['application/json']?.schema;
	const value: unknown = body === '' ? undefined : JSON.parse(body);
	const sent = schema
		? [...problemsIn(schema, value ?? {}), ...unknownIn(schema, value)]
		: value === undefined
			? []
			: ['A body is sent, and none is expected'];
	return [...query, ...missing, ...sent].map((problem) => `${method} ${path}: ${problem}`);
}

/** Whether an answer that all went well has a status that GitHub gives there. */
export function problemsOfAnswer(method: string, address: string, status: number): string[] {
	const path = decodeURIComponent(new URL(address, 'https://api.github.com').pathname);
	const [operation] = addresses.flatMap(({ pattern, operations }) =>
		pattern.test(path) ? (operations[method.toLowerCase()] ?? []) : [],
	);
	const isKnown = status >= 300 || operation?.responses.includes(String(status)) === true;
	return isKnown ? [] : [`${method} ${path}: GitHub does not answer ${status}`];
}

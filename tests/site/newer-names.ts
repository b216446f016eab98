import compat from '@mdn/browser-compat-data' with { type: 'json' };
import type { Identifier as Name, SimpleSupportStatement, SupportStatement } from '@mdn/browser-compat-data';
import { parse as parseScript, type AnyNode } from 'acorn';
import { parse as parseStyles, type AnyNode as StyleNode, type Declaration } from 'postcss';
import { SYNTAX_YEAR, type OldestBrowsers } from '../../src/build/oldest-browsers.ts';

// Looks up the names in scripts and styles in what MDN knows of browsers. A name is newer if nothing that is called so
// is in all of the oldest browsers.

type Support = NonNullable<Name['__compat']>['support'];

/** Browsers by their names at MDN, those of phones too, with the versions that are looked at. */
const versionsOf = ({ chrome, edge, firefox, safari }: OldestBrowsers): [keyof Support, string][] => [
	['chrome', chrome],
	['chrome_android', chrome],
	['edge', edge],
	['firefox', firefox],
	['firefox_android', firefox],
	['safari', safari],
	['safari_ios', safari],
];

const isUpTo = (version: string, limit: string): boolean =>
	version.replace('≤', '').localeCompare(limit, 'en', { numeric: true }) <= 0;

/** Whether a browser got it later than a version. What it never got is no newer, and pages do without it anyway. */
function cameLater(statement: SupportStatement | undefined, limit: string, isStrict: boolean): boolean {
	const statements: readonly SimpleSupportStatement[] = Array.isArray(statement)
		? statement
		: statement
			? [statement]
			: [];
	const own = statements.filter(
		({ version_added: added, flags, prefix, alternative_name: otherName }) =>
			typeof added === 'string' && !flags && !prefix && !otherName,
	);
	return (
		own.length > 0 &&
		!own.some(
			({ version_added: added, version_removed: removed, partial_implementation: isPartial }) =>
				isUpTo(String(added), limit) &&
				(typeof removed !== 'string' || !isUpTo(removed, limit)) &&
				!(isStrict && isPartial),
		)
	);
}

/** Those of these browsers that lack what newer ones have. To be strict is not to count what they have in part. */
function lackingIn(name: Name | undefined, oldest: OldestBrowsers, isStrict: boolean): string[] {
	const support = name?.__compat?.support;
	return support === undefined
		? []
		: versionsOf(oldest)
				.filter(([browser, version]) => cameLater(support[browser], version, isStrict))
				.map(([browser]) => browser);
}

/** What lies below a name: of `Map` its methods, of a property its values. */
const partsOf = (name: Name | undefined): [string, Name][] =>
	Object.entries(name ?? {}).filter(([key]) => !key.startsWith('__')) as [string, Name][];

/** What scripts find in every page: `Map`, `fetch`, `AbortSignal`. */
const globals = new Map<string, Name[]>();
/** What lies on it, or on what it makes: `Map.groupBy`. */
const statics = new Map<string, Name>();
/** What anything has under a name: `groupBy`. */
const members = new Map<string, Name[]>();

const put = (map: Map<string, Name[]>, key: string, name: Name) => map.set(key, [...(map.get(key) ?? []), name]);

const { api, css, javascript, webassembly } = compat;
for (const [owner, name] of [javascript['builtins'], webassembly['api'], api].flatMap(partsOf)) {
	put(globals, owner, name);
	for (const [key, member] of partsOf(name)) {
		if (key.endsWith('_event') || member.__compat === undefined) continue;
		const called = key.replace(/_static$/, '');
		const isStatic = key.endsWith('_static') || !(owner in api);
		if (isStatic) statics.set(`${owner}.${called}`, member);
		if (owner === 'Window' || owner === 'WindowOrWorkerGlobalScope') put(globals, called, member);
		put(members, called, member);
	}
}
/** What iterators have since lately; arrays have had most of it under the same names. */
const ofIterators = new Map(partsOf(javascript['builtins']?.['Iterator']));
const ITERATORS = ['values', 'keys', 'entries', 'matchAll'];

const isNode = (value: unknown): value is AnyNode =>
	typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';

function* nodesIn(node: AnyNode, parent?: AnyNode): Generator<[node: AnyNode, parent: AnyNode | undefined]> {
	yield [node, parent];
	for (const child of Object.values(node).flat() as unknown[]) if (isNode(child)) yield* nodesIn(child, node);
}

const nameOf = (key: AnyNode, isComputed: boolean): string | undefined =>
	key.type === 'Identifier' && !isComputed
		? key.name
		: key.type === 'Literal' && typeof key.value === 'string'
			? key.value
			: undefined;

/** Whether it is `x.values()` or the like; `Object.values(x)` is a list. */
const isIterator = (node: AnyNode): boolean =>
	node.type === 'CallExpression' &&
	node.callee.type === 'MemberExpression' &&
	!(node.callee.object.type === 'Identifier' && node.callee.object.name === 'Object') &&
	ITERATORS.includes(nameOf(node.callee.property, node.callee.computed) ?? '');

/** Whether a place asks only if there is something: `if (x.y)`, `x.y && …`, `typeof x`, `x?.y`. */
function isAsked(node: AnyNode, parent: AnyNode | undefined): boolean {
	switch (parent?.type) {
		case 'LogicalExpression':
			return parent.left === node;
		case 'IfStatement':
		case 'ConditionalExpression':
			return parent.test === node;
		case 'UnaryExpression':
			return true;
		case 'BinaryExpression':
			return /^[!=]==?$/.test(parent.operator);
		case 'CallExpression':
			return parent.callee === node && parent.optional;
		default:
			return node.type === 'MemberExpression' && node.optional;
	}
}

interface Used {
	/** What a script uses: `Map.groupBy`, with a dot in front where it is not known of what: `.groupBy`. */
	names: Set<string>;
	/** What it declares for itself. */
	declared: Set<string>;
	/** What it puts into objects of its own. */
	own: Set<string>;
}

/** Reads a script. Throws at syntax that is newer than the oldest browsers. */
function namesInScript(code: string): Used {
	const names = new Set<string>();
	const declared = new Set<string>();
	const own = new Set<string>();
	const asked = new Set<string>();
	for (const [node, parent] of nodesIn(parseScript(code, { ecmaVersion: SYNTAX_YEAR, sourceType: 'module' }))) {
		if (node.type === 'MemberExpression') {
			const called = nameOf(node.property, node.computed);
			if (called === undefined) continue;
			if (isAsked(node, parent)) asked.add(called);
			if (parent?.type === 'AssignmentExpression' && parent.left === node) own.add(called);
			names.add(node.object.type === 'Identifier' ? `${node.object.name}.${called}` : `.${called}`);
			if (isIterator(node.object)) names.add(`iterator.${called}`);
		} else if (node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') {
			const called = nameOf(node.key, node.computed);
			if (called === undefined) continue;
			// In a pattern it is taken from something.
			if (parent?.type === 'ObjectPattern') names.add(`.${called}`);
			else own.add(called);
		} else if (node.type === 'BinaryExpression' && node.operator === 'in' && node.left.type === 'Literal') {
			asked.add(String(node.left.value));
		} else if (node.type === 'Identifier') {
			const isMember = parent?.type === 'MemberExpression' && parent.object !== node;
			const isDeclared = parent?.type === 'VariableDeclarator' && parent.id === node;
			if (isAsked(node, parent)) asked.add(node.name);
			else if (isDeclared || /^(Function|Class)/.test(parent?.type ?? '')) declared.add(node.name);
			else if (!isMember) names.add(node.name);
		}
	}
	const isAskedFor = (name: string) => name.split('.').some((part) => asked.has(part));
	return { names: new Set([...names].filter((name) => !isAskedFor(name))), declared, own };
}

/** What MDN knows by a name of a script, as far as it is not of the scripts themselves. */
function knownAs(name: string, declared: ReadonlySet<string>, own: ReadonlySet<string>): [string, Name[]] {
	const [owner = '', called] = name.split('.');
	const isForeign = !declared.has(owner);
	if (called === undefined) return [owner, isForeign ? (globals.get(owner) ?? []) : []];
	const exact = owner === 'iterator' ? ofIterators.get(called) : isForeign ? statics.get(name) : undefined;
	return exact ? [name, [exact]] : [`.${called}`, own.has(called) ? [] : (members.get(called) ?? [])];
}

/** The names in scripts that the oldest browsers lack, each with who lacks it. Asked for before use, a name may be new. */
export function newerInScripts(scripts: readonly string[], oldest: OldestBrowsers): string[] {
	const used = scripts.map(namesInScript);
	const own = new Set(used.flatMap((script) => [...script.own]));
	const complaints = used.flatMap(({ names, declared }) =>
		[...names].flatMap((name) => {
			const [called, known] = knownAs(name, declared, own);
			const lacking = known.map((one) => lackingIn(one, oldest, true));
			const isNewer = lacking.length > 0 && lacking.every((list) => list.length > 0);
			return isNewer ? [`${called}: not in ${lacking[0]?.join(', ')}`] : [];
		}),
	);
	return [...new Set(complaints)].sort();
}

const types = partsOf(css['types']).flatMap(([key, name]) => [[key, name] as const, ...partsOf(name)]);
const unitFamilies: [RegExp, string][] = [
	[/\d[sld]v(?:w|h|i|b|min|max)\b/, 'viewport_percentage_units_dynamic'],
	[/\dcq(?:w|h|i|b|min|max)\b/, 'container_query_length_units'],
];

/** What the value of a property uses. */
function inValue(property: Name | undefined, value: string): [string, Name][] {
	const bare = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)|var\(--[\w-]+/g, ' ');
	const words = partsOf(property).filter(([key]) => new RegExp(`(?<![\\w-])${key}(?![\\w-])`).test(bare));
	const functions = [...bare.matchAll(/([a-z-]+)\(/g)].flatMap(([, called]) =>
		types.filter(([key]) => key === called).slice(0, 1),
	);
	const units = [
		...unitFamilies.filter(([pattern]) => pattern.test(bare)).map(([, key]) => key),
		...[...bare.matchAll(/\d([a-z]{2,4})\b/g)].map(([, unit = '']) => unit),
	].flatMap((key) => partsOf(css['types']?.['length']).filter(([name]) => name === key));
	return [...words, ...functions.map(([key, name]) => [`${key}()`, name] as [string, Name]), ...units];
}

const inSelector = (selector: string): [string, Name | undefined][] => [
	...[...selector.matchAll(/::?([a-z-]+)/g)].map(([text, called = '']): [string, Name | undefined] => [
		text,
		css['selectors']?.[called],
	]),
];

/** Whether an earlier line of the rule says the same in a way that the oldest browsers know. */
const hasFallback = (declaration: Declaration): boolean => {
	for (let before = declaration.prev(); before; before = before.prev())
		if (before.type === 'decl' && before.prop === declaration.prop) return true;
	return false;
};

function inNode(node: StyleNode): [string, Name | undefined][] {
	if (node.type === 'rule') return inSelector(node.selector);
	if (node.type === 'atrule') {
		const rule = css['at-rules']?.[node.name];
		const inside = partsOf(rule);
		return [
			[`@${node.name}`, rule],
			...inside.filter(([key]) => new RegExp(`\\(\\s*${key}\\b`).test(node.params)),
			...(node.name === 'media' && /[<>=]/.test(node.params) ? inside.filter(([key]) => key === 'range_syntax') : []),
		];
	}
	if (node.type !== 'decl' || hasFallback(node)) return [];
	const property = css['properties']?.[node.prop];
	return [[node.prop, property], ...inValue(property, node.value)];
}

/** The names in style sheets that the oldest browsers lack, but for what `@supports` guards or a line before replaces. */
export function newerInStyles(sheets: readonly string[], oldest: OldestBrowsers): string[] {
	const complaints = new Set<string>();
	const look = (node: StyleNode): void => {
		if (node.type === 'atrule' && node.name === 'supports') return;
		const nesting: [string, Name | undefined] = ['a rule in a rule', css['selectors']?.['nesting']];
		for (const [text, name] of node.parent?.type === 'rule' && node.type !== 'decl' ? [nesting] : inNode(node)) {
			const lacking = lackingIn(name, oldest, false);
			const where = node.type === 'decl' && text !== node.prop ? `${node.prop}: ${text}` : text;
			if (lacking.length > 0) complaints.add(`${where}: not in ${lacking.join(', ')}`);
		}
		if ('nodes' in node && node.nodes) node.nodes.forEach(look);
	};
	for (const sheet of sheets) parseStyles(sheet).nodes.forEach(look);
	return [...complaints].sort();
}

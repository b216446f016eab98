import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

const uprightPictures = fileURLToPath(new URL('../editor/upright-pictures.ts', import.meta.url));

/** Parts of Decap that the editor never reaches, or has better, and what stands in for them. */
const parts: [path: RegExp, code: string][] = [
	// Checks the configuration with code made from text, which the policy blocks. A test does it instead.
	[/decap-cms-core\/dist\/esm\/constants\/configSchema\.js$/, 'export function validateConfig() {}'],
	// Every collection has a format of its own.
	[/decap-cms-core\/dist\/esm\/formats\/(?:toml|yaml)\.js$/, 'export default {};'],
	// Would run JavaScript that stands in front matter.
	[/node_modules\/gray-matter\/index\.js$/, 'export default function matter() { throw new Error("not in use"); }'],
	// Would bring 800 kB of WebAssembly.
	[
		/decap-cms-core\/dist\/esm\/lib\/imageTransformations\.js$/,
		`export * from ${JSON.stringify(normalizePath(uprightPictures))};`,
	],
	// Asks GitHub in another way, which is off unless a configuration turns it on.
	[/decap-cms-backend-github\/dist\/esm\/GraphQLAPI\.js$/, 'export default class GraphQLAPI {}'],
];

/** Packages that only such parts would use. */
const packages: [name: RegExp, code: string][] = [
	// Would tell developers of React of a wrong style, in builds that are not for readers.
	[/^react-style-proptype$/, 'export default () => null;'],
	// Every browser has had one of its own since 2020.
	[/^@juggle\/resize-observer$/, 'export const ResizeObserver = globalThis.ResizeObserver;'],
	// A frame around the frame of our preview, in which Firefox matches no 'self' of the policy: Mozilla’s bug 1721296.
	// What Decap scrolls with the form is then an element that nobody sees.
	[
		/^react-frame-component$/,
		`const unseen = { document: { scrollingElement: document.createElement('div') } };
		export default ({ children }) => children;
		export const FrameContextConsumer = ({ children }) => children(unseen);`,
	],
	[/^graphql-tag$/, 'export const gql = () => undefined;'],
	[
		/^apollo-(?:client|cache-inmemory|link-http|link-context)$/,
		'export class ApolloClient {} export class InMemoryCache {} export const createHttpLink = undefined, setContext = undefined;',
	],
];

const STAND_IN = '\0stand-in:';

/** Leaves parts of Decap out of the bundle, and its second copy of what we have. */
export const leanDecap = (): Plugin => ({
	name: 'lean-decap',
	enforce: 'pre',
	load(id) {
		const [path = ''] = id.split('?');
		return path.startsWith(STAND_IN)
			? packages.find(([name]) => name.test(path.slice(STAND_IN.length)))?.[1]
			: parts.find(([part]) => part.test(path))?.[1];
	},
	resolveId(id, importer) {
		if (packages.some(([name]) => name.test(id))) return `${STAND_IN}${id}`;
		// Decap's older copy would only read a configuration file, which there is not.
		if (id === 'yaml' && importer?.includes('decap-cms-core')) {
			return this.resolve('yaml', fileURLToPath(import.meta.url), { skipSelf: true });
		}
		return undefined;
	},
});

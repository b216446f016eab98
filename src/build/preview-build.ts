import type { AstroIntegration } from 'astro';
import { getViteConfig } from 'astro/config';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type postcss from 'postcss';
import { build, createLogger, normalizePath, type Plugin } from 'vite';
import { contentFolder } from '../files/folders.ts';
import { MODULE_ADDRESS, STYLES_ADDRESS } from '../preview/addresses.ts';

/** What an editor’s browser loads, by address: the module, its CSS, and what the CSS asks for. */
type PreviewFiles = Map<string, string | Uint8Array>;

/**
 * Parts of Astro’s renderer that wake components up in a browser, or ask a server for them: none of ours does that. And
 * the outlines and the languages that positions and tags are checked with, which the form beside the preview does.
 */
const unused: [path: RegExp, code: string][] = [
	[/astro\/dist\/runtime\/server\/astro-island\.prebuilt(?:-dev)?\.js/, 'export default "";'],
	[
		/astro\/dist\/runtime\/server\/render\/server-islands\.js/,
		'export const containsServerDirective = () => false; export const renderServerIslandRuntime = () => ""; export class ServerIslandComponent {}',
	],
	[/src\/schemas\/outlines\.ts$/, 'export const outlines = {};'],
	[/src\/schemas\/known-languages\.ts$/, 'export const languageTagProblem = () => undefined;'],
];

/** Leaves those parts out. */
const withoutUnused: Plugin = {
	name: 'without-unused',
	enforce: 'pre',
	load: (id) => unused.find(([path]) => path.test(id))?.[1],
};

/** Nobody prints a draft. */
const withoutPrint: postcss.Plugin = {
	postcssPlugin: 'without-print',
	AtRule: {
		media: (rule) => {
			if (rule.params === 'print') rule.remove();
		},
	},
};

/**
 * Bundles the site’s components with Astro’s renderer for the browser. Astro compiles components for servers alone, so
 * this is a server’s bundle with everything in it and nothing of Node.
 */
async function bundlePreview(): Promise<PreviewFiles> {
	const config = await getViteConfig({
		logLevel: 'warn',
		plugins: [withoutUnused],
		css: { postcss: { plugins: [withoutPrint] } },
		publicDir: false,
		ssr: { noExternal: true, target: 'webworker' },
		build: {
			ssr: true,
			ssrEmitAssets: true,
			write: false,
			minify: true,
			cssMinify: true,
			cssCodeSplit: false,
			rolldownOptions: {
				input: 'src/preview/render-preview.ts',
				// Named as in the build of the pages, so that both share the fonts.
				output: { codeSplitting: false, assetFileNames: '_astro/[name].[hash][extname]' },
			},
		},
	})({ mode: 'production', command: 'build' });
	const built = await build({ ...config, configFile: false, customLogger: createLogger('warn') });
	if (!('output' in built)) throw new Error('The preview was not built as one bundle.');
	const { output } = built;
	const [chunk] = output;
	const foreign = [...chunk.imports, ...chunk.dynamicImports].filter((name) => name !== chunk.fileName);
	if (foreign.length > 0) {
		throw new Error(`The preview would ask a browser for ${foreign.join(', ')}. A component may use nothing of Node.`);
	}
	// The names of modules in it begin with the folders of whoever builds.
	const folders = [contentFolder, process.cwd()].map(normalizePath);
	const files: PreviewFiles = new Map([
		[MODULE_ADDRESS, folders.reduce((code, folder) => code.replaceAll(folder, ''), chunk.code)],
	]);
	for (const file of output) {
		if (file.type !== 'asset') continue;
		files.set(file.fileName.endsWith('.css') ? STYLES_ADDRESS : `/${file.fileName}`, file.source);
	}
	return files;
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/** Serves what an editor’s browser renders previews with: in a build as files, in development as of the last change. */
export function previewBuild(): AstroIntegration {
	return {
		name: 'preview-build',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				for (const [address, source] of await bundlePreview()) {
					const file = join(fileURLToPath(dir), address);
					mkdirSync(dirname(file), { recursive: true });
					writeFileSync(file, source);
				}
			},
			'astro:server:setup': ({ server }) => {
				let bundled: Promise<PreviewFiles> | undefined;
				server.watcher.on('all', (_event, file) => {
					if (/[\\/]src[\\/]|\.mdx$/.test(file)) bundled = undefined;
				});
				server.middlewares.use((request, response, next) => {
					const address = (request.url ?? '').replace(/\?.*/, '');
					if (address === MODULE_ADDRESS || address === STYLES_ADDRESS) bundled ??= bundlePreview();
					else if (!bundled || !address.startsWith('/_astro/')) {
						next();
						return;
					}
					bundled.then((files) => {
						const source = files.get(address);
						if (source === undefined) {
							next();
							return;
						}
						response.setHeader('Content-Type', types[extname(address)] ?? 'application/octet-stream');
						response.end(source);
					}, next);
				});
			},
		},
	};
}

import type { AstroIntegration } from 'astro';
import { getViteConfig } from 'astro/config';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, normalizePath, type Rolldown } from 'vite';
import { contentFolder } from '../reading/folders.ts';
import { MODULE_ADDRESS, STYLES_ADDRESS } from './addresses.ts';

/** The module that renders previews in the browser, and the CSS of the pages it makes. */
interface PreviewFiles {
	module: string;
	styles: string;
	/** Files that the CSS asks for, from the root of the site. */
	assets: { fileName: string; source: string | Uint8Array }[];
}

/**
 * Bundles the site’s components with Astro’s renderer for the browser. Astro compiles components for servers alone, so
 * this is a server’s bundle with everything in it and nothing of Node.
 */
async function bundlePreview(): Promise<PreviewFiles> {
	const config = await getViteConfig({
		logLevel: 'warn',
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
				output: { codeSplitting: false, assetFileNames: '_astro/[name].[hash][extname]' },
			},
		},
	})({ mode: 'production', command: 'build' });
	const bundle = (await build({ ...config, configFile: false })) as Rolldown.RolldownOutput;
	const [chunk, ...others] = bundle.output.filter((file) => file.type === 'chunk');
	const files = bundle.output.filter((file) => file.type === 'asset');
	const styles = files.find(({ fileName }) => fileName.endsWith('.css'));
	if (!chunk || !styles || others.length > 0)
		throw new Error('The preview did not become one module and one style sheet.');
	const foreign = [...chunk.imports, ...chunk.dynamicImports].filter((name) => name !== chunk.fileName);
	if (foreign.length > 0)
		throw new Error(`The preview would ask a browser for ${foreign.join(', ')}. A component may use nothing of Node.`);
	// The names of modules in it begin with the folders of whoever builds.
	const module = [contentFolder, process.cwd()]
		.map(normalizePath)
		.reduce((code, folder) => code.replaceAll(folder, ''), chunk.code);
	return { module, styles: String(styles.source), assets: files.filter((file) => file !== styles) };
}

/**
 * Serves what an editor’s browser renders previews with: in a build as files, while developing as of the last change.
 */
export function previewBuild(): AstroIntegration {
	return {
		name: 'preview-build',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const folder = fileURLToPath(dir);
				const { module, styles, assets } = await bundlePreview();
				const missing = assets.filter(({ fileName }) => !existsSync(join(folder, fileName)));
				if (missing.length > 0)
					throw new Error(
						`The preview’s CSS asks for files that no page has: ${missing.map(({ fileName }) => fileName).join(', ')}.`,
					);
				mkdirSync(join(folder, 'admin'), { recursive: true });
				writeFileSync(join(folder, MODULE_ADDRESS), module);
				writeFileSync(join(folder, STYLES_ADDRESS), styles);
			},
			'astro:server:setup': ({ server }) => {
				let bundled: Promise<PreviewFiles> | undefined;
				server.watcher.on('all', () => {
					bundled = undefined;
				});
				server.middlewares.use((request, response, next) => {
					const path = request.url?.replace(/\?.*/, '');
					if (path !== MODULE_ADDRESS && path !== STYLES_ADDRESS) return next();
					bundled ??= bundlePreview();
					bundled.then(
						({ module, styles }) => {
							response.setHeader('Content-Type', path === MODULE_ADDRESS ? 'text/javascript' : 'text/css');
							response.end(path === MODULE_ADDRESS ? module : styles);
						},
						(error: unknown) => {
							bundled = undefined;
							next(error);
						},
					);
				});
			},
		},
	};
}

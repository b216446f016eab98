import mdx from '@astrojs/mdx';
import { createHash } from 'node:crypto';
import { defineConfig } from 'astro/config';
import { decapColours } from './src/build/decap-colours.ts';
import { editorPage, hasEditor } from './src/build/editor-page.ts';
import { leanDecap } from './src/build/lean-decap.ts';
import { mendDecap } from './src/build/mend-decap.ts';
import { buildTarget, forOldestBrowsers } from './src/build/oldest-browsers.ts';
import { editInDev } from './src/local/edit-in-dev.ts';
import { siteBuild } from './src/build/site-build.ts';
import { previewBuild } from './src/build/preview-build.ts';
import { contentFolder, outFolder } from './src/files/folders.ts';
import { readSettings } from './src/files/read-content.ts';

const settings = readSettings(contentFolder);

// Builds of different content must not share a cache, or one shows the other's pages.
const cacheName = createHash('sha256').update(`${contentFolder} ${outFolder}`).digest('hex').slice(0, 12);

export default defineConfig({
	// The host says where it serves; settings.yaml says where it should.
	site: process.env.URL || settings.address,
	outDir: outFolder,
	cacheDir: `node_modules/.cache/astro-${cacheName}`,
	trailingSlash: 'always',
	build: {
		// One round trip: the page brings its own CSS, and the policy knows its hash.
		inlineStylesheets: 'always',
		concurrency: 8,
	},
	devToolbar: { enabled: false },
	integrations: [mdx(), siteBuild(), editorPage(), editInDev(), ...(hasEditor() ? [previewBuild()] : [])],
	vite: {
		plugins: [leanDecap(), mendDecap(), decapColours(), forOldestBrowsers()],
		// In development Vite bundles packages by themselves.
		optimizeDeps: { rolldownOptions: { plugins: [mendDecap()] } },
		resolve: { alias: { '@content': contentFolder } },
		// A script in the page would need a hash in the policy, and be sent again with every page.
		build: { assetsInlineLimit: 0, cssTarget: buildTarget },
	},
});

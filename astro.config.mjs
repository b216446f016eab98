import mdx from '@astrojs/mdx';
import { createHash } from 'node:crypto';
import { defineConfig } from 'astro/config';
import { decapColours } from './src/build/decap-colours.ts';
import { editorPage, hasEditor } from './src/build/editor-page.ts';
import { fewScripts } from './src/build/few-scripts.ts';
import { leanDecap } from './src/build/lean-decap.ts';
import { mendDecap } from './src/build/mend-decap.ts';
import { buildTarget, forOldestBrowsers } from './src/build/oldest-browsers.ts';
import { editInDev } from './src/local/edit-in-dev.ts';
import { picturesInMdx } from './src/build/pictures-in-mdx.ts';
import { picturesInDev } from './src/build/publish-pictures.ts';
import { shareCardsInDev } from './src/build/publish-share-cards.ts';
import { siteAddress } from './src/build/site-address.ts';
import { shortScopes } from './src/build/short-scopes.ts';
import { siteBuild, siteInPlace } from './src/build/site-build.ts';
import { previewBuild } from './src/build/preview-build.ts';
import { buildFolder, contentFolder, outFolder } from './src/files/folders.ts';
import { readSettings } from './src/files/read-content.ts';

/** Of the settings. What is wrong with them is told when all content is read. */
function settledAddress() {
	try {
		return readSettings(contentFolder).address;
	} catch {
		return undefined;
	}
}

// Builds of different content must not share a cache, or one shows the other's pages.
const cacheName = createHash('sha256').update(`${contentFolder} ${outFolder}`).digest('hex').slice(0, 12);

export default defineConfig({
	// The host says where it serves; settings.yaml says where it should.
	site: siteAddress(process.env.URL, settledAddress()),
	// Not yet where it goes: the last site stays until the new one is whole.
	outDir: buildFolder,
	cacheDir: `node_modules/.cache/astro-${cacheName}`,
	trailingSlash: 'always',
	build: {
		// One round trip: the build puts the CSS into the page, and the policy knows its hash (inline-styles.ts).
		inlineStylesheets: 'never',
		concurrency: 8,
	},
	devToolbar: { enabled: false },
	integrations: [
		mdx({ processor: picturesInMdx }),
		siteBuild(),
		picturesInDev(),
		shareCardsInDev(),
		editorPage(),
		editInDev(),
		...(hasEditor() ? [previewBuild()] : []),
		siteInPlace(),
	],
	vite: {
		plugins: [leanDecap(), mendDecap(), decapColours(), forOldestBrowsers(), fewScripts(), shortScopes()],
		// In development Vite bundles packages by themselves.
		optimizeDeps: { rolldownOptions: { plugins: [leanDecap(), mendDecap()] } },
		resolve: { alias: { '@content': contentFolder } },
		server: { watch: { ignored: [`${outFolder}/**`, `${outFolder}.last/**`] } },
		// A script in the page would need a hash in the policy, and be sent again with every page.
		build: {
			assetsInlineLimit: 0,
			cssTarget: buildTarget,
			// A test weighs the editor as it is sent.
			chunkSizeWarningLimit: 4000,
			rolldownOptions: {
				// What packages are warned of, nobody here can mend.
				onLog: (level, log, tell) => {
					if (!/node_modules[\\/]/.test(log.id ?? log.loc?.file ?? log.message)) tell(level, log);
				},
			},
		},
	},
});

import type { Plugin } from 'vite';

/**
 * What several pages’ scripts share, in few files. Left to itself the bundler makes a file of whatever the same pages
 * share: two dozen for the list, each found only when the one before has come. What comes in a file is run with it: but
 * for `search-box` and `tray`, which are scripts of pages, none of these does anything before it is asked.
 */
const files = {
	// On every page, so that it comes whole at once; loading on demand is what it does.
	'search-box': /SearchBox|vite\/preload-helper/,
	basics:
		/\/src\/(?:components\/(?:dom|address|fetch-page|finder\/(?:copy-address|raise-name|save-file))\.client|search\/(?:choice|fetch-json\.client)|formats\/(?:text|fold|group-by)|schemas\/keys-of|model\/(?:once|navigation))\.ts$/,
	profiles: /\/src\/components\/finder\/(?:compared|borrow|download)-profiles\.client\.ts$|\/list-files\.client\.ts$/,
	tray: /ChoiceTray/,
	views: /\/src\/search\/(?:say-found|view-address)\.ts$/,
	search: /\/src\/search\/ask-index\.client\.ts$/,
};

/** Has each of these files hold the modules it names and, if no file before it does, what they import. */
export const fewScripts = (): Plugin => ({
	name: 'few-scripts',
	configEnvironment: (name) => {
		const groups = Object.entries(files).map(([file, test], at) => ({ name: file, test, priority: -at }));
		return name === 'client' ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } : undefined;
	},
});

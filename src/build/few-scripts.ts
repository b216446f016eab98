import type { Plugin } from 'vite';

/**
 * What several pages’ scripts share, in few files. Left to itself the bundler makes a file of whatever the same pages
 * share: two dozen for the list, each found only when the one before has come. What comes in a file is run with it: but
 * for the search box, which is on every page, none of these does anything before it is asked.
 */
const files = {
	// On every page, so that it comes whole at once; loading on demand is what it does.
	'search-box': /SearchBox|vite\/preload-helper|\/src\/components\/(?:dom|reach|finder\/raise-name)\.client\.ts$/,
	basics:
		/\/src\/(?:components\/(?:address|fetch-page|finder\/(?:choice-events|copy-address|save-file))\.client|search\/(?:choice|fetch-json\.client)|formats\/(?:text|fold|group-by|shares)|files\/wrong-formats|schemas\/keys-of|model\/(?:once|navigation|paging))\.ts$/,
	profiles:
		/\/src\/components\/finder\/(?:compared|borrow|download)-profiles\.client\.ts$|\/(?:list-files|NameMatches)\.client\.ts$/,
	views: /\/src\/search\/(?:say-found|view-address)\.ts$/,
	search: /\/src\/search\/ask-index\.client\.ts$/,
};

/** Has each of these files hold the modules it names and, if no file before it does, what they import. */
export const fewScripts = (): Plugin => ({
	name: 'few-scripts',
	configEnvironment: (name) => {
		// The first one first; rolldown takes a number below nought for a large one.
		const groups = Object.entries(files).map(([name, test], at, all) => ({ name, test, priority: all.length - at }));
		return name === 'client' ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } : undefined;
	},
});

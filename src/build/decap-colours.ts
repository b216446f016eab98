import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Colours of Decap, many too pale to be read on its grounds, and those of the site that stand in for them. */
const ours: Record<string, string> = {
	'#eff0f4': '--paper-100',
	'#dfdfe3': '--paper-300',
	'#798291': '--ink-600',
	'#7a8291': '--ink-600',
	'#7b8290': '--ink-600',
	'#5d626f': '--ink-600',
	'#313d3e': '--ink-900',
	'#1e2532': '--ink-900',
	'#3a69c7': '--moss-700',
	'#4863c6': '--moss-700',
	'#2684ff': '--moss-700',
	'#17a2b8': '--moss-700',
	'#1195aa': '--moss-700',
	'#117888': '--moss-700',
	'#e8f5fe': '--paper-200',
	'#ddf5f9': '--paper-200',
	'#ff003b': '--clay-700',
	'#d60032': '--clay-700',
	'#d40000': '--clay-700',
};

/** The palette of the site: names and colours. */
function readPalette(): Map<string, string> {
	const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
	return new Map(
		[...tokens.matchAll(/(--[a-z]+-\d+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
	);
}

/** Gives the editor the colours of the site, wherever Decap writes one into its styles. */
export function decapColours(): Plugin {
	const palette = readPalette();
	return {
		name: 'decap-colours',
		enforce: 'pre',
		transform(code, id) {
			if (!/\/decap-cms-[^/]+\/dist\/esm\//.test(id)) return undefined;
			// A variable of CSS would not do: the bar that shows loading is painted on a canvas.
			const changed = code.replace(
				/#[0-9a-f]{6}\b/gi,
				(colour) => palette.get(ours[colour.toLowerCase()] ?? '') ?? colour,
			);
			return changed === code ? undefined : { code: changed, map: null };
		},
	};
}

import { readFileSync } from 'node:fs';

/** The colours of the palette by name, as the style sheet of tokens has them: `moss-700`. */
export const readPalette = (): Record<string, string> =>
	Object.fromEntries(
		[...readFileSync('src/styles/tokens.css', 'utf8').matchAll(/--([a-z]+-\d+): (#[0-9a-f]{6});/g)].map(
			([, name = '', colour = '']) => [name, colour],
		),
	);

/** The palette as it stood when the build began. */
export const palette = readPalette();

import type { Plugin } from 'vite';

/**
 * The oldest browsers in which everything works, stated here alone: the build compiles for them, README names them, and
 * a test looks up the names in all built scripts and styles. On phones they are Chrome and Firefox for Android, and
 * Safari of iOS, in the same versions.
 */
export const oldestBrowsers = { chrome: '111', edge: '111', firefox: '115', safari: '16.4' } as const;
export type OldestBrowsers = Readonly<Record<keyof typeof oldestBrowsers, string>>;

/** The same for the editor, which has needs of its own. */
export const oldestForEditor: OldestBrowsers = { ...oldestBrowsers, firefox: '121' };

/** The ECMAScript whose syntax all of them read. */
export const SYNTAX_YEAR = 2022;

/** The same for Vite: `safari16.4`. */
export const buildTarget: string[] = Object.entries(oldestBrowsers).map(([name, version]) => name + version);

/** Has scripts compiled for them. Astro says “esnext” to Vite whatever the configuration says. */
export const forOldestBrowsers = (): Plugin => ({
	name: 'for-oldest-browsers',
	configEnvironment: (name) => (name === 'client' ? { build: { target: buildTarget } } : undefined),
});

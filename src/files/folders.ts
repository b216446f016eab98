import { resolve } from 'node:path';

/** The folder with the content: `CONTENT_DIR`, or content/ of this project. */
export const contentFolder = resolve(process.env['CONTENT_DIR'] ?? 'content');

/** The folder that the built site goes to: `OUT_DIR`, or dist/. */
export const outFolder = resolve(process.env['OUT_DIR'] ?? 'dist');

/** The folder of this project that a build writes to, until all of it stands. */
export const buildFolder = resolve('.astro/building');

import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { lastFailure } from '../build/build-report.ts';
import { contentFolder } from '../files/folders.ts';
import { givenMode } from './editing/editing-mode.ts';
import { submissionsFolder } from './forms/submission-files.ts';
import { problemsInDev } from './problems-in-dev.ts';
import { givenPort, isTaken, portIsTaken, stop } from './port.ts';
import { formsOfAskingPage, standIn, standInNotes } from './stand-in.ts';

const COMMAND = 'npm run dev';

/** `npm run dev` listens on this machine alone, on the port it was told or none; the editor saves and forms arrive. */
export function editInDev(): AstroIntegration {
	return {
		name: 'edit-in-dev',
		hooks: {
			'astro:config:setup': async ({ command, isRestart, config, updateConfig }) => {
				if (command !== 'dev') return;
				process.env['FORM_RECEIVER'] ??= 'stand-in';
				const port = process.env['PORT'] === undefined ? config.server.port : givenPort(COMMAND);
				// Astro would take the next port without a word.
				if (!isRestart && port !== 0 && (await isTaken(port))) stop(portIsTaken(port, COMMAND));
				const handle = standIn({
					folder: contentFolder,
					mode: givenMode(),
					submissions: submissionsFolder,
					findForms: formsOfAskingPage,
					// The server itself knows which pages it has.
					isPage: () => true,
					lastFailure,
				});
				updateConfig({
					server: { port, host: config.server.host || '127.0.0.1' },
					vite: {
						// A build beside it would empty a folder that both use, and leave the editor without its packages.
						cacheDir: fileURLToPath(new URL('vite', config.cacheDir)),
						server: { strictPort: true },
						plugins: [
							problemsInDev(),
							{
								name: 'local-editing',
								enforce: 'post',
								// First of all, and after Astro has put its own: they refuse addresses without a slash at the end.
								configureServer: (server) => () => void server.middlewares.stack.unshift({ route: '', handle }),
							},
						],
					},
				});
			},
			'astro:server:start': async ({ address, logger }) => {
				const notes = await standInNotes(`http://localhost:${address.port}/`, contentFolder, givenMode());
				for (const note of notes) logger.info(note);
			},
		},
	};
}

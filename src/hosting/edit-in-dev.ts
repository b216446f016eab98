import type { AstroIntegration } from 'astro';
import { contentFolder } from '../reading/folders.ts';
import { editingNote, givenMode, localEditing } from './local-editing.ts';
import { givenPort, isTaken, portIsTaken, stop } from './port.ts';

const COMMAND = 'npm run dev';

/** `npm run dev` listens on this machine alone, on the port it was told or none, and takes what the editor saves. */
export function editInDev(): AstroIntegration {
	return {
		name: 'edit-in-dev',
		hooks: {
			'astro:config:setup': async ({ command, isRestart, config, updateConfig }) => {
				if (command !== 'dev') return;
				const port = process.env['PORT'] === undefined ? config.server.port : givenPort(COMMAND);
				// Astro would take the next port without a word.
				if (!isRestart && port !== 0 && (await isTaken(port))) stop(portIsTaken(port, COMMAND));
				const handle = localEditing({ folder: contentFolder, mode: givenMode() });
				updateConfig({
					server: { port, host: config.server.host || '127.0.0.1' },
					vite: {
						server: { strictPort: true },
						plugins: [
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
				const note = await editingNote(`http://localhost:${address.port}/`, contentFolder, givenMode());
				logger.info(note);
			},
		},
	};
}

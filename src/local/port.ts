import { createServer } from 'node:net';
import { given } from '../files/folders.ts';

const DEFAULT_PORT = 4321;

/** Prints a sentence and ends with an error, without a stack. */
export function stop(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}

/** The port that `PORT` names, or 4321. Stops with a sentence if it names none. */
export function givenPort(command: string): number {
	const port = Number(given('PORT') ?? DEFAULT_PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		stop(`PORT is “${process.env['PORT'] ?? ''}”, which is not a port. Give a whole number: PORT=8080 ${command}.`);
	}
	return port;
}

/** What to say when something else listens on a port. */
export const portIsTaken = (port: number, command: string): string =>
	`Port ${port} is taken, perhaps by another npm start or npm run dev. Stop what runs there, or choose another: PORT=${port + 1} ${command}.`;

/** Whether something listens on this port of this machine. */
export const isTaken = (port: number): Promise<boolean> =>
	new Promise((done) => {
		const probe = createServer();
		probe.once('error', () => {
			done(true);
		});
		probe.listen(port, '127.0.0.1', () => {
			probe.close(() => {
				done(false);
			});
		});
	});

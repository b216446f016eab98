// `npm start` and `npm run serve`: serves what was built, and says where.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder } from '../reading/folders.ts';
import { serveSite } from './serve.ts';

const DEFAULT_PORT = 4321;

function stop(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}

const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
	stop(`PORT is “${process.env['PORT'] ?? ''}”, which is not a port. Give a whole number: PORT=8080 npm start.`);
}
if (!existsSync(join(outFolder, 'index.html'))) {
	stop(`There is no built site in ${outFolder}. Build it first: npm run build.`);
}
try {
	const { address } = await serveSite(outFolder, port);
	console.log(`\n  The site: ${address}\n  Stop it with Ctrl+C.\n`);
} catch (error) {
	if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
	stop(`Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} npm start.`);
}

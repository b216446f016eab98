// `npm start` and `npm run serve`: serves what was built, and says where.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, outFolder } from '../reading/folders.ts';
import { editingNote, givenMode, localEditing, whyEditingIsOff } from './local-editing.ts';
import { givenPort, portIsTaken, stop } from './port.ts';
import { serveSite } from './serve.ts';

const COMMAND = 'npm start';

const port = givenPort(COMMAND);
const mode = givenMode();
if (!existsSync(join(outFolder, 'index.html'))) {
	stop(`There is no built site in ${outFolder}. Build it first: npm run build.`);
}
try {
	const { address } = await serveSite(outFolder, port, localEditing({ folder: contentFolder, mode }));
	const note = await editingNote(address, contentFolder, mode);
	const later = whyEditingIsOff(contentFolder)
		? ''
		: '\n  Saved changes show after the next build; npm run dev shows them at once.';
	console.log(`\n  The site: ${address}\n  ${note}${later}\n  Stop it with Ctrl+C.\n`);
} catch (error) {
	if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
	stop(portIsTaken(port, COMMAND));
}

// `npm start` and `npm run serve`: serves what was built, and says where.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lastFailure } from '../build/build-report.ts';
import { settle } from '../build/change-over.ts';
import { contentFolder, outFolder } from '../files/folders.ts';
import { givenMode, whyEditingIsOff } from './editing/editing-mode.ts';
import { errorCode } from '../files/error-code.ts';
import { formsInFolder } from './forms/page-forms.ts';
import { submissionsFolder } from './forms/submission-files.ts';
import { givenPort, portIsTaken, stop } from './port.ts';
import { serveSite } from './serve.ts';
import { isPageIn, standIn, standInNotes } from './stand-in.ts';

const COMMAND = 'npm start';

const port = givenPort(COMMAND);
const mode = givenMode();
// A build that was killed at the very end may have left the last site beside its place.
settle(outFolder);
if (!existsSync(join(outFolder, 'index.html'))) {
	stop(`There is no built site in ${outFolder}. Build it first: npm run build.`);
}
if (!existsSync(join(outFolder, '_headers'))) {
	stop(
		`The site in ${outFolder} is not whole: its file _headers is missing, and without it every page would be served unprotected. Build it anew: npm run build.`,
	);
}
try {
	const handle = standIn({
		folder: contentFolder,
		mode,
		submissions: submissionsFolder,
		findForms: formsInFolder(outFolder),
		isPage: isPageIn(outFolder),
		lastFailure,
	});
	const { address } = await serveSite(outFolder, port, handle);
	const [edit = '', ...forms] = await standInNotes(address, contentFolder, mode);
	const later = whyEditingIsOff(contentFolder)
		? []
		: ['Saved changes show after the next build; npm run dev shows them at once.'];
	const lines = [
		`The site: ${address} (on this machine alone; no other can reach it)`,
		edit,
		...later,
		...forms,
		'Stop it with Ctrl+C.',
	];
	console.log(`\n${lines.map((line) => `  ${line}\n`).join('')}`);
} catch (error) {
	if (errorCode(error) !== 'EADDRINUSE') throw error;
	stop(portIsTaken(port, COMMAND));
}

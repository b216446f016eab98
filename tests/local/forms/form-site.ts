import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that lasts as long as its test. */
export function temporaryFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `${name}-`));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

/** A built site in small: a form for proposals, and the page that thanks. */
export const formSite: Record<string, string> = {
	'index.html': '<!doctype html><h1>Home</h1>',
	'404.html': '<!doctype html><h1>Not here</h1>',
	_headers: '/*\n  X-Frame-Options: DENY\n',
	'have-your-say/thanks/index.html': '<!doctype html><h1>Thank you</h1>',
	'clusters/propose/index.html': `<!doctype html><h1>Propose</h1>
		<form name="proposal" method="POST" data-netlify="true" netlify-honeypot="bot-field" action="/have-your-say/thanks/">
		<input type="hidden" name="form-name" value="proposal"><input name="bot-field">
		<input name="name"><textarea name="summary"></textarea>
		<input type="checkbox" name="themes" value="food"><input type="checkbox" name="themes" value="housing">
		<input type="email" name="email"><button name="send" type="submit">Send</button></form>`,
};

/** A submission as its file holds it. */
export interface KeptSubmission {
	form: string;
	receivedAt: string;
	data: Record<string, string | string[]>;
}

/** What is kept in a folder of submissions, the oldest first. Throws if a file is not whole. */
export const keptIn = (folder: string): KeptSubmission[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptSubmission);

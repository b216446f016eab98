import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { config } from '../../src/functions/log-in/log-in.ts';

const folder = 'src/functions';

test('the host looks for functions where they are', () => {
	expect(readFileSync('netlify.toml', 'utf8')).toContain(`[functions]\ndirectory = "${folder}"\n`);
});

test.each(readdirSync(folder))('%s is one function: a folder with a file of its name', (name) => {
	expect(existsSync(join(folder, name, `${name}.ts`))).toBe(true);
});

test('the log-in answers where the CMS opens it, and where GitHub sends the editor back to', () => {
	expect(config.path).toEqual(['/api/log-in', '/api/log-in/callback']);
});

test('what brings submissions in is called by its event alone, and has no address of its own', async () => {
	expect(Object.keys(await import('../../src/functions/submission-created/submission-created.ts'))).toEqual([
		'default',
	]);
});

test('what brings submissions in refuses a visitor', async () => {
	const { default: answer } = await import('../../src/functions/submission-created/submission-created.ts');
	const { status } = await answer(new Request('https://clusters.example/.netlify/functions/submission-created'));
	expect(status).toBe(405);
});

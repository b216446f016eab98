import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentWith, runBuild } from './build-of.ts';

test('one setting sends the forms to another receiver, and the policy allows that one alone', async () => {
	const settings = readFileSync('content/site/settings.yaml', 'utf8').replace(
		'formHandler: netlify',
		'formHandler: formspree\nformAddress: https://formspree.example/f/abc',
	);
	const { exitCode, output, folder } = await runBuild({ CONTENT_DIR: contentWith({ 'site/settings.yaml': settings }) });
	expect(exitCode, output).toBe(0);
	const form = /<form[^>]*name="proposal"[^>]*>/.exec(
		readFileSync(join(folder, 'clusters/propose/index.html'), 'utf8'),
	)?.[0];
	expect(form).toContain('action="https://formspree.example/f/abc"');
	expect(form).not.toContain('netlify');
	const policies = readFileSync(join(folder, '_headers'), 'utf8').match(/form-action [^;]*/g) ?? [];
	expect(new Set(policies)).toEqual(new Set(["form-action 'self' https://formspree.example", "form-action 'none'"]));
});

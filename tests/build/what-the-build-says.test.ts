import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NO_RECEIVER, NO_REPOSITORY, refuseWrongSettings } from '../../src/build/site-build.ts';

const guide = readFileSync('docs/hosting.md', 'utf8');

afterEach(() => {
	vi.unstubAllEnvs();
});

/** What a build with a setting is refused with. */
function refusalOf(name: string, value: string): string {
	vi.stubEnv(name, value);
	try {
		refuseWrongSettings();
		return 'It is not refused.';
	} catch (error) {
		return String(error);
	}
}

describe('what the build says of its settings stands in the guide to hosting', () => {
	test.each([
		['Forms are left out, because nobody is known to receive them here', NO_RECEIVER],
		['Nobody can log in at /admin/ of this build at a host', NO_REPOSITORY],
	])('as it is said: %s', (beginning, said) => {
		expect(said.startsWith(beginning)).toBe(true);
		expect(guide).toContain(beginning);
	});

	test.each([
		['URL', 'https://user.github.io/clusters', 'URL is “…”, and this site can only be served at the top of a host'],
		['CMS_REPO', 'https://github.com/owner/name', 'CMS_REPO is “…”. Write the owner and the name of the repository'],
		['CMS_BACKEND', 'bitbucket', 'CMS_BACKEND is “…”. Use one of'],
		['CMS_API_ROOT', 'git.example.org', 'CMS_API_ROOT is “…”, which is no address'],
	])('before anything is built: %s=%s', (name, value, sentence) => {
		expect(refusalOf(name, value)).toContain(sentence.replace('…', value));
		expect(guide).toContain(sentence);
	});
});

test('a build without editor asks for no repository', () => {
	vi.stubEnv('EDITOR_PAGE', 'off');
	expect(refusalOf('CMS_BACKEND', 'bitbucket')).toBe('It is not refused.');
});

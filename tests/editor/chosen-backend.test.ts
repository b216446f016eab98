import { expect, test } from 'vitest';
import { chosenBackend, ownServers } from '../../src/editor/chosen-backend.ts';

const site = 'https://clusters.example.org';

const rows: [description: string, environment: Record<string, string>, backend: Record<string, unknown>][] = [
	[
		'GitHub, if nothing is said',
		{ CMS_REPO: 'owner/name' },
		{ name: 'github', repo: 'owner/name', branch: 'main', base_url: site, auth_endpoint: 'api/log-in' },
	],
	['GitHub, if a variable is set to nothing', { CMS_BACKEND: '' }, { name: 'github', base_url: site }],
	[
		'a GitHub of one’s own',
		{ CMS_API_ROOT: 'https://git.example.org/api/v3' },
		{ name: 'github', api_root: 'https://git.example.org/api/v3' },
	],
	[
		'GitLab, which logs in without a server of ours',
		{ CMS_BACKEND: 'gitlab', CMS_APP_ID: 'an-id', CMS_BRANCH: 'trunk' },
		{ name: 'gitlab', auth_type: 'pkce', app_id: 'an-id', branch: 'trunk' },
	],
	[
		'a Gitea of one’s own',
		{ CMS_BACKEND: 'gitea', CMS_BASE_URL: 'https://git.example.org', CMS_API_ROOT: 'https://git.example.org/api/v1' },
		{ name: 'gitea', base_url: 'https://git.example.org', api_root: 'https://git.example.org/api/v1' },
	],
];
test.each(rows)('the editor asks %s', (_description, environment, backend) => {
	expect(chosenBackend(site, environment)).toMatchObject(backend);
});

test('a back end that nobody knows stops the build and is named', () => {
	expect(() => chosenBackend(site, { CMS_BACKEND: 'svn' })).toThrow('CMS_BACKEND is “svn”. Use one of: github');
});

test.each([
	['an address', 'github', 'https://github.com/owner/name'],
	['an address without its scheme', 'gitea', 'git.example.org/owner/name'],
	['an address for git', 'gitlab', 'git@gitlab.com:group/name.git'],
	['a name without its owner', 'github', 'clusters'],
	['an owner without a name', 'github', 'owner/'],
	['words', 'gitlab', 'our clusters/site'],
])('a repository that is %s stops the build and is named', (_what, host, name) => {
	expect(() => chosenBackend(site, { CMS_BACKEND: host, CMS_REPO: name })).toThrow(`CMS_REPO is “${name}”. Write`);
});

test('a repository of GitLab may lie in a group within a group', () => {
	expect(chosenBackend(site, { CMS_BACKEND: 'gitlab', CMS_REPO: 'group/team/clusters' })).toMatchObject({
		repo: 'group/team/clusters',
	});
});

test('the policy allows the servers that the back end asks', () => {
	const environment = { CMS_BASE_URL: 'https://git.example.org', CMS_API_ROOT: 'https://api.example.org/v1' };
	expect(ownServers(environment)).toEqual(['https://api.example.org', 'https://git.example.org']);
	expect(ownServers({ CMS_API_ROOT: '' })).toEqual([]);
});

test('an address of a server that is none stops the build and is named', () => {
	expect(() => ownServers({ CMS_API_ROOT: 'git.example.org' })).toThrow('CMS_API_ROOT is “git.example.org”');
});

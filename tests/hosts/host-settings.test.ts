import { expect, test } from 'vitest';
import { readHostSettings } from '../../src/hosts/host-settings.ts';

const environment = {
	GITHUB_TOKEN: 'github_pat_x',
	CMS_REPO: 'euclid/clusters',
	NETLIFY_AUTH_TOKEN: 'nfp_x',
	SITE_ID: 'a1b2c3d4-0000-4000-8000-5e6f7a8b9c0d',
	URL: 'https://clusters.example',
};

test('two tokens and the repository are enough at the host, which knows the rest', () => {
	expect(readHostSettings(environment)).toEqual({
		gitHub: {
			api: 'https://api.github.com',
			token: 'github_pat_x',
			repository: 'euclid/clusters',
			branch: 'main',
			site: 'https://clusters.example',
			waitInMs: 4000,
		},
		netlify: {
			api: 'https://api.netlify.com',
			token: 'nfp_x',
			siteId: 'a1b2c3d4-0000-4000-8000-5e6f7a8b9c0d',
			waitInMs: 4000,
		},
	});
});

test('elsewhere the site has to be named', () => {
	const { SITE_ID: siteId, ...others } = environment;
	expect(readHostSettings({ ...others, NETLIFY_SITE_ID: siteId })).toEqual(readHostSettings(environment));
	expect(readHostSettings(others).problems).toEqual(['The setting NETLIFY_SITE_ID is missing.']);
});

test.each([
	['CMS_REPO', 'clusters', 'of the form owner/name'],
	['CMS_BRANCH', '../x y', 'the name of a branch'],
	['GITHUB_TOKEN', 'a token\nX-Header: y', 'a token'],
	['NETLIFY_AUTH_TOKEN', 'two words', 'a token'],
	['SITE_ID', '../accounts', 'the id of a site'],
	['URL', 'http://clusters.example', 'an address that starts with https://'],
	['NETLIFY_API_URL', 'http://api.example', 'an address that starts with https://'],
])('a setting that is wrong is named, and its value kept secret: %s=%j', (name, value, shape) => {
	expect(readHostSettings({ ...environment, [name]: value }).problems).toEqual([
		`The setting ${name} is not ${shape}.`,
	]);
});

test('a GitHub of one’s own never shares its token with github.com', () => {
	expect(readHostSettings({ ...environment, GITHUB_URL: 'https://git.example' }).problems).toEqual([
		'The setting GITHUB_API_URL is missing.',
	]);
});

test('with another git host drafts cannot be brought', () => {
	expect(readHostSettings({ ...environment, CMS_BACKEND: 'gitlab' }).problems).toEqual([
		'The setting CMS_BACKEND is not github, and drafts can be brought nowhere else.',
	]);
});

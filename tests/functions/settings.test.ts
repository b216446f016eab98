import { describe, expect, test } from 'vitest';
import { readLogInSettings } from '../../src/functions/log-in/settings.ts';

const environment = {
	GITHUB_CLIENT_ID: 'Iv1.test',
	GITHUB_CLIENT_SECRET: 'secret',
	CMS_REPO: 'euclid/clusters',
	URL: 'https://clusters.example',
};

test('four settings are enough to log in with GitHub', () => {
	expect(readLogInSettings(environment)).toEqual({
		settings: {
			clientId: 'Iv1.test',
			clientSecret: 'secret',
			repository: 'euclid/clusters',
			origins: ['https://clusters.example'],
			gitHub: 'https://github.com',
			gitHubApi: 'https://api.github.com',
			waitInMs: 4000,
		},
		problems: [],
		origin: 'https://clusters.example',
	});
});

test('two answers of GitHub fit into the ten seconds that the host gives a function', () => {
	expect((readLogInSettings(environment).settings?.waitInMs ?? 0) * 2).toBeLessThan(9_000);
});

test('a server of one’s own has two addresses, with or without a slash at the end', () => {
	const own = { GITHUB_URL: 'https://git.example/', GITHUB_API_URL: 'https://git.example/api/v3/' };
	expect(readLogInSettings({ ...environment, ...own }).settings).toMatchObject({
		gitHub: 'https://git.example',
		gitHubApi: 'https://git.example/api/v3',
	});
});

test('the address of a deploy counts as well, if it is another', () => {
	const deploy = { DEPLOY_PRIME_URL: 'https://staging--clusters.example' };
	expect(readLogInSettings({ ...environment, ...deploy }).settings?.origins).toEqual([
		'https://clusters.example',
		'https://staging--clusters.example',
	]);
});

test('the address of a deploy that is the main address counts once', () => {
	const deploy = { DEPLOY_PRIME_URL: environment.URL };
	expect(readLogInSettings({ ...environment, ...deploy }).settings?.origins).toEqual(['https://clusters.example']);
});

test('an emptied setting is none', () => {
	const emptied = { GITHUB_URL: '', GITHUB_API_URL: ' ', DEPLOY_PRIME_URL: '' };
	expect(readLogInSettings({ ...environment, ...emptied })).toEqual(readLogInSettings(environment));
});

describe('a setting that is wrong is named, and its value kept secret:', () => {
	test.each([
		['CMS_REPO', 'clusters', 'of the form owner/name'],
		['CMS_REPO', 'https://github.com/euclid/clusters', 'of the form owner/name'],
		['CMS_REPO', 'euclid/clusters/../../user', 'of the form owner/name'],
		['CMS_REPO', 'euclid/clusters?x=y', 'of the form owner/name'],
		['URL', 'clusters.example', 'an address that starts with https://'],
		['URL', 'http://clusters.example', 'an address that starts with https://'],
		['URL', 'http://localhost.clusters.example', 'an address that starts with https://'],
	])('%s=%s', (name, value, shape) => {
		const { settings, problems } = readLogInSettings({ ...environment, [name]: value });
		expect(settings).toBeUndefined();
		expect(problems).toEqual([`The setting ${name} is not ${shape}.`]);
	});
});

test.each(['GITHUB_URL', 'GITHUB_API_URL'])(
	'one address of a server of one’s own does not send its tokens to GitHub (%s)',
	(name) => {
		const missing = name === 'GITHUB_URL' ? 'GITHUB_API_URL' : 'GITHUB_URL';
		expect(readLogInSettings({ ...environment, [name]: 'https://git.example' }).problems).toEqual([
			`The setting ${missing} is missing.`,
		]);
	},
);

test('all that is missing is named at once', () => {
	expect(readLogInSettings({}).problems).toEqual([
		'The setting GITHUB_CLIENT_ID is missing.',
		'The setting GITHUB_CLIENT_SECRET is missing.',
		'The setting CMS_REPO is missing.',
		'The setting URL is missing.',
	]);
});

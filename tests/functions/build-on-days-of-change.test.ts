import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import build, { config } from '../../src/functions/build-on-days-of-change/build-on-days-of-change.ts';
import { buildIfDue } from '../../src/functions/build-on-days-of-change/build-if-due.ts';
import { readBuildSettings } from '../../src/functions/build-on-days-of-change/settings.ts';
import type { DaysOfChange } from '../../src/model/days-of-change.ts';
import { problemsOfRequest } from './github-api.ts';
import { serve, type Served } from './serve.ts';

const WAIT_IN_MS = 300;
const SECRET = 'a1b2c3-the-secret-of-the-hook';
const never = () => new Promise<Response>(() => undefined);

/** The site and its host in one: it serves the list of days, and counts who asks it for a build. */
let host: Served;
let list: () => Promise<Response> | Response;
let branch: (request: Request) => Promise<Response> | Response;
let hook: () => Promise<Response> | Response;
let asked: string[];

beforeAll(async () => {
	host = await serve((request) => {
		const { pathname, searchParams } = new URL(request.url);
		if (pathname === '/data/days-of-change.json') return list();
		if (pathname.startsWith('/api/v3/repos/')) return branch(request);
		if (request.method !== 'POST' || pathname !== `/build_hooks/${SECRET}`) return new Response(null, { status: 404 });
		asked.push(searchParams.get('trigger_title') ?? '');
		return hook();
	});
});

afterAll(() => host.close());

beforeEach(() => {
	asked = [];
	const days: DaysOfChange = { builtFor: '2027-03-01', days: ['2027-03-28', '2027-04-01', '2027-10-31'] };
	list = () => Response.json(days);
	hook = () => new Response(null, { status: 200 });
});

const environment = () => ({ URL: host.origin, BUILD_HOOK_URL: `${host.origin}/build_hooks/${SECRET}` });
const runAt = (moment: string) =>
	buildIfDue({ ...readBuildSettings(environment()), waitInMs: WAIT_IN_MS }, fetch, new Date(moment));
/** Why a run failed, in the words of the log. */
const failureAt = (moment: string) =>
	runAt(moment).then(
		() => 'It did not fail.',
		(error: unknown) => String(error),
	);

// Midnight in Brussels is 23:00 in winter and 22:00 in summer.
const FIRST_OF_APRIL = '2027-03-31T22:05:00Z';

describe('on a day of change', () => {
	test('a build is asked for, once, with its reason', async () => {
		expect(await runAt(FIRST_OF_APRIL)).toBe(
			'Asked for a build: the site was built for 2027-03-01, and shows something else since 2027-03-28, 2027-04-01.',
		);
		expect(asked).toEqual(['Change of 2027-03-28, 2027-04-01']);
	});

	test('no second build is asked for when the site was built for that day', async () => {
		await runAt(FIRST_OF_APRIL);
		list = () => Response.json({ builtFor: '2027-04-01', days: ['2027-10-31'] });
		expect(await runAt('2027-04-01T22:05:00Z')).toBe(
			'The site was built for 2027-04-01, and nothing has changed up to 2027-04-02.',
		);
		expect(asked).toHaveLength(1);
	});

	test('no build is asked for if an editor has published on that day already', async () => {
		list = () => Response.json({ builtFor: '2027-04-01', days: ['2027-04-01', '2027-10-31'] });
		await runAt(FIRST_OF_APRIL);
		expect(asked).toEqual([]);
	});
});

test('on other days no build is asked for', async () => {
	list = () => Response.json({ builtFor: '2027-03-01', days: ['2027-04-01'] });
	expect(await runAt('2027-03-30T22:05:00Z')).toBe(
		'The site was built for 2027-03-01, and nothing has changed up to 2027-03-31.',
	);
	expect(asked).toEqual([]);
});

test('a day that was missed is made up for on the next', async () => {
	list = () => Response.json({ builtFor: '2027-03-01', days: ['2027-04-01'] });
	await runAt('2027-04-01T22:05:00Z');
	expect(asked).toEqual(['Change of 2027-04-01']);
});

describe('of the two times of the schedule one counts on each day:', () => {
	test.each([
		['the second in winter', '2027-01-14T22:05:00Z', '2027-01-14T23:05:00Z', '2027-01-15'],
		['the first in summer', '2027-07-14T23:05:00Z', '2027-07-14T22:05:00Z', '2027-07-15'],
		['the second before the day that summer time begins', '2027-03-27T22:05:00Z', '2027-03-27T23:05:00Z', '2027-03-28'],
		['the first after it', '2027-03-28T23:05:00Z', '2027-03-28T22:05:00Z', '2027-03-29'],
		['the first before the day that summer time ends', '2027-10-30T23:05:00Z', '2027-10-30T22:05:00Z', '2027-10-31'],
		['the second after it', '2027-10-31T22:05:00Z', '2027-10-31T23:05:00Z', '2027-11-01'],
	])('%s', async (_description, idle, busy, day) => {
		list = () => Response.json({ builtFor: '2026-11-24', days: [day] });
		expect(await runAt(idle)).toBe('It is not the first hour of a day in Brussels. Nothing to do.');
		expect(asked).toEqual([]);
		await runAt(busy);
		expect(asked).toEqual([`Change of ${day}`]);
	});

	test('the schedule has both', () => {
		expect(config.schedule).toBe('5 22,23 * * *');
	});
});

describe('a run fails, in words, when', () => {
	test.each<[description: string, answer: () => Promise<Response> | Response, words: string]>([
		[
			'the list is missing',
			() => new Response('Not Found', { status: 404 }),
			'is missing (status 404). Deploy the site: the build writes it.',
		],
		['the list is a page', () => new Response('<!doctype html>'), 'is not one. Deploy the site: the build writes it.'],
		['the list has no days', () => Response.json({ builtFor: '2027-03-01' }), 'is not one. Deploy the site'],
		[
			'the list has days that are none',
			() => Response.json({ builtFor: '2027-03-01', days: ['soon'] }),
			'is not one. Deploy the site',
		],
		['the list is nothing', () => Response.json(null), 'is not one. Deploy the site'],
		['the list does not come', never, 'did not answer in time.'],
	])('%s', async (_description, answer, words) => {
		list = answer;
		const failure = await failureAt(FIRST_OF_APRIL);
		expect(failure).toContain(`The list of days at ${host.origin}/data/days-of-change.json `);
		expect(failure).toContain(words);
		expect(asked).toEqual([]);
	});

	test.each<[description: string, answer: () => Promise<Response> | Response, words: string]>([
		[
			'the hook was asked too often',
			() => new Response(null, { status: 429 }),
			'refused (status 429). It was asked too often: wait, or start a deploy by hand.',
		],
		[
			'the hook was removed',
			() => new Response(null, { status: 404 }),
			'refused (status 404). It was removed: create a new one and set BUILD_HOOK_URL, see docs/hosting.md.',
		],
		[
			'the host is down',
			() => new Response(null, { status: 503 }),
			'refused (status 503). Start a deploy by hand, and look at the status page of the host.',
		],
		[
			'the hook leads elsewhere',
			() => new Response(null, { status: 302, headers: { Location: `${host.origin}/data/days-of-change.json` } }),
			'cannot be reached.',
		],
		['the hook does not answer', never, 'did not answer in time.'],
	])('%s', async (_description, answer, words) => {
		hook = answer;
		const failure = await failureAt(FIRST_OF_APRIL);
		expect(failure).toBe(`Error: The build hook ${words}`);
		expect(failure).not.toContain(SECRET);
		expect(asked).toHaveLength(1);
	});

	test.each([
		['URL', undefined, 'The setting URL is missing. docs/hosting.md says how to set it.'],
		['BUILD_HOOK_URL', ' ', 'The setting BUILD_HOOK_URL is missing. docs/hosting.md says how to set it.'],
		[
			'BUILD_HOOK_URL',
			SECRET,
			'The setting BUILD_HOOK_URL is not an address that starts with https://. docs/hosting.md says how to set it.',
		],
		[
			'BUILD_HOOK_URL',
			`http://elsewhere.example/${SECRET}`,
			'The setting BUILD_HOOK_URL is not an address that starts with https://. docs/hosting.md says how to set it.',
		],
	])('the setting %s is %s', (name, value, sentence) => {
		expect(() => readBuildSettings({ ...environment(), [name]: value })).toThrow(new Error(sentence));
	});
});

test('the list, GitHub and the hook fit into the thirty seconds that the host gives a scheduled function', () => {
	expect(readBuildSettings(environment()).waitInMs * 3).toBeLessThan(25_000);
});

describe('what was published without a build', () => {
	const TOKEN = 'github_pat_the-token-of-the-board';
	const BUILT = '1111111111111111111111111111111111111111';
	const NEWER = '2222222222222222222222222222222222222222';
	const NOTHING = 'The site was built for 2027-03-01, and nothing has changed up to 2027-03-15.';
	let gitHubAsked: { path: string; accept: string | null; authorization: string | null }[];

	const withGitHub = (more: Record<string, string> = {}) => ({
		...environment(),
		GITHUB_TOKEN: TOKEN,
		CMS_REPO: 'euclid/clusters',
		GITHUB_URL: host.origin,
		GITHUB_API_URL: `${host.origin}/api/v3`,
		...more,
	});
	const run = (given: Record<string, string> = withGitHub()) =>
		buildIfDue({ ...readBuildSettings(given), waitInMs: WAIT_IN_MS }, fetch, new Date('2027-03-14T23:05:00Z'));
	const failure = () =>
		run().then(
			() => 'It did not fail.',
			(error: unknown) => String(error),
		);

	beforeEach(() => {
		gitHubAsked = [];
		const days: DaysOfChange = { builtFor: '2027-03-01', days: ['2027-03-28'], commit: BUILT };
		list = () => Response.json(days);
		branch = ({ url, headers }) => {
			const [accept, authorization] = [headers.get('Accept'), headers.get('Authorization')];
			gitHubAsked.push({ path: new URL(url).pathname, accept, authorization });
			return new Response(NEWER);
		};
	});

	test('is built by and by, once a day', async () => {
		expect(await run()).toBe('Asked for a build: the published branch has moved since the site was built.');
		expect(asked).toEqual(['New on the published branch']);
		expect(gitHubAsked).toEqual([
			{
				path: '/api/v3/repos/euclid/clusters/commits/main',
				accept: 'application/vnd.github.sha',
				authorization: `Bearer ${TOKEN}`,
			},
		]);
		expect(problemsOfRequest('GET', '/repos/euclid/clusters/commits/main', '')).toEqual([]);
	});

	test('is looked for on the branch that is published', async () => {
		await run(withGitHub({ CMS_BRANCH: 'live' }));
		expect(gitHubAsked[0]?.path).toBe('/api/v3/repos/euclid/clusters/commits/live');
	});

	test('is nothing where the branch stands as it was built', async () => {
		branch = () => new Response(`${BUILT}\n`);
		expect(await run()).toBe(NOTHING);
		expect(asked).toEqual([]);
	});

	test('is not asked for on a day on which the site is built anyway', async () => {
		list = () => Response.json({ builtFor: '2027-03-01', days: ['2027-03-10'], commit: BUILT });
		expect(await run()).toContain('shows something else since 2027-03-10.');
		expect([asked, gitHubAsked]).toEqual([['Change of 2027-03-10'], []]);
	});

	test.each<[description: string, setting: string]>([
		['a token', 'GITHUB_TOKEN'],
		['a repository', 'CMS_REPO'],
	])('is not looked for without %s', async (_description, setting) => {
		expect(await run(withGitHub({ [setting]: ' ' }))).toBe(NOTHING);
		expect([asked, gitHubAsked]).toEqual([[], []]);
	});

	test('is not looked for if the build did not say what it was made from', async () => {
		list = () => Response.json({ builtFor: '2027-03-01', days: ['2027-03-28'] });
		expect(await run()).toBe(NOTHING);
		expect(gitHubAsked).toEqual([]);
	});

	test.each<[description: string, answer: () => Promise<Response> | Response, sentence: string]>([
		[
			'refuses the token',
			() => Response.json({ message: `Bad credentials: ${TOKEN}` }, { status: 401 }),
			'GitHub refused (status 401). Look at GITHUB_TOKEN and CMS_REPO.',
		],
		[
			'does not know the repository',
			() => Response.json({ message: 'Not Found' }, { status: 404 }),
			'GitHub refused (status 404). Look at GITHUB_TOKEN and CMS_REPO.',
		],
		['does not answer', never, 'GitHub did not answer in time.'],
	])('fails in words if GitHub %s, without the token', async (_description, answer, sentence) => {
		branch = answer;
		expect(await failure()).toBe(`Error: ${sentence}`);
		expect(asked).toEqual([]);
	});

	test('fails in words if a server of one’s own is named by half', () => {
		expect(() => readBuildSettings(withGitHub({ GITHUB_API_URL: '' }))).toThrow(
			new Error('The setting GITHUB_API_URL is missing. docs/hosting.md says how to set it.'),
		);
	});

	test('is looked for at GitHub itself if no other server is named', () => {
		expect(readBuildSettings(withGitHub({ GITHUB_URL: '', GITHUB_API_URL: '' })).branch).toEqual({
			address: 'https://api.github.com/repos/euclid/clusters/commits/main',
			token: TOKEN,
		});
	});
});

test('what the host runs says in the log what it did, and no secret', async () => {
	vi.useFakeTimers({ now: new Date(FIRST_OF_APRIL), toFake: ['Date'] });
	const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
	for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
	try {
		await build();
		expect(asked).toHaveLength(1);
		expect(log.mock.calls.flat().join('\n')).toMatch(/^Asked for a build: /);
		expect(log.mock.calls.flat().join('\n')).not.toContain(SECRET);
	} finally {
		vi.useRealTimers();
		vi.unstubAllEnvs();
		log.mockRestore();
	}
});

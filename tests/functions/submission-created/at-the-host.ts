import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { answerEvent } from '../../../src/functions/submission-created/answer-event.ts';
import { readHostSettings, type HostSettings } from '../../../src/hosts/host-settings.ts';
import { serve, type Served } from '../serve.ts';
import { NETLIFY_TOKEN, SITE_ID, startFakeNetlify, type FakeNetlify } from './fake-netlify.ts';
import { REPOSITORY, startFakeRepository, TOKEN, type FakeRepository } from './fake-repository.ts';

/** Stand-ins for the hosts, started for the tests of a file and empty for each of them. */
export interface AtTheHost {
	gitHub: FakeRepository;
	netlify: FakeNetlify;
	site: Served;
	/** What the index of the site says of profiles: slug, name, former slugs. */
	published: [slug: string, name: string, aliases: string[]][];
	environment: Record<string, string | undefined>;
	/** How long an answer may take. */
	waitInMs: number;
	/** All lines of the log. */
	log: string[];
	/** The settings as of now. */
	settings: () => HostSettings;
	/** Calls the function as the host does. */
	post: (body: unknown) => Promise<Response>;
	/** Keeps what a form sent and tells the function of it. Gives the id. */
	send: (form: string, data: Record<string, unknown>) => Promise<string>;
	/** Tells of it as the host does, with all that it knows. */
	tell: (id: string) => Promise<Response>;
}

export const TODAY = '2026-11-24';

/** A proposal as the form posts it, with all that is personal marked. The word by which it is found is not: it is public. */
export const proposal: Readonly<Record<string, unknown>> = {
	'form-name': 'proposal',
	'bot-field': '',
	name: 'Olive Grove Cluster',
	country: 'GR',
	place: 'Kalamata',
	summary: 'Cooperatives around Kalamata press, sell and export their oil together.',
	kind: 'social-economy-cluster',
	'themes[]': ['food', 'work-integration'],
	source: 'https://www.olive.example/about',
	proposedBy: 'Oil Cooperative',
	email: 'marked.person@sender.example',
	reference: 'a-word-of-their-own',
	consent: 'yes',
};

/** A correction as the form posts it, with all that is personal marked. */
export const correction: Readonly<Record<string, unknown>> = {
	'form-name': 'correction',
	cluster: '/clusters/gesco/',
	field: 'founded',
	present: '1991',
	proposed: '1990',
	source: 'https://www.gesco.example/history',
	email: 'marked.person@sender.example',
	reference: 'a-word-of-their-own',
	consent: 'yes',
};

/** Starts stand-ins for GitHub, Netlify and the site, and listens to the log. */
export function useHosts(): AtTheHost {
	const host = { published: [], log: [], waitInMs: 2_000 } as unknown as AtTheHost;

	host.settings = () => {
		const settings = readHostSettings(host.environment);
		return settings.gitHub
			? {
					gitHub: { ...settings.gitHub, waitInMs: host.waitInMs },
					netlify: { ...settings.netlify, waitInMs: host.waitInMs },
				}
			: settings;
	};
	host.post = (body) =>
		answerEvent(
			new Request(`${host.site.origin}/.netlify/functions/submission-created`, {
				method: 'POST',
				body: typeof body === 'string' ? body : JSON.stringify(body),
			}),
			host.settings(),
			{ ask: fetch, today: TODAY },
		);
	host.tell = (id) => host.post({ payload: host.netlify.kept.find((kept) => kept.id === id), site: { id: SITE_ID } });
	host.send = async (form, data) => {
		const id = host.netlify.receive(form, data);
		await host.tell(id);
		return id;
	};

	beforeAll(async () => {
		host.gitHub = await startFakeRepository();
		host.netlify = await startFakeNetlify();
		host.site = await serve(({ url }) =>
			new URL(url).pathname === '/admin/entries.json'
				? Response.json({ clusters: host.published, terms: [] })
				: new Response('Not found', { status: 404 }),
		);
	});
	afterAll(() => Promise.all([host.gitHub.close(), host.netlify.close(), host.site.close()]));
	beforeEach(() => {
		host.gitHub.clear();
		host.netlify.kept.length = 0;
		host.gitHub.trouble = host.gitHub.isLost = host.netlify.trouble = undefined;
		host.published.length = host.log.length = 0;
		host.waitInMs = 2_000;
		host.environment = {
			GITHUB_TOKEN: TOKEN,
			GITHUB_URL: 'https://github.example',
			GITHUB_API_URL: host.gitHub.origin,
			CMS_REPO: REPOSITORY,
			NETLIFY_AUTH_TOKEN: NETLIFY_TOKEN,
			NETLIFY_API_URL: host.netlify.origin,
			SITE_ID,
			URL: host.site.origin,
		};
		for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
			vi.spyOn(console, name).mockImplementation((...words: unknown[]) => {
				host.log.push(words.join(' '));
			});
		}
	});
	afterEach(() => {
		vi.restoreAllMocks();
		expect(host.gitHub.problems).toEqual([]);
	});
	return host;
}

import { describe, expect, test } from 'vitest';
import { gitHubBoard } from '../../../src/hosts/github-board.ts';
import { correction, proposal, useHosts } from './at-the-host.ts';

const host = useHosts();

const DRAFT = 'cms/clusters/olive-grove-cluster';
const LATER = 'It stays in the list of the form; npm run submissions brings it in.';

const claims = () => [...host.gitHub.refs.keys()].filter((ref) => ref.startsWith('refs/submissions/'));

/** The drafts of the board: the label of each pull request, and the branches of all. */
const board = () => ({
	branches: [...host.gitHub.refs.keys()].filter((ref) => ref.startsWith('refs/heads/cms/')),
	labels: host.gitHub.pulls.map(({ labels }) => labels),
});

const oneDraft = { branches: [`refs/heads/${DRAFT}`], labels: [['decap-cms/draft']] };

const late = () => new Promise<Response>((done) => setTimeout(done, 1_000, new Response('{}')));

const inNineMinutes = () => String(Math.floor(Date.now() / 1000) + 9 * 60 - 5);

describe('the log says in plain words why the board cannot be reached', () => {
	test.each<[string, () => Response | Promise<Response>, string]>([
		[
			'GitHub is down',
			() => new Response('<h1>502</h1>', { status: 502 }),
			'GitHub cannot answer at the moment. Try again in a few minutes.',
		],
		['GitHub is too slow', late, 'GitHub did not answer in time. Try again in a few minutes.'],
		[
			'GitHub answers with a page',
			() => new Response('<h1>Sign in</h1>'),
			'GitHub answered with something that this site does not understand. Try again in a few minutes.',
		],
		[
			'GitHub asks to wait',
			() => new Response('{}', { status: 403, headers: { 'Retry-After': '61' } }),
			'GitHub takes no more requests for now. Try again in 2 minutes.',
		],
		[
			'the requests of the hour are used up',
			() =>
				new Response('{}', {
					status: 403,
					headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': inNineMinutes() },
				}),
			'GitHub takes no more requests for now. Try again in 9 minutes.',
		],
		[
			'drafts come too fast',
			() => Response.json({ message: 'You have exceeded a secondary rate limit.' }, { status: 403 }),
			'GitHub takes no more requests for now. Try again in a minute.',
		],
		[
			'there are too many requests',
			() => new Response('', { status: 429 }),
			'GitHub takes no more requests for now. Try again in a minute.',
		],
		[
			'the token has too few rights',
			() => Response.json({ message: 'Resource not accessible by personal access token' }, { status: 403 }),
			'GitHub does not let GITHUB_TOKEN do this. It needs more rights; docs/hosting.md says which.',
		],
		[
			'the repository has another name',
			() => new Response(null, { status: 301, headers: { Location: 'https://elsewhere.example/' } }),
			'GitHub does not know what CMS_REPO names, or GITHUB_TOKEN cannot see it. Check both.',
		],
	])('if %s', async (_description, trouble, sentence) => {
		host.waitInMs = 300;
		host.gitHub.trouble = trouble;
		const id = host.netlify.receive('proposal', proposal);
		const answer = await host.tell(id);
		expect(answer.status).toBe(500);
		expect(host.log).toEqual([`Submission ${id} was not brought to the board: ${sentence} ${LATER}`]);
		host.gitHub.trouble = undefined;
		host.waitInMs = 2_000;
		await host.tell(id);
		expect(board()).toEqual(oneDraft);
	});

	test('if GitHub cannot be reached', async () => {
		host.environment['GITHUB_API_URL'] = 'http://localhost:9';
		const id = await host.send('proposal', proposal);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: GitHub cannot be reached at the moment. Try again in a few minutes. ${LATER}`,
		]);
	});

	test('if GitHub does not know the token', async () => {
		host.environment['GITHUB_TOKEN'] = 'github_pat_marked-and-wrong';
		const id = await host.send('proposal', proposal);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: GitHub does not accept GITHUB_TOKEN: it is wrong or has expired. Make a new one and set it. ${LATER}`,
		]);
	});

	test('if the repository is another one', async () => {
		host.environment['CMS_REPO'] = 'euclid/another';
		const id = await host.send('correction', correction);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: GitHub does not know what CMS_REPO names, or GITHUB_TOKEN cannot see it. Check both. ${LATER}`,
		]);
	});

	test('if the issues of the repository are switched off', async () => {
		host.gitHub.trouble = (method, path) =>
			method === 'POST' && path.endsWith('/issues') ? new Response('{}', { status: 410 }) : undefined;
		const id = await host.send('correction', { ...correction, cluster: 'nowhere' });
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: GitHub has switched off what is needed here, perhaps the issues of the repository. ${LATER}`,
		]);
	});

	test('if Netlify does not know the token', async () => {
		host.environment['NETLIFY_AUTH_TOKEN'] = 'nfp_marked-and-wrong';
		const id = await host.send('proposal', proposal);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: Netlify does not accept NETLIFY_AUTH_TOKEN: it is wrong or has expired. Make a new one and set it. ${LATER}`,
		]);
	});

	test('if Netlify is down', async () => {
		host.netlify.trouble = () => new Response('', { status: 503 });
		const id = await host.send('proposal', proposal);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: Netlify cannot answer at the moment. Try again in a few minutes. ${LATER}`,
		]);
	});

	test('if the index of the site is not there', async () => {
		host.environment['URL'] = host.netlify.origin;
		const id = await host.send('proposal', proposal);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: The index of this site (/admin/entries.json) is not there (401). Deploy the site with its editor. ${LATER}`,
		]);
	});

	test('if it is not set up', async () => {
		for (const name of ['NETLIFY_AUTH_TOKEN', 'GITHUB_TOKEN']) host.environment[name] = '';
		const id = host.netlify.receive('proposal', proposal);
		expect((await host.tell(id)).status).toBe(503);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: The setting NETLIFY_AUTH_TOKEN is missing. The setting GITHUB_TOKEN is missing. ${LATER}`,
		]);
		expect(host.gitHub.asked).toEqual([]);
	});
});

test('no secret ever stands in the log or in an address', async () => {
	await host.send('proposal', proposal);
	host.environment['GITHUB_TOKEN'] = 'github_pat_marked-and-wrong';
	await host.send('correction', correction);
	const seen = [...host.log, ...host.gitHub.asked.map(({ path, body }) => path + body)].join('\n');
	expect(seen).not.toMatch(/github_pat_|nfp_/);
});

/** How many requests that write it takes to bring a submission in: its receipt is one. */
const WRITES_OF_A_DRAFT = 9;
const WRITES_OF_A_NOTE = 5;

/** GitHub fails for the request that writes after so many, and for all after it. */
function stopAfter(writes: number): void {
	let left = writes;
	host.gitHub.trouble = (method) => {
		if (method === 'GET') return undefined;
		left--;
		return left >= 0 ? undefined : new Response('', { status: 502 });
	};
}

/** GitHub does what the request asks that writes after so many, and the answer to it gets lost. */
function loseAnswerAfter(writes: number): void {
	let left = writes;
	host.gitHub.isLost = (method) => {
		if (method === 'GET') return false;
		left--;
		return left < 0;
	};
}

const recover = () => {
	host.gitHub.trouble = host.gitHub.isLost = undefined;
};

const interruptions = (writes: number) =>
	Array.from({ length: writes }, (_, index) => [
		[`after ${String(index)} of its writes`, index, stopAfter] as const,
		[`after ${String(index)} of its writes, and one whose answer got lost`, index, loseAnswerAfter] as const,
	]).flat();

describe('a draft that was interrupted is finished and never doubled', () => {
	test.each(interruptions(WRITES_OF_A_DRAFT))('%s', async (_description, writes, interrupt) => {
		interrupt(writes);
		const id = await host.send('proposal', proposal);
		expect(host.log[0]).toContain('GitHub cannot answer at the moment.');
		recover();
		expect((await host.tell(id)).status).toBe(200);
		expect(board()).toEqual(oneDraft);
		await host.tell(id);
		expect(board()).toEqual(oneDraft);
		expect(claims()).toEqual([`refs/submissions/${id}`]);
		expect(host.gitHub.refs.get(`refs/submissions/${id}`)).toBe(host.gitHub.refs.get('refs/heads/main'));
	});

	test(`in ${String(WRITES_OF_A_DRAFT)} writes it is done`, async () => {
		stopAfter(WRITES_OF_A_DRAFT);
		const id = await host.send('proposal', proposal);
		expect(host.log).toEqual([`Submission ${id} of “proposal”: draft.`]);
	});

	test('by several who are told at once', async () => {
		stopAfter(5);
		const id = await host.send('proposal', proposal);
		recover();
		await Promise.all([host.tell(id), host.tell(id), host.tell(id)]);
		expect(board()).toEqual(oneDraft);
	});

	test('when its address went to another draft meanwhile: then it takes the next', async () => {
		stopAfter(5);
		const id = await host.send('proposal', proposal);
		recover();
		host.gitHub.put(DRAFT, 'content/clusters/olive-grove-cluster.md', 'of somebody else');
		await host.tell(id);
		expect(host.log[1]).toBe(`Submission ${id} of “proposal”: draft.`);
		expect(board()).toEqual({
			branches: [`refs/heads/${DRAFT}`, `refs/heads/${DRAFT}-2`],
			labels: [['decap-cms/draft']],
		});
		expect(host.gitHub.fileOn(DRAFT, 'content/clusters/olive-grove-cluster.md')).toBe('of somebody else');
	});

	test('and what an editor did with it before that stays', async () => {
		stopAfter(8);
		const id = await host.send('proposal', proposal);
		recover();
		expect(board()).toEqual(oneDraft);
		host.gitHub.endDraft(DRAFT);
		await host.tell(id);
		expect(board()).toEqual({ branches: [], labels: [['decap-cms/draft']] });
	});
});

describe('a note that was interrupted is finished and never doubled', () => {
	const unusable = { ...correction, cluster: 'nowhere' };

	/** As if all commits had been made some time ago. */
	const waitLong = () => {
		for (const commit of host.gitHub.commits.values()) commit.date = '2026-11-20T10:00:00Z';
	};

	test.each(interruptions(WRITES_OF_A_NOTE))('%s', async (_description, writes, interrupt) => {
		interrupt(writes);
		const id = await host.send('correction', unusable);
		recover();
		waitLong();
		await host.tell(id);
		await host.tell(id);
		expect(host.gitHub.issues).toHaveLength(1);
		expect(claims()).toEqual([`refs/submissions/${id}`]);
		expect(host.gitHub.refs.get(`refs/submissions/${id}`)).toBe(host.gitHub.refs.get('refs/heads/main'));
	});

	test(`in ${String(WRITES_OF_A_NOTE)} writes it is done`, async () => {
		stopAfter(WRITES_OF_A_NOTE);
		const id = await host.send('correction', unusable);
		expect(host.log).toEqual([`Submission ${id} of “correction”: note.`]);
	});

	test('and whoever is told while another makes it leaves it to that one', async () => {
		const id = host.netlify.receive('correction', unusable);
		let isFirst = true;
		host.gitHub.trouble = async (method, path) => {
			const isToWait = isFirst && method === 'POST' && path.endsWith('/issues');
			isFirst &&= !isToWait;
			if (isToWait) await host.tell(id);
			return undefined;
		};
		await host.tell(id);
		expect(host.log).toEqual([`Submission ${id} of “correction”: known.`, `Submission ${id} of “correction”: note.`]);
		expect(host.gitHub.issues).toHaveLength(1);
	});

	test('also among a hundred others', async () => {
		stopAfter(4);
		const id = await host.send('correction', unusable);
		recover();
		for (let number = 0; number < 120; number++) {
			const body = `Submission: other-${String(number)}`;
			host.gitHub.issues.push({ number, title: '', body, state: 'closed', labels: ['submission'] });
		}
		waitLong();
		await host.tell(id);
		expect(host.gitHub.issues).toHaveLength(121);
		expect(host.log[1]).toBe(`Submission ${id} of “correction”: known.`);
	});
});

describe('what anybody could post', () => {
	test.each<[string, unknown, number]>([
		['nothing', '', 400],
		['no JSON', 'form-name=proposal', 400],
		['another event', { payload: { deploy: 'x' } }, 400],
		['an id with a path in it', { payload: { id: '../sites/x' } }, 400],
		['an id that is a list', { payload: { id: ['x'] } }, 400],
		[
			'a submission that Netlify does not know',
			{ payload: { id: '614d2b91e3695a1fb8eb52c5', form_name: 'proposal', data: proposal } },
			403,
		],
	])('%s makes no draft', async (_description, body, status) => {
		expect((await host.post(body)).status).toBe(status);
		expect(host.gitHub.asked).toEqual([]);
	});

	test('other words under the id of a real one are not used', async () => {
		const id = host.netlify.receive('proposal', proposal);
		await host.post({ payload: { id, form_name: 'correction', data: { ...proposal, name: 'Forged' } } });
		expect(host.gitHub.pulls.map(({ title }) => title)).toEqual(['Proposed: Olive Grove Cluster']);
	});

	test('what a form of another site of the same team received makes no draft', async () => {
		const id = host.netlify.receive('proposal', proposal);
		Object.assign(host.netlify.kept[0] ?? {}, { form_id: 'of-another-site' });
		expect((await host.tell(id)).status).toBe(403);
		expect(host.log).toEqual([`Submission ${id} was not brought to the board: no form of this site received it.`]);
		expect(host.gitHub.asked).toEqual([]);
	});
});

test('a board that was not asked in time says so', async () => {
	host.gitHub.trouble = late;
	const { gitHub } = host.settings();
	if (!gitHub) throw new Error('The settings are incomplete.');
	const board = gitHubBoard(gitHub, fetch, AbortSignal.timeout(200));
	await expect(board.hasDraft('gesco')).rejects.toThrow('GitHub did not answer in time. Try again in a few minutes.');
});

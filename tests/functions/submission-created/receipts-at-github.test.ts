import { describe, expect, test } from 'vitest';
import { proposal, useHosts } from './at-the-host.ts';

const host = useHosts();

const VIEWS = 'views-clusters-2027';
const views = { example: 'This one.', reference: 'bluebird', consent: 'yes' };
const LATER = 'It stays in the list of the form; npm run submissions brings it in.';

const receipts = () => host.gitHub.filesOn('main').filter((path) => path.startsWith('content/receipts/'));
const asksToAdd = () => host.gitHub.asked.filter(({ method }) => method === 'PUT');
const headOfMain = () => host.gitHub.commits.get(host.gitHub.refs.get('refs/heads/main') ?? '');

test('a receipt is published in a commit of its own, for which Netlify builds nothing', async () => {
	const before = host.gitHub.refs.get('refs/heads/main');
	await host.send(VIEWS, views);
	expect(headOfMain()).toMatchObject({ message: 'Add a receipt [skip netlify]', parents: [before] });
	expect(receipts()).toEqual([expect.stringMatching(/^content\/receipts\/2026-11-24-[0-9a-f]{12}\.yaml$/)]);
	expect(host.gitHub.fileOn('main', receipts()[0] ?? '')).toBe(
		'reference: bluebird\nkind: view\nreceivedOn: "2026-11-24"\nstate: received\n',
	);
});

test('the receipt of a proposal is there before its draft is begun', async () => {
	await host.send('proposal', proposal);
	const writes = host.gitHub.asked
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
	expect(writes[0]).toMatch(/^PUT \/repos\/euclid\/clusters\/contents\/content\/receipts\/.*\.yaml$/);
	expect(writes[1]).toBe('POST /repos/euclid/clusters/git/blobs');
});

test('the receipt stays when the draft cannot be made, and is not doubled when it can', async () => {
	host.gitHub.trouble = (_method, path) =>
		path.endsWith('/git/blobs') ? new Response('', { status: 502 }) : undefined;
	const id = await host.send('proposal', proposal);
	expect(receipts()).toHaveLength(1);
	host.gitHub.trouble = undefined;
	await host.tell(id);
	expect(host.log[1]).toBe(`Submission ${id} of “proposal”: draft.`);
	expect(receipts()).toHaveLength(1);
});

test('a receipt that is there is asked for and not written again, whatever an editor made of it', async () => {
	const id = await host.send(VIEWS, views);
	const [path = ''] = receipts();
	host.gitHub.put('main', path, 'reference: bluebird\nstate: answered\n');
	for (let times = 0; times < 3; times++) await host.tell(id);
	expect(asksToAdd()).toHaveLength(1);
	expect(host.gitHub.fileOn('main', path)).toBe('reference: bluebird\nstate: answered\n');
	expect(new Set(host.log)).toEqual(new Set([`Submission ${id} of “${VIEWS}”: receipt.`]));
});

test.each([2, 5])('something that is told of %d times at once has one receipt', async (times) => {
	const id = host.netlify.receive(VIEWS, views);
	const answers = await Promise.all(Array.from({ length: times }, () => host.tell(id)));
	expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: times }, () => 200));
	expect(receipts()).toHaveLength(1);
	expect(headOfMain()?.message).toBe('Add a receipt [skip netlify]');
});

describe('a receipt whose branch moves meanwhile is tried again', () => {
	const conflict = () => Response.json({ message: 'is at 1f2e but expected 3d4c' }, { status: 409 });

	test.each([1, 2])('%d times', async (times) => {
		let left = times;
		host.gitHub.trouble = (method) => (method === 'PUT' && left-- > 0 ? conflict() : undefined);
		const id = await host.send(VIEWS, views);
		expect(host.log).toEqual([`Submission ${id} of “${VIEWS}”: receipt.`]);
		expect([asksToAdd().length, receipts().length]).toEqual([times + 1, 1]);
	});

	test('and given up after three times, with a sentence', async () => {
		host.gitHub.trouble = (method) => (method === 'PUT' ? conflict() : undefined);
		const id = await host.send(VIEWS, views);
		expect(host.log).toEqual([
			expect.stringMatching(
				new RegExp(
					`^Submission ${id} was not brought to the board: GitHub does not let content/receipts/\\S+\\.yaml be added\\. See the rules of the branch\\. ${LATER}$`,
				),
			),
		]);
		expect([asksToAdd().length, receipts()]).toEqual([3, []]);
	});
});

test('a receipt that somebody else adds at the same moment is left as it is', async () => {
	host.gitHub.trouble = (method, path) => {
		if (method === 'PUT') host.gitHub.put('main', path.replace('/repos/euclid/clusters/contents/', ''), 'theirs');
		return undefined;
	};
	const id = await host.send(VIEWS, views);
	expect(host.log).toEqual([`Submission ${id} of “${VIEWS}”: receipt.`]);
	expect([asksToAdd().length, host.gitHub.fileOn('main', receipts()[0] ?? '')]).toEqual([1, 'theirs']);
});

test('a receipt that was written, and whose answer got lost, is found the next time', async () => {
	host.gitHub.isLost = (method) => method === 'PUT';
	const id = await host.send(VIEWS, views);
	expect(host.log[0]).toContain('GitHub cannot answer at the moment.');
	host.gitHub.isLost = undefined;
	await host.tell(id);
	expect(host.log[1]).toBe(`Submission ${id} of “${VIEWS}”: receipt.`);
	expect([asksToAdd().length, receipts().length]).toEqual([1, 1]);
});

describe('the log says in plain words why there is no receipt', () => {
	test.each<[string, () => Response, string]>([
		[
			'the token may not write',
			() => Response.json({ message: 'Resource not accessible by personal access token' }, { status: 403 }),
			'GitHub does not let GITHUB_TOKEN do this. It needs more rights; docs/hosting.md says which.',
		],
		[
			'the branch is protected',
			() => Response.json({ message: 'Repository rule violations found' }, { status: 409 }),
			'See the rules of the branch.',
		],
		[
			'GitHub answers with a page',
			() => new Response('<h1>Sign in</h1>'),
			'GitHub did not accept what was sent (200).',
		],
	])('if %s', async (_description, answer, sentence) => {
		host.gitHub.trouble = (method) => (method === 'PUT' ? answer() : undefined);
		const id = await host.send(VIEWS, views);
		expect(host.log).toEqual([expect.stringContaining(`Submission ${id} was not brought to the board: GitHub `)]);
		expect(host.log[0]).toContain(sentence);
		expect(receipts()).toEqual([]);
	});

	test('if a page answers where a receipt could be', async () => {
		host.gitHub.trouble = () => new Response('<h1>Sign in</h1>');
		const id = await host.send(VIEWS, views);
		expect(host.log).toEqual([
			`Submission ${id} was not brought to the board: GitHub answered with something that this site does not understand. Try again in a few minutes. ${LATER}`,
		]);
		expect(asksToAdd()).toEqual([]);
	});
});

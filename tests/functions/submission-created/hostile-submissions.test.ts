import { describe, expect, test } from 'vitest';
import { readEntryFile } from '../../../src/files/entry-file.ts';
import { pruned } from '../../../src/files/values.ts';
import { clusterSchema } from '../../../src/schemas/cluster.ts';
import { correction, proposal, useHosts } from './at-the-host.ts';

const host = useHosts();

const branches = () => [...host.gitHub.refs.keys()].filter((ref) => ref.startsWith('refs/heads/cms/'));

/** The files that drafts have and main has not. */
const draftFiles = () => branches().flatMap((ref) => host.gitHub.changesOn(ref.replace('refs/heads/', '')));

const long = (characters: number) => 'x'.repeat(characters);

/** Fields that a proposal can have, and the name of the file that comes of it; none for a note. */
const proposals: [description: string, fields: Record<string, unknown>, file: string | undefined][] = [
	['front matter that ends in a name', { name: 'A --- name: B' }, 'a-name-b'],
	['a line of three hyphens in a summary', { summary: 'A cluster.\r\n---\r\nname: B' }, 'olive-grove-cluster'],
	['front matter that is a script', { summary: '---js\n{ name: process.exit() }\n---' }, 'olive-grove-cluster'],
	['a script', { name: '<script>alert(1)</script>', summary: '<img src=x onerror=alert(1)>' }, 'script-alert-1-script'],
	['a path in a name', { name: '../../../etc/passwd' }, 'etc-passwd'],
	['a path in a place', { place: '../../x.md' }, 'olive-grove-cluster'],
	['a name in another script', { name: 'Συστάδα Ελιάς' }, 'systada-elias'],
	['a reserved address', { name: 'Propose' }, 'propose-2'],
	['a name that is an alias, an anchor or a tag of YAML', { name: '*a', summary: '&a !!js/function "x"' }, 'a'],
	['mentions', { name: '@octocat fixes #1', summary: '@octocat' }, 'octocat-fixes-1'],
	['a link', { name: '[x](https://evil.example) www.evil.example' }, 'x-https-evil-example-www-evil-example'],
	['half a sign', { summary: 'marked-and-hostile \ud83c' }, undefined],
	[
		'__proto__',
		JSON.parse('{"__proto__": {"name": "marked-and-hostile"}}') as Record<string, unknown>,
		'olive-grove-cluster',
	],
	['a field that the form does not have', { admin: 'marked-and-hostile' }, undefined],
	['a check of its own', { check: 'marked-and-hostile' }, undefined],
	['a source that is a script', { source: 'javascript:alert("marked-and-hostile")' }, undefined],
	['a source at another port of this machine', { source: 'http://localhost:8080/' }, undefined],
	['a bell in a name', { name: 'marked-and-hostile \u0007x' }, undefined],
	['a zero in a name', { name: 'marked-and-hostile \0' }, undefined],
	['a megabyte in a summary', { summary: long(1_000_000) }, undefined],
	['a megabyte in a name', { name: long(1_000_000) }, undefined],
	['a list in place of a text', { name: ['marked-and-hostile', 'x'] }, undefined],
	['a group in place of a text', { name: { toString: 'marked-and-hostile' } }, undefined],
	[
		'ten thousand fields',
		Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${String(index)}`, 'x'])),
		undefined,
	],
	[
		'nothing at all',
		{ name: '', country: '', place: '', summary: '', kind: '', 'themes[]': [], source: '', consent: '' },
		undefined,
	],
];

describe('a proposal with', () => {
	test.each(proposals.filter(([, , file]) => file !== undefined))(
		'%s is a file that reads back the same',
		async (_description, fields, file) => {
			await host.send('proposal', { ...proposal, ...fields });
			expect(host.log).toEqual([expect.stringContaining(': draft.')]);
			expect(draftFiles()).toEqual([`content/clusters/${file ?? ''}.md`]);
			expect(host.gitHub.issues).toEqual([]);
			const text = host.gitHub.fileOn(`cms/clusters/${file ?? ''}`, `content/clusters/${file ?? ''}.md`) ?? '';
			const { data = {} } = readEntryFile('clusters', text);
			const problems = clusterSchema.safeParse(pruned({ ...data, body: undefined })).error?.issues ?? [];
			expect(problems.map(({ path }) => path)).toEqual([['check']]);
			expect(data['name']).toBe(fields['name'] ?? proposal['name']);
		},
	);

	test.each(proposals.filter(([, , file]) => file === undefined))(
		'%s is a note that repeats nothing of it',
		async (_description, fields) => {
			await host.send('proposal', { ...proposal, ...fields });
			expect(host.log).toEqual([expect.stringContaining(': note.')]);
			expect(branches()).toEqual([]);
			expect(host.gitHub.pulls).toEqual([]);
			expect(host.gitHub.issues.map(({ title }) => title)).toEqual(['A proposal that cannot be used as it is']);
			expect(host.gitHub.issues[0]?.body).not.toContain('marked-and-hostile');
			expect(host.gitHub.issues[0]?.body.length).toBeLessThan(10_000);
		},
	);
});

describe('what a sender wrote acts nowhere:', () => {
	test('a title mentions nobody, closes no issue and links nowhere', async () => {
		await host.send('proposal', {
			...proposal,
			name: '`@octocat` fixes #1, GH-2 [x](https://evil.example) www.evil.example <b>',
		});
		expect(host.gitHub.pulls[0]?.title).toBe(
			'Proposed: octocat fixes 1, GH 2 x (https evil.example) www evil.example b',
		);
		const [draft = ''] = branches();
		expect(host.gitHub.commits.get(host.gitHub.refs.get(draft) ?? '')?.message.split('\n')[0]).toBe(
			host.gitHub.pulls[0]?.title,
		);
	});

	test('a note holds it as a block of code, whatever breaks out of others', async () => {
		const proposed = '@octocat ``` </pre> <script>x</script> [x](https://a.example) closes #1';
		await host.send('correction', { ...correction, cluster: 'nowhere', proposed, note: '~~~ Submission: other' });
		const lines = (host.gitHub.issues[0]?.body ?? '').split('\n').slice(1, -1);
		for (const line of lines) expect(line).toMatch(/^(?: {4}\S.*)?$/);
		expect(lines.join('\n')).toContain(`    Sent for “Founded”: ${proposed}`);
	});

	test('an e-mail address in a text does not get into a note', async () => {
		await host.send('correction', { ...correction, cluster: 'nowhere', proposed: 'Ask marked.person@sender.example.' });
		expect(host.gitHub.issues[0]?.body).toContain('We publish no address of a person.');
		expect(host.gitHub.issues[0]?.body).not.toContain('marked.person');
	});
});

describe('a correction with', () => {
	test.each([
		['a path in place of a profile', { cluster: '../../../admin/x' }],
		['a megabyte', { proposed: long(1_000_000) }],
		['a field that cannot be corrected', { field: 'check' }],
		['a field of every object', { field: 'constructor' }],
		['a script in place of a year', { proposed: '<script>' }],
	])('%s is one note and no draft', async (_description, fields) => {
		host.gitHub.put('main', 'content/clusters/gesco.md', '---\nname: Gesco\n---\n');
		const id = await host.send('correction', { ...correction, ...fields });
		await host.tell(id);
		expect(host.gitHub.issues).toHaveLength(1);
		expect(branches()).toEqual([]);
	});
});

test('nothing personal goes to GitHub or into the log, whatever becomes of a submission', async () => {
	host.gitHub.put('main', 'content/clusters/gesco.md', '---\nname: Gesco\n---\n');
	await host.send('proposal', proposal);
	await host.send('proposal', { ...proposal, summary: '' });
	await host.send('correction', correction);
	await host.send('correction', { ...correction, cluster: 'nowhere' });
	await host.send('correction', { ...correction, source: 'marked' });
	await host.send('views-clusters-2027', { answer: 'x', email: 'marked.person@sender.example' });
	host.gitHub.trouble = () => new Response('', { status: 500 });
	await host.send('proposal', proposal);
	const bodies = host.gitHub.asked.map(
		({ path, body }) =>
			`${path} ${body} ${Buffer.from(/"content":"([^"]*)"/.exec(body)?.[1] ?? '', 'base64').toString('utf8')}`,
	);
	const seen = [...host.log, ...bodies].join('\n');
	expect(seen).toContain('Olive Grove Cluster');
	// Their word stands in the receipt, and nowhere else.
	const receipts = bodies.filter((body) => body.includes('/contents/content/receipts/') && body.includes('reference:'));
	expect(receipts.filter((body) => body.includes('reference: a-word-of-their-own\n'))).toHaveLength(5);
	const others = bodies.filter((body) => !receipts.includes(body));
	expect(others.filter((body) => body.includes('a-word-of-their-own'))).toEqual([]);
	// The e-mail address, and what Netlify adds: IP address, browser, page.
	for (const personal of ['marked', 'sender.example', '203.0.113', 'Mozilla']) expect(seen).not.toContain(personal);
});

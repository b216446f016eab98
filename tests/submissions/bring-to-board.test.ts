import { describe, expect, test } from 'vitest';
import { bringToBoard, type Board, type Outcome } from '../../src/submissions/bring-to-board.ts';
import { fileOf } from '../entries.ts';
import { memoryBoard } from './memory-board.ts';
import { sentCorrection, sentProposal } from './sent.ts';

const TODAY = '2027-03-31';
const published = { hub: fileOf('clusters', { founded: 2015 }) };

const bring = (board: Board, form: string, data: Record<string, unknown>, id = '1') =>
	bringToBoard({ id, form, receivedAt: '2027-03-31T10:00:00.000Z', data }, board, TODAY);

describe('a proposal', () => {
	test('becomes a draft of a new profile', async () => {
		const board = memoryBoard();
		expect(await bring(board, 'proposal', sentProposal)).toBe('draft');
		expect(board.drafts).toMatchObject([
			{ id: '1', slug: 'a-hub', path: 'content/clusters/a-hub.md', title: 'Proposed: A hub' },
		]);
		expect(board.notes).toEqual([]);
	});

	test('of the same name gets another slug', async () => {
		const board = memoryBoard(published);
		await bring(board, 'proposal', { ...sentProposal, name: 'Hub' }, '1');
		await bring(board, 'proposal', { ...sentProposal, name: 'HUB' }, '2');
		expect(board.drafts.map(({ slug }) => slug)).toEqual(['hub-2', 'hub-3']);
	});

	test('never gets the slug of another page', async () => {
		const board = memoryBoard();
		await bring(board, 'proposal', { ...sentProposal, name: 'Compare' });
		expect(board.drafts[0]?.slug).toBe('compare-2');
	});

	test('that is not valid becomes a note of what is wrong', async () => {
		const board = memoryBoard();
		expect(await bring(board, 'proposal', { ...sentProposal, name: '', themes: [] })).toBe('note');
		expect(board.notes).toEqual([
			{
				id: '1',
				title: 'A proposal that cannot be used as it is',
				sentences: ['Name is missing. Add it; it must be text.', 'Themes is missing. Add at least one.'],
			},
		]);
		expect(board.drafts).toEqual([]);
	});
});

describe('an e-mail address', () => {
	const summary = 'Write to maria.silva@example.org for more.';

	test('in a text makes a note of a proposal, which does not repeat it', async () => {
		const board = memoryBoard();
		expect(await bring(board, 'proposal', { ...sentProposal, summary })).toBe('note');
		expect(board.drafts).toEqual([]);
		expect(board.notes).toMatchObject([{ title: 'A proposal with an e-mail address in it' }]);
		expect(JSON.stringify(board.notes)).not.toContain('maria');
	});

	test('in the address of a page makes a note, because that address is published', async () => {
		const board = memoryBoard();
		const source = 'https://example.org/?from=maria.silva@example.org';
		expect(await bring(board, 'proposal', { ...sentProposal, source })).toBe('note');
		expect(JSON.stringify(board.notes)).not.toContain('maria');
	});

	test('of the sender stays out of the draft', async () => {
		const board = memoryBoard();
		expect(await bring(board, 'proposal', { ...sentProposal, email: 'maria.silva@example.org' })).toBe('draft');
		expect(board.drafts[0]?.text).not.toContain('maria');
	});

	test('may be what a correction corrects', async () => {
		const board = memoryBoard(published);
		const mailbox = { ...sentCorrection, field: 'mailbox', proposed: 'info@example.org' };
		expect(await bring(board, 'correction', mailbox)).toBe('draft');
		expect(await bring(board, 'correction', { ...sentCorrection, note: summary }, '2')).toBe('note');
	});
});

describe('a correction', () => {
	test('becomes a draft of the profile', async () => {
		const board = memoryBoard(published);
		expect(await bring(board, 'correction', sentCorrection)).toBe('draft');
		expect(board.drafts).toMatchObject([{ slug: 'hub', title: 'Correction to hub: Founded' }]);
		expect(board.drafts[0]?.text).toContain('founded: 2016');
	});

	test('of a profile that is not there becomes a note with what was sent for it', async () => {
		const board = memoryBoard();
		expect(await bring(board, 'correction', sentCorrection)).toBe('note');
		expect(board.notes).toEqual([
			{
				id: '1',
				title: 'A correction to a profile that is not there',
				sentences: [
					'It names “hub”.',
					'Sent for “Founded”: 2016',
					'To check it: https://www.example.org/other',
					'How they know: Their statutes say so.',
				],
			},
		]);
	});

	test('becomes a note while a draft of the profile waits', async () => {
		const board = memoryBoard(published);
		await bring(board, 'correction', sentCorrection, '1');
		expect(await bring(board, 'correction', { ...sentCorrection, proposed: '2017' }, '2')).toBe('note');
		expect([board.drafts.length, board.notes[0]?.sentences[0]]).toEqual([
			1,
			'A draft of this profile waits on the board already; put the correction there.',
		]);
	});

	test('that takes a person to understand becomes a note', async () => {
		const board = memoryBoard(published);
		expect(await bring(board, 'correction', { ...sentCorrection, proposed: 'long ago' })).toBe('note');
		expect(board.notes[0]).toMatchObject({
			title: 'Correction to hub: Founded',
			sentences: [
				'What it should say has to be put into the fields by an editor.',
				'Sent for “Founded”: long ago',
				'To check it: https://www.example.org/other',
				'How they know: Their statutes say so.',
			],
		});
	});
});

describe('a receipt', () => {
	test.each<[form: string, data: Record<string, unknown>, outcome: Outcome, kind: string]>([
		['views-a', { example: 'This one.', consent: 'yes' }, 'receipt', 'view'],
		['message', { topic: 'other', message: 'Hello.', consent: 'yes' }, 'receipt', 'message'],
		['proposal', sentProposal, 'draft', 'proposal'],
		['proposal', { ...sentProposal, country: '' }, 'note', 'proposal'],
		['correction', sentCorrection, 'draft', 'correction'],
		['correction', { ...sentCorrection, cluster: 'nowhere' }, 'note', 'correction'],
	])('is published for what the form “%s” sent: %o, which becomes a %s', async (form, data, outcome, kind) => {
		const board = memoryBoard(published);
		expect(await bring(board, form, data)).toBe(outcome);
		expect(board.receipts).toEqual([
			{
				slug: '2027-03-31-6b86b273ff34',
				path: 'content/receipts/2027-03-31-6b86b273ff34.yaml',
				text: `reference: VR85-S2PS\nkind: ${kind}\nreceivedOn: "2027-03-31"\nstate: received\n`,
			},
		]);
	});

	test('is published once, however often something is brought', async () => {
		const board = memoryBoard(published);
		for (const outcome of ['draft', 'known', 'known']) {
			expect(await bring(board, 'proposal', sentProposal)).toBe(outcome);
		}
		for (let times = 0; times < 3; times++) await bring(board, 'views-a', { example: 'This one.' }, '2');
		expect(board.receipts.map(({ slug }) => slug)).toEqual(['2027-03-31-6b86b273ff34', '2027-03-31-d4735e3a265e']);
	});

	test('is published although the draft cannot be made', async () => {
		const board = memoryBoard(published);
		const broken: Board = { ...board, openDraft: () => Promise.reject(new Error('no answer')) };
		await expect(bring(broken, 'proposal', sentProposal)).rejects.toThrow('no answer');
		expect(board.receipts).toHaveLength(1);
		expect(await bring(board, 'proposal', sentProposal)).toBe('draft');
		expect(board.receipts).toHaveLength(1);
	});

	test('that cannot be published keeps everything waiting', async () => {
		const board = memoryBoard(published);
		const broken: Board = { ...board, keepReceipt: () => Promise.reject(new Error('no answer')) };
		await expect(bring(broken, 'proposal', sentProposal)).rejects.toThrow('no answer');
		expect([board.drafts, board.notes]).toEqual([[], []]);
	});

	test.each<[form: string, data: Record<string, unknown>]>([
		['views-a', { consent: 'yes' }],
		['views-a', { example: ' ', 'shared[]': [], email: 'anna@example.org', reference: 'bluebird', consent: 'yes' }],
		['message', { message: '', consent: 'yes' }],
		['proposal', { name: '', 'themes[]': '', consent: 'yes' }],
		['correction', {}],
	])('is not published for what says nothing, and nothing else is done with it: %s %o', async (form, data) => {
		const board = memoryBoard(published);
		expect(await bring(board, form, data)).toBe('empty');
		expect([board.receipts, board.drafts, board.notes]).toEqual([[], [], []]);
	});

	test.each(['contact', 'proposals', 'views', 'Message', 'constructor', '__proto__', ''])(
		'is not published for a form that this site does not have: “%s”',
		async (form) => {
			const board = memoryBoard(published);
			expect(await bring(board, form, sentProposal)).toBe('not-of-this-site');
			expect([board.receipts, board.drafts, board.notes]).toEqual([[], [], []]);
		},
	);
});

test('what the board knows is not looked at again', async () => {
	const board = memoryBoard(published);
	await bring(board, 'proposal', sentProposal);
	await bring(board, 'correction', { ...sentCorrection, field: 'name' }, '2');
	const isAsked: string[] = [];
	const watched: Board = {
		...board,
		isTaken: (slug) => {
			isAsked.push(slug);
			return board.isTaken(slug);
		},
	};
	expect(await bring(watched, 'proposal', sentProposal)).toBe('known');
	expect(await bring(watched, 'correction', sentCorrection, '2')).toBe('known');
	expect([isAsked, board.drafts.length, board.notes.length]).toEqual([[], 2, 0]);
});

test('a board that cannot be reached is no outcome', async () => {
	const board: Board = { ...memoryBoard(published), openDraft: () => Promise.reject(new Error('no answer')) };
	await expect(bring(board, 'correction', sentCorrection)).rejects.toThrow('no answer');
});

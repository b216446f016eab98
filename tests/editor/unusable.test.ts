import { expect, onTestFinished, test, vi } from 'vitest';
import type { DecapBackend } from '../../src/editor/decap-backend.ts';
import { withSturdyBoard } from '../../src/editor/sturdy-board.ts';
import { readForForm } from '../../src/editor/unusable.ts';
import { FakeHost } from './fake-host.ts';

class BrokenHost extends FakeHost {
	override unpublishedEntry(): Promise<never> {
		return Promise.reject(new Error('API rate limit exceeded.'));
	}

	override unpublishedEntryDataFile(): Promise<string> {
		return Promise.reject(new Error('API rate limit exceeded.'));
	}
}

test('a draft that could not be fetched says why in its form', async () => {
	const host: DecapBackend = new (withSturdyBoard(BrokenHost))();
	const text = await host.unpublishedEntryDataFile('clusters', 'hub', 'content/clusters/hub.md', '1');
	expect(readForForm('clusters', text)).toEqual({
		sentence: 'The file could not be fetched: API rate limit exceeded. Try again later.',
	});
});

test('a draft that cannot be read is left out of the board, and takes no other along', async () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	onTestFinished(() => {
		warn.mockRestore();
	});
	const host: DecapBackend = new (withSturdyBoard(BrokenHost))();
	expect(await host.unpublishedEntry({ id: 'clusters/hub' })).toEqual({ collection: '', slug: '', diffs: [] });
	expect(warn).toHaveBeenCalledWith('The draft clusters/hub is left out: Error: API rate limit exceeded.');
});

test('an editor who opens such a draft learns why it does not come', async () => {
	const host: DecapBackend = new (withSturdyBoard(BrokenHost))();
	await expect(host.unpublishedEntry({ collection: 'clusters', slug: 'hub' })).rejects.toThrow(
		'API rate limit exceeded.',
	);
});

test('a file cannot pass for a failure', () => {
	expect(readForForm('clusters', 'failed:1').sentence).toContain('The file does not start with its fields');
});

import { expect, onTestFinished, test } from 'vitest';
import type { DecapBackend } from '../../src/editor/decap-backend.ts';
import { newPathOf, noteSlug, withRenaming } from '../../src/editor/renames.ts';
import { FakeHost } from './fake-host.ts';

const HUB = 'content/clusters/hub.md';
const NEW = 'content/clusters/new.md';

/** A host with two profiles, and drafts of the first and of a third that nobody published yet. */
class Host extends FakeHost {
	override readonly published = new Map([
		[HUB, 'hub'],
		['content/clusters/published.md', 'published'],
	]);
	override readonly drafts = new Map([
		['clusters/hub', new Map([[HUB, 'hub']])],
		['clusters/drafted', new Map([['content/clusters/drafted.md', 'drafted']])],
	]);
}

/** Saves the hub under another slug. */
async function rename(slug: string, useWorkflow: boolean) {
	const host: DecapBackend = new (withRenaming(Host))();
	noteSlug(HUB, slug);
	onTestFinished(() => {
		noteSlug(HUB, 'hub');
	});
	await host.persistEntry(
		{ dataFiles: [{ path: HUB, slug: 'hub', raw: 'renamed' }], assets: [] },
		{ collectionName: 'clusters', useWorkflow },
	);
	return host;
}

test('an entry goes to the address that was chosen for it', async () => {
	const host = await rename('new', false);
	expect([await host.getEntry(HUB), await host.getEntry(NEW)]).toEqual([{ data: null }, { data: 'renamed' }]);
});

test('a draft goes to the address that was chosen for it, and what is published stays', async () => {
	const host = await rename('new', true);
	expect(await host.unpublishedEntry({ collection: 'clusters', slug: 'hub' })).toMatchObject({
		diffs: [{ path: NEW }],
	});
	expect(await host.getEntry(HUB)).toEqual({ data: 'hub' });
});

test.each([
	['another profile', 'published', true],
	['another profile, where nothing waits for a review', 'published', false],
	['the draft of a profile that is not published yet', 'drafted', true],
])('an entry does not take the address of %s', async (_whose, slug, useWorkflow) => {
	await expect(rename(slug, useWorkflow)).rejects.toThrow(
		`The address “${slug}” is that of another profile or draft. Choose another; nothing was saved.`,
	);
});

test('an entry that gets its own address back stays where it is', () => {
	noteSlug(HUB, 'new');
	expect(newPathOf(HUB)).toBe(NEW);
	noteSlug(HUB, 'hub');
	expect(newPathOf(HUB)).toBeUndefined();
});

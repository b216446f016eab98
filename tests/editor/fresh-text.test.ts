import { expect, test } from 'vitest';
import { isFromBackup, noteOpened, withFreshText } from '../../src/editor/fresh-text.ts';
import { openHost } from './fake-host.ts';

const COPY = 'Copy what you wrote, reload the page, look at both, and write it again; nothing was saved.';
const CHANGED = `Somebody changed this entry since you opened it. ${COPY}`;
const GONE = `This entry is not to be found any more: somebody deleted or renamed it, or the connection is gone. ${COPY}`;

let count = 0;

/** A host with an entry of its own for each test, whose form is open. */
async function openForm(useWorkflow = false) {
	const host = openHost(withFreshText);
	const slug = `entry-${++count}`;
	const path = `content/clusters/${slug}.md`;
	host.published.set(path, 'first');
	const opened = (await host.getEntry(path)).data ?? '';
	const save = (raw: string, more: { newPath?: string; opened?: string; status?: string; newEntry?: boolean } = {}) => {
		const { newPath, opened: text = opened, ...options } = more;
		noteOpened(path, text);
		return host.persistEntry(
			{ dataFiles: [{ path, slug, raw, ...(newPath ? { newPath } : {}) }], assets: [] },
			{ collectionName: 'clusters', useWorkflow, ...options },
		);
	};
	return { host, slug, path, save };
}

test('an entry that nobody else changed is saved, and saved again', async () => {
	const { host, path, save } = await openForm();
	await save('second');
	await save('third');
	expect(host.published.get(path)).toBe('third');
});

test('an entry that somebody changed since it was opened is not saved, however often one tries', async () => {
	const { host, path, save } = await openForm();
	host.published.set(path, 'of somebody');
	await expect(save('second')).rejects.toThrow(CHANGED);
	await expect(save('second')).rejects.toThrow(CHANGED);
	expect(host.published.get(path)).toBe('of somebody');
});

test('an entry that somebody changed between two saves is not saved the second time', async () => {
	const { host, path, save } = await openForm();
	await save('second');
	host.published.set(path, 'of somebody');
	await expect(save('third')).rejects.toThrow(CHANGED);
});

test('an entry that is opened anew after a change of somebody is saved', async () => {
	const { host, path, save } = await openForm();
	host.published.set(path, 'of somebody');
	await host.getEntry(path);
	await save('third', { opened: 'of somebody' });
	expect(host.published.get(path)).toBe('third');
});

test('an entry that somebody deleted does not come back', async () => {
	const { host, path, save } = await openForm();
	host.published.delete(path);
	await expect(save('second')).rejects.toThrow(GONE);
	expect(host.published.has(path)).toBe(false);
});

test('an entry that moves is compared at its old place', async () => {
	const { host, path, save } = await openForm();
	host.published.set(path, 'of somebody');
	await expect(save('second', { newPath: 'content/clusters/moved.md' })).rejects.toThrow(CHANGED);
	expect(host.published.has('content/clusters/moved.md')).toBe(false);
});

test('the first draft of an entry is compared with what is published', async () => {
	const { host, path, save } = await openForm(true);
	host.published.set(path, 'of somebody');
	await expect(save('second')).rejects.toThrow(CHANGED);
	expect(host.drafts.size).toBe(0);
});

test('a draft is compared with the draft, and not with what is published', async () => {
	const { host, path, slug, save } = await openForm(true);
	await save('second');
	host.published.set(path, 'of somebody');
	await save('third');
	host.draftOf('clusters', slug)?.set(path, 'of somebody else');
	await expect(save('fourth')).rejects.toThrow(CHANGED);
	expect(host.draftOf('clusters', slug)?.get(path)).toBe('of somebody else');
});

test('a draft that somebody began since the entry was opened is not saved over', async () => {
	const { host, path, slug, save } = await openForm(true);
	host.drafts.set(`clusters/${slug}`, new Map([[path, 'of somebody']]));
	await expect(save('second')).rejects.toThrow(CHANGED);
});

test('a draft that somebody renamed does not get its old file back', async () => {
	const { host, slug, save } = await openForm(true);
	host.drafts.set(`clusters/${slug}`, new Map([['content/clusters/renamed.md', 'first']]));
	await expect(save('second')).rejects.toThrow(GONE);
});

test('a host that does not answer stops a save with its own words', async () => {
	const { host, slug, save } = await openForm(true);
	host.drafts.get = () => {
		throw new Error(`No connection for ${slug}`);
	};
	await expect(save('second')).rejects.toThrow(`No connection for ${slug}`);
});

test('a new entry, and one that goes back from the site to the drafts, are compared with nothing', async () => {
	for (const more of [{ newEntry: true }, { status: 'pending_publish' }]) {
		const { host, slug, path, save } = await openForm(true);
		host.published.delete(path);
		await save('second', more);
		expect(host.draftOf('clusters', slug)?.get(path)).toBe('second');
	}
});

test('a backup of the browser is known by a text that was not read, and replaces what was there when it was opened', async () => {
	const { host, path, save } = await openForm();
	expect(isFromBackup(path, 'first')).toBe(false);
	expect(isFromBackup(path, 'kept')).toBe(true);
	await save('kept and more', { opened: 'kept' });
	expect(host.published.get(path)).toBe('kept and more');
	host.published.set(path, 'of somebody');
	await expect(save('and more', { opened: 'kept' })).rejects.toThrow(CHANGED);
});

import {
	isEntryFile,
	noDraft,
	type BackendClass,
	type DataFile,
	type EntryFiles,
	type SavingOptions,
} from './decap-backend.ts';
import { Refusal } from './refusal.ts';

/** What this page knows of the texts of a file, until it is left. */
interface KnownTexts {
	/** All that were read from the git host, the last one last. */
	read: Set<string>;
	/** The one that the form opened, noted at the moment of saving. */
	opened?: string;
	/** The one that was saved from here last. */
	saved?: string;
}

const knownTexts = new Map<string, KnownTexts>();

function knownOf(path: string): KnownTexts {
	const known = knownTexts.get(path) ?? { read: new Set() };
	knownTexts.set(path, known);
	return known;
}

function noteRead(path: string, text: string): void {
	const { read } = knownOf(path);
	read.delete(text);
	read.add(text);
}

/** Notes the text of the file that a form opened, when it is about to be saved. */
export function noteOpened(path: string, text: string): void {
	knownOf(path).opened = text;
}

/** Whether a form holds what a browser had kept since an earlier visit: its text is none that was read from the host. */
export const isFromBackup = (path: string, text: string): boolean => !knownOf(path).read.has(text);

/** Whether a file may be replaced: it is as the form opened it, or as this page saved it. */
function isAsKnown(path: string, text: string): boolean {
	const { read, opened, saved } = knownOf(path);
	if (text === saved || opened === undefined) return true;
	// What comes from a backup was asked about before.
	return text === (read.has(opened) ? opened : [...read].at(-1));
}

const COPY = 'Copy what you wrote, reload the page, look at both, and write it again; nothing was saved.';

/** Keeps a save from taking away what somebody else wrote since the form was opened. */
export const withFreshText = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		override async getEntry(path: string) {
			const entry = await super.getEntry(path);
			noteRead(path, entry.data ?? '');
			return entry;
		}

		override async unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string) {
			const text = await super.unpublishedEntryDataFile(collection, slug, path, id);
			noteRead(path, text ?? '');
			return text;
		}

		/** The text of an entry at the git host, in its draft if it has one; empty if it is not there. */
		async textNow({ path, slug }: DataFile, { collectionName: collection, useWorkflow }: SavingOptions) {
			const draft = useWorkflow ? await super.unpublishedEntry({ collection, slug }).catch(noDraft) : undefined;
			const files = draft?.diffs.filter(isEntryFile) ?? [];
			if (files.length === 0) return (await super.getEntry(path)).data ?? '';
			const file = files.find((each) => each.path === path);
			return file ? ((await super.unpublishedEntryDataFile(collection, slug, path, file.id)) ?? '') : '';
		}

		async refuseStale(file: DataFile, options: SavingOptions) {
			const text = await this.textNow(file, options);
			if (isAsKnown(file.path, text)) return;
			throw new Refusal(
				text === ''
					? `This entry is not to be found any more: somebody deleted or renamed it, or the connection is gone. ${COPY}`
					: `Somebody changed this entry since you opened it. ${COPY}`,
			);
		}

		override async persistEntry(entry: EntryFiles, options: SavingOptions) {
			const isThere = !options.newEntry && options.status === undefined;
			if (isThere) for (const file of entry.dataFiles) await this.refuseStale(file, options);
			const answer = await super.persistEntry(entry, options);
			for (const { path, newPath, raw } of entry.dataFiles) knownOf(newPath ?? path).saved = raw;
			return answer;
		}
	};

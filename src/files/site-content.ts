import { lastDayDone } from '../formats/brussels-days.ts';
import { contentFolder } from './folders.ts';
import { KeptEntries } from './kept-entries.ts';
import { readContent, type ReadContent } from './read-content.ts';

declare global {
	/** The content of this process: what pages are made of is bundled, and has modules of its own. */
	var siteContent: ReadContent | undefined;
}

/** All of the content, read once. A build takes over what the last one has read. */
export const siteContent = ({ isBuild = false } = {}): ReadContent =>
	(globalThis.siteContent ??= readContent(
		contentFolder,
		lastDayDone(),
		isBuild ? (pictures) => new KeptEntries(lastDayDone(), pictures) : undefined,
	));

/** Takes what was read for the content from now on. */
export const takeContent = (content: ReadContent): void => {
	globalThis.siteContent = content;
};

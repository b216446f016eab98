import { contentFolder } from './folders.ts';
import { readContent, type ReadContent } from './read-content.ts';

declare global {
	/** The content of this process: what pages are made of is bundled, and has modules of its own. */
	var siteContent: ReadContent | undefined;
}

/** All of the content, read once. */
export const siteContent = (): ReadContent => (globalThis.siteContent ??= readContent(contentFolder));

/** Takes what was read for the content from now on. */
export const takeContent = (content: ReadContent): void => {
	globalThis.siteContent = content;
};

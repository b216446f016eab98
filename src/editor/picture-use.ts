import { createElement, useEffect, useState, type ReactNode } from 'react';
import type { Link } from './ask.ts';
import type { HostBackend } from './decap-backend.ts';
import { linksTo, referrersNow } from './kept-references.ts';
import { inPlainWords } from './plain-words.ts';

/** A picture of the window in which they are chosen; none of its fields where none is chosen. */
interface ChosenFile {
	path?: string;
	/** Whether it was uploaded with the entry that is open, and not saved yet. */
	draft?: boolean;
}

interface Props {
	file: ChosenFile;
	backend: HostBackend;
	/** Closes the window. */
	onLeave: () => void;
}

/** What is said where a picture is not saved yet. */
const NOT_SAVED = 'Uploaded just now. It is saved with this entry once you choose it, and not otherwise.';

/** Says of the picture that is chosen which published entries show it, each a link. */
export function PictureUse({ file: { path, draft }, backend, onLeave }: Props): ReactNode {
	const [use, setUse] = useState<{ of: string; links: Link[]; problem?: string }>();
	useEffect(() => {
		if (path === undefined || draft) return;
		void referrersNow(backend.implementation, path)
			.then(linksTo)
			.then(
				(links) => {
					setUse({ of: path, links });
				},
				(error: unknown) => {
					setUse({ of: path, links: [], problem: String(inPlainWords(error)) });
				},
			);
	}, [path, draft]);
	const known = use !== undefined && use.of === path ? use : undefined;
	const words = () => {
		if (path === undefined) return '';
		if (draft) return NOT_SAVED;
		if (!known) return 'Looking who uses it …';
		return known.problem ?? (known.links.length === 0 ? 'No published entry uses it.' : 'Used by ');
	};
	return createElement(
		'p',
		{ className: 'picture-use', role: 'status' },
		words(),
		!draft &&
			known?.links.flatMap(([title, href], index) => [
				index > 0 ? ', ' : '',
				createElement('a', { key: href, href, onClick: onLeave }, title),
			]),
	);
}

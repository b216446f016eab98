import { createElement, useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { entryAt } from '../model/referrers.ts';
import { collectionOf } from '../schemas/collections.ts';
import { hrefOf } from './entry-address.ts';
import { inPlainWords } from './plain-words.ts';

/** An entry that was found: where its form is, and what tells it from others. */
interface FoundEntry {
	href: string;
	words: string;
	note: string;
}

const SHOWN = 15;

/** The entries in which words stand, in names, places or texts, as the search of the site finds them. */
async function findEntries(typed: string): Promise<FoundEntry[]> {
	const { search, hitsOf } = await import('../search/ask-index.client.ts');
	let found: FoundEntry[] = [];
	await search(typed, async (answer) => {
		const hits = await hitsOf(answer, answer.entries.slice(0, 3 * SHOWN), { isBrief: true });
		found = hits.flatMap(({ url, title, where }) => {
			const entry = entryAt(url);
			if (!entry) return [];
			const words = title.map(({ text }) => text).join('');
			const note = [collectionOf(entry.collection).plural, where].filter(Boolean).join(' · ');
			return [{ href: hrefOf(entry.collection, entry.slug), words, note }];
		});
	});
	return found.slice(0, SHOWN);
}

/** A search in all that the site says; what is found leads to its form. */
export function FindEntries(): ReactNode {
	const field = useId();
	const [answer, setAnswer] = useState<{ found?: FoundEntry[]; problem?: string }>({});
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const typed = new FormData(event.currentTarget).get('q');
		void findEntries(typeof typed === 'string' ? typed : '').then(
			(found) => {
				setAnswer({ found });
			},
			(error: unknown) => {
				setAnswer({ problem: String(inPlainWords(error)) });
			},
		);
	};
	const { found, problem } = answer;
	return createElement(
		'form',
		{ role: 'search', className: 'start-search', onSubmit: submit },
		createElement('label', { htmlFor: field }, 'Find in names, places and texts'),
		createElement('input', { id: field, name: 'q', type: 'search', required: true }),
		createElement('button', { type: 'submit', className: 'editor-button' }, 'Find'),
		createElement(
			'div',
			{ role: 'status' },
			problem ??
				(found?.length === 0 ? 'Nothing is found. What was published since the last build is not looked at.' : ''),
			createElement(
				'ul',
				undefined,
				found?.map(({ href, words, note }) =>
					createElement(
						'li',
						{ key: href },
						createElement('a', { href }, words),
						' ',
						createElement('span', { className: 'start-note' }, note),
					),
				),
			),
		),
	);
}

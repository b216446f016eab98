import { createElement, useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { collectionOf } from '../schemas/collections.ts';
import { hrefOf } from './entry-address.ts';
import { inPlainWords } from './plain-words.ts';
import { searchEntries, type FoundEntry } from './search-entries.ts';

const SHOWN = 15;

/** A search in all that the site says; what is found leads to its form. */
export function FindEntries(): ReactNode {
	const field = useId();
	const [answer, setAnswer] = useState<{ found?: FoundEntry[]; problem?: string }>({});
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const typed = new FormData(event.currentTarget).get('q');
		void searchEntries(typeof typed === 'string' ? typed : '', SHOWN).then(
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
				found?.map(({ collection, slug, title, where }) =>
					createElement(
						'li',
						{ key: `${collection}/${slug}` },
						createElement('a', { href: hrefOf(collection, slug) }, title),
						' ',
						createElement(
							'span',
							{ className: 'start-note' },
							[collectionOf(collection).plural, where].filter(Boolean).join(' · '),
						),
					),
				),
			),
		),
	);
}

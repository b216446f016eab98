import { createElement, useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { linkProblem } from '../../formats/link-problem.ts';
import { collectionOf } from '../../schemas/collections.ts';
import { searchEntries, type FoundEntry } from '../search-entries.ts';
import { pastedAddress } from './pasted-address.ts';

/** As many as can be overlooked; who looks for another one goes on typing. */
const MOST = 8;

/** What was typed as an address, as texts have it. */
function addressOf(typed: string, origins: readonly string[]): string | undefined {
	const text = typed.trim();
	if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
	const isBare = /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]|$))/i.test(text);
	const whole = isBare ? `https://${text}` : text;
	if (!/^(?:[a-z]+:|\/|#)/i.test(whole)) return undefined;
	return pastedAddress(whole, origins, true) ?? whole;
}

interface LinkPanelProps {
	/** Where the link leads now, if there is one. */
	href: string;
	/** Whether words are selected that the link is to stand at. */
	hasWords: boolean;
	origins: readonly string[];
	onSet: (href: string, words: string) => void;
	onRemove: () => void;
	onClose: () => void;
}

/** Where a link leads: an entry of the site, found by its name, or an address, checked while it is typed. */
export function LinkPanel({ href, hasWords, origins, onSet, onRemove, onClose }: LinkPanelProps): ReactNode {
	const [typed, type] = useState(href);
	const [words, writeWords] = useState('');
	const [found, find] = useState<FoundEntry[]>([]);
	const address = addressOf(typed, origins);
	const problem = address === undefined ? undefined : linkProblem(address);
	const asked = typed.trim();
	useEffect(() => {
		let isOver = false;
		const search = address === undefined && asked.length > 1 ? searchEntries(asked, MOST) : Promise.resolve([]);
		void search
			// An address can be written all the same.
			.catch(() => [])
			.then((entries) => {
				if (!isOver) find(entries);
			});
		return () => {
			isOver = true;
		};
	}, [asked, address]);
	const isReady = address !== undefined && problem === undefined;
	const say =
		problem !== undefined
			? `No text can link to this${problem}. Write https://…, or a page of this site from / on.`
			: address === undefined && asked.length > 1 && found.length === 0
				? 'No entry of the site has these words.'
				: '';
	const set = (to: string, name = '') => {
		onSet(to, words.trim() || name || to);
	};
	const press = (event: KeyboardEvent) => {
		if (event.key === 'Escape') onClose();
		else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && isReady) set(address);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return createElement(
		'div',
		{ className: 'text-panel', role: 'group', 'aria-label': 'Link', onKeyDown: press },
		createElement(
			'label',
			null,
			'An address, or the name of an entry',
			createElement('input', {
				type: 'text',
				value: typed,
				autoFocus: true,
				'aria-invalid': problem === undefined ? undefined : true,
				'aria-describedby': 'text-link-say',
				onChange: ({ target }: { target: { value: string } }) => {
					type(target.value);
				},
			}),
		),
		createElement('p', { id: 'text-link-say', role: 'status', className: 'text-panel-say' }, say),
		found.length > 0
			? createElement(
					'ul',
					{ className: 'text-panel-found', 'aria-label': 'Entries' },
					found.map(({ title, collection, address: to }) =>
						createElement(
							'li',
							{ key: to },
							createElement(
								'button',
								{
									type: 'button',
									onClick: () => {
										set(to, title);
									},
								},
								title,
								createElement('small', null, ` ${collectionOf(collection).label}`),
							),
						),
					),
				)
			: undefined,
		hasWords
			? undefined
			: createElement(
					'label',
					null,
					'Words that lead there (optional)',
					createElement('input', {
						type: 'text',
						value: words,
						onChange: ({ target }: { target: { value: string } }) => {
							writeWords(target.value);
						},
					}),
				),
		createElement(
			'div',
			{ className: 'text-panel-buttons' },
			createElement(
				'button',
				{
					type: 'button',
					className: 'editor-button',
					disabled: !isReady,
					onClick: () => {
						if (address !== undefined) set(address);
					},
				},
				'Set link',
			),
			href === '' ? undefined : createElement('button', { type: 'button', onClick: onRemove }, 'Remove link'),
			createElement('button', { type: 'button', onClick: onClose }, 'Cancel'),
		),
	);
}

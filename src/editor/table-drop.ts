import { createElement, useId, useState, type DragEvent, type ReactNode } from 'react';
import { openCollections, type OpenCollection } from '../formats/entry-files.ts';
import { formatCount } from '../formats/text.ts';
import { collectionOf } from '../schemas/collections.ts';
import type { HostBackend } from './decap-backend.ts';
import { draftEntries, readDropped, type DroppedTable } from './dropped-table.ts';
import { inPlainWords } from './plain-words.ts';

interface Props {
	backend: HostBackend;
	hasWorkflow: boolean;
}

/** What became of the file that was given. */
interface State {
	isBusy?: boolean;
	table?: DroppedTable;
	problem?: string;
	/** What was said of each draft. */
	made?: string[];
}

/** Most tables are named after what they hold, as the site’s own are: `clusters (1).csv`. */
const collectionNamed = (file: string): OpenCollection | undefined =>
	openCollections.find((name) => file.toLowerCase().startsWith(name));

const listOf = (lines: readonly string[], className = 'draft-changes'): ReactNode =>
	createElement(
		'ul',
		{ className },
		lines.map((line, index) => createElement('li', { key: index }, line)),
	);

/** What a table would change, entry by entry and field by field. */
function changesIn({ notes, entries, problems }: DroppedTable): ReactNode {
	if (problems.length > 0) {
		return [
			createElement(
				'p',
				{ key: 'count' },
				`${formatCount(problems.length, 'problem')}. Nothing can be made of this table before they are mended.`,
			),
			createElement('div', { key: 'problems' }, listOf(problems)),
		];
	}
	return [
		createElement('div', { key: 'notes' }, listOf(notes)),
		entries.length === 0 &&
			createElement('p', { key: 'none' }, 'The table says what the site says. Nothing would change.'),
		...entries.map(({ slug, isNew, changes }) =>
			createElement(
				'section',
				{ key: slug },
				createElement('h3', undefined, `${slug}${isNew ? ' (new)' : ''}`),
				listOf(changes),
			),
		),
	];
}

/** A table dropped here becomes drafts. */
export function TableDrop({ backend, hasWorkflow }: Props): ReactNode {
	const [kindField, fileField] = [useId(), useId()];
	const [kind, setKind] = useState<OpenCollection>('clusters');
	const [{ isBusy = false, table, problem, made }, setState] = useState<State>({});
	const tell = (error: unknown) => {
		setState({ problem: String(inPlainWords(error)) });
	};
	const take = (file: File | undefined) => {
		if (!file) return;
		const collection = collectionNamed(file.name) ?? kind;
		setKind(collection);
		setState({ isBusy: true });
		void readDropped(file, collection, backend.implementation).then((read) => {
			setState({ table: read });
		}, tell);
	};
	const makeDrafts = () => {
		if (!table) return;
		setState({ isBusy: true, table });
		void draftEntries(table, backend.implementation).then((lines) => {
			setState({ made: lines });
		}, tell);
	};
	const count = table?.problems.length === 0 ? table.entries.length : 0;
	return createElement(
		'div',
		{
			onDragOver: (event: DragEvent) => {
				event.preventDefault();
			},
			onDrop: (event: DragEvent) => {
				event.preventDefault();
				take(event.dataTransfer.files[0]);
			},
		},
		createElement(
			'p',
			undefined,
			'Drop a table here (CSV) with the columns of the files under /data/, or choose it. You see what would change before anything is made.',
		),
		createElement('label', { htmlFor: kindField }, 'It holds'),
		' ',
		createElement(
			'select',
			{
				id: kindField,
				value: kind,
				onChange: ({ currentTarget }: { currentTarget: HTMLSelectElement }) => {
					setKind(openCollections.find((name) => name === currentTarget.value) ?? 'clusters');
				},
			},
			openCollections.map((name) => createElement('option', { key: name, value: name }, collectionOf(name).plural)),
		),
		' ',
		createElement('label', { htmlFor: fileField }, 'Table'),
		' ',
		createElement('input', {
			id: fileField,
			type: 'file',
			accept: '.csv,text/csv',
			onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
				take(currentTarget.files?.[0]);
			},
		}),
		createElement(
			'div',
			{ role: 'status' },
			isBusy && 'One moment …',
			problem,
			made && listOf(made),
			made &&
				createElement(
					'a',
					{
						href: '/admin/#/workflow',
						onClick: () => {
							setTimeout(() => {
								location.reload();
							});
						},
					},
					'Open the board',
				),
		),
		table && changesIn(table),
		count > 0 &&
			(hasWorkflow
				? createElement(
						'button',
						{ type: 'button', className: 'editor-button', disabled: isBusy, onClick: makeDrafts },
						`Make ${formatCount(count, 'draft')}`,
					)
				: createElement(
						'p',
						undefined,
						'There are no drafts here: a save publishes. Use npm run import instead, or start with CMS_MODE=git.',
					)),
	);
}

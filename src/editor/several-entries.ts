import { createElement, useEffect, useId, useState, type ReactNode } from 'react';
import { fold } from '../formats/fold.ts';
import { formatCount } from '../formats/text.ts';
import type { CollectionName } from '../schemas/collections.ts';
import type { FieldDescription } from '../schemas/describe-fields.ts';
import { toEach } from './change-entry.ts';
import { changeableFields, makeChange, planChange, type FieldChange, type PlannedChange } from './change-several.ts';
import type { HostBackend } from './decap-backend.ts';
import { hrefOf } from './entry-address.ts';
import { loadIndex } from './entry-index.ts';

/** What the list of a collection hands on. */
export interface SeveralProps {
	collection: CollectionName;
	backend: HostBackend;
	hasWorkflow: boolean;
}

/** More nobody reads through. */
const SHOWN_AT_MOST = 100;

/** As many are read at once. */
const READ_AT_ONCE = 8;

interface Changed {
	target: HTMLInputElement | HTMLSelectElement;
}

function labelled(label: string, name: 'input' | 'select', attributes: object, children?: ReactNode): ReactNode {
	return createElement('label', { key: label }, `${label} `, createElement(name, attributes, children));
}

const optionsOf = (choices: readonly { value: string; label: string }[]): ReactNode =>
	choices.map(({ value, label }) => createElement('option', { key: value, value }, label));

/** The choices for a value: of a field that may be empty also none. */
function choicesOf(field: FieldDescription): { value: string; label: string }[] {
	const none = { value: '', label: field.isOptional && !field.isList ? 'Nothing: take it off' : 'Choose …' };
	if (field.type !== 'yes or no') return [none, ...field.choices];
	return [none, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }];
}

/** What asks for the value that a field gets. */
function valueControl(field: FieldDescription, value: string, setValue: (value: string) => void): ReactNode {
	const attributes = {
		value,
		onChange: ({ target }: Changed) => {
			setValue(target.value);
		},
	};
	if (field.type === 'choice' || field.type === 'yes or no')
		return labelled('Value', 'select', attributes, optionsOf(choicesOf(field)));
	return labelled('Value', 'input', { ...attributes, type: field.type === 'day' ? 'date' : 'text' });
}

/** The entries of a collection by name, as the site was built. */
function useEntries(collection: string): readonly [slug: string, title: string][] {
	const [entries, setEntries] = useState<readonly [string, string][]>([]);
	useEffect(() => {
		void loadIndex().then((index) => {
			setEntries((index[collection] ?? []).map(([slug, title]) => [slug, title]));
		});
	}, [collection]);
	return entries;
}

/** One field of several entries is changed: what would change is shown first, entry by entry. */
export function SeveralEntries({ collection, backend: { implementation }, hasWorkflow }: SeveralProps): ReactNode {
	const fields = changeableFields(collection);
	const entries = useEntries(collection);
	const fieldHint = useId();
	const [fieldName, setFieldName] = useState(fields[0]?.name ?? '');
	const [how, setHow] = useState<'add' | 'take out'>('add');
	const [value, setValue] = useState('');
	const [words, setWords] = useState('');
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const [plans, setPlans] = useState<ReadonlyMap<string, PlannedChange>>(new Map());
	const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
	const [outcome, setOutcome] = useState('');
	const [isBusy, setBusy] = useState(false);
	const field = fields.find(({ name }) => name === fieldName);
	if (!field) return createElement('p', undefined, 'None of its fields can be changed for several at once.');
	const change: FieldChange = { field, how: field.isList ? how : 'set', value };
	const isGiven = value !== '' || (field.isOptional && !field.isList);

	/** What was shown is of no use any more once something else is asked for. */
	const anew = <T>(set: (value: T) => void) => {
		return (next: T) => {
			set(next);
			setPlans(new Map());
			setSaid(new Map());
			setOutcome('');
		};
	};
	const say = (slug: string, sentence: string) => {
		setSaid((before) => new Map(before).set(slug, sentence));
	};
	const look = async () => {
		setBusy(true);
		const found = new Map<string, PlannedChange>();
		const plan = async (slug: string) => {
			const planned = await planChange(implementation, collection, slug, change, hasWorkflow);
			if (planned.changes.length === 0) return 'says so already';
			found.set(slug, planned);
			return planned.changes.join('; ');
		};
		await toEach(chosen, plan, say, { atOnce: READ_AT_ONCE, refused: 'stays as it is.' });
		setPlans(found);
		setOutcome(
			found.size === 0
				? 'Nothing would change.'
				: `${found.size} of ${chosen.size} would change; nothing is saved yet.`,
		);
		setBusy(false);
	};
	const save = async () => {
		setBusy(true);
		let count = 0;
		const make = async (slug: string) => {
			const plan = plans.get(slug);
			if (plan) await makeChange(implementation, collection, slug, plan, hasWorkflow);
			count++;
			return hasWorkflow ? 'its draft is ready to be published' : 'changed';
		};
		await toEach(plans.keys(), make, say);
		setPlans(new Map());
		setChosen(new Set());
		setOutcome(
			`${formatCount(count, 'entry is', 'entries are')} changed${hasWorkflow ? ': their drafts are on the board' : ''}.`,
		);
		setBusy(false);
	};

	const wanted = fold(words);
	const found = entries.filter(([slug, title]) => fold(title).includes(wanted) || chosen.has(slug));
	const shown = found.slice(0, SHOWN_AT_MOST);
	return createElement(
		'div',
		undefined,
		createElement(
			'p',
			{ className: 'several-fields' },
			labelled(
				'Field',
				'select',
				{
					value: field.name,
					'aria-describedby': fieldHint,
					onChange: ({ target }: Changed) => {
						setValue('');
						anew(setFieldName)(target.value);
					},
				},
				optionsOf(fields.map(({ name, title }) => ({ value: name, label: title }))),
			),
			field.isList &&
				labelled(
					'Do',
					'select',
					{
						value: how,
						onChange: ({ target }: Changed) => {
							anew(setHow)(target.value === 'add' ? 'add' : 'take out');
						},
					},
					optionsOf([
						{ value: 'add', label: 'Add' },
						{ value: 'take out', label: 'Take out' },
					]),
				),
			valueControl(field, value, anew(setValue)),
		),
		createElement('p', { id: fieldHint, className: 'start-note' }, field.description),
		createElement(
			'p',
			{ className: 'several-fields' },
			labelled('Show names with', 'input', {
				type: 'search',
				value: words,
				onChange: ({ target }: Changed) => {
					setWords(target.value);
				},
			}),
			createElement(
				'button',
				{
					type: 'button',
					disabled: isBusy || shown.length === 0,
					onClick: () => {
						anew(setChosen)(new Set(shown.map(([slug]) => slug)));
					},
				},
				`Choose all ${shown.length} shown`,
			),
		),
		createElement(
			'ul',
			{ className: 'several-choices' },
			shown.map(([slug, title]) =>
				createElement(
					'li',
					{ key: slug },
					createElement(
						'label',
						undefined,
						createElement('input', {
							type: 'checkbox',
							checked: chosen.has(slug),
							disabled: isBusy,
							onChange: ({ target }: { target: HTMLInputElement }) => {
								const others = [...chosen].filter((each) => each !== slug);
								anew(setChosen)(new Set(target.checked ? [...others, slug] : others));
							},
						}),
						` ${title}`,
					),
				),
			),
		),
		found.length > shown.length &&
			createElement('p', undefined, `and ${found.length - shown.length} more: write a part of their names above.`),
		createElement(
			'ul',
			{ className: 'draft-changes' },
			entries.map(
				([slug, title]) =>
					said.has(slug) &&
					createElement(
						'li',
						{ key: slug },
						createElement('a', { href: hrefOf(collection, slug) }, title),
						' ',
						createElement('span', { className: 'start-note' }, said.get(slug)),
					),
			),
		),
		createElement('p', { role: 'status' }, isBusy ? 'One moment …' : outcome),
		createElement(
			'button',
			{
				type: 'button',
				className: 'editor-button',
				disabled: isBusy || chosen.size === 0 || !isGiven,
				onClick: () => void look(),
			},
			'See what would change',
		),
		plans.size > 0 &&
			createElement(
				'button',
				{ type: 'button', className: 'editor-button', disabled: isBusy, onClick: () => void save() },
				hasWorkflow
					? `Make ${formatCount(plans.size, 'draft')}`
					: `Change ${formatCount(plans.size, 'entry', 'entries')}`,
			),
	);
}

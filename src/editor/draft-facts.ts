import { fromJS } from 'immutable';
import { createElement, Fragment, useEffect, useState, type ReactNode } from 'react';
import { itemsOf, valueAt, type Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { unsettledFacts } from '../model/corrected-sources.ts';
import { differenceOf, formatChange } from '../model/difference.ts';
import { kindOfDraft, type DraftKind } from '../model/draft-kind.ts';
import { formerValues } from '../model/former-values.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { collectionOf, fileOf, type CollectionName } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import { checkDayOf } from './check-day.ts';
import { checkDraft } from './check-draft.ts';
import { fieldsOf } from './config.ts';
import { CorrectedSources } from './corrected-sources-panel.ts';
import { dayAheadOf } from './day-ahead.ts';
import type { HostBackend } from './decap-backend.ts';
import { textOf, valuesOf, type DecapGroup } from './entry-values.ts';
import { readForForm } from './unusable.ts';

/** A draft on the board. */
export interface Draft {
	collection: CollectionName;
	/** The slug of what is published, which a draft keeps however often it moves. */
	slug: string;
	/** Where its file lies. */
	path: string;
	/** Whether the entry is published, and this changes it. */
	isModification: boolean;
	data: Fields;
}

/** What is said of a draft. */
export interface DraftFacts extends DraftKind {
	/** What differs from what is published, a line each. */
	changes: string[];
	/** That nobody checked it yet, that it is unfinished, when it will show, what its texts still say. */
	marks: string[];
}

/** The name of a draft’s entry, or its slug. */
export const titleOf = ({ collection, data, slug }: Pick<Draft, 'collection' | 'data' | 'slug'>): string =>
	textOf(data[collectionOf(collection).titleField ?? '']) || slug;

/** Whether a draft is what somebody sent by a form of the site. */
export const isSent = (kind: DraftKind['kind']): boolean => kind === 'proposal' || kind === 'correction';

/** What a draft is says already what it corrects. */
const withoutCorrections = (fields: Fields): Fields => ({ ...fields, corrections: undefined });

/** What a draft changes, a line each. Its new address stands for the former one that came with it. */
function changesOf({ collection, slug, path, data }: Draft, published: Fields): string[] {
	const isMoved = slugOf(path) !== slug;
	const before = isMoved ? { ...published, aliases: [...aliasesOf(published), slug] } : published;
	return [
		...(isMoved ? [`Address: ${slug} → ${slugOf(path)}`] : []),
		...differenceOf(collection, withoutCorrections(before), withoutCorrections(fieldsOf(data))).map(formatChange),
	];
}

/** What is said of a draft beside what is published, if anything is. */
export function factsOf(draft: Draft, published: Fields | undefined): DraftFacts {
	const { collection, data } = draft;
	const fields = fieldsOf(data);
	const problems = checkDraft(collection, data);
	const ahead = dayAheadOf(collection, fields);
	const isUnchecked = collection === 'clusters' && checkDayOf(fields) === undefined;
	return {
		...kindOfDraft(collection, published, fields),
		changes: published === undefined ? [] : changesOf(draft, published),
		marks: [
			...(isUnchecked ? ['Not checked yet'] : []),
			...(problems.length > 0 ? [`Unfinished: ${problems.length} to mend`] : []),
			...(ahead === undefined ? [] : [`Shows from ${formatDate(ahead)}`]),
			...(published === undefined ? [] : formerValues(collection, published, fields)),
		],
	};
}

/** The published fields of a draft’s entry; undefined if there is none, or it cannot be read. */
export async function publishedOf({ implementation }: HostBackend, draft: Draft): Promise<Fields | undefined> {
	if (!draft.isModification || draft.slug === '') return undefined;
	const text = await implementation.getEntry(fileOf(draft.collection, draft.slug)).then(
		({ data }) => data,
		() => undefined,
	);
	return readForForm(draft.collection, text).data;
}

/** An entry of Decap as a draft. */
export function draftOf(entry: DecapGroup): Draft {
	const { collection, slug, path, data, isUnpublished } = valuesOf(entry);
	return { collection, slug, path, isModification: !isUnpublished, data: data.toJS() };
}

interface Props {
	entry: DecapGroup;
	backend: HostBackend;
}

/** What the form hands on besides. */
interface FormProps extends Props {
	/** Changes a field of the form. */
	onChange: (field: string, value: unknown) => void;
}

const LINES_ON_CARD = 6;

/** What is published of a draft’s entry, once it has come. */
function usePublished({ entry, backend }: Props): { fields: Fields | undefined } | undefined {
	const [published, setPublished] = useState<{ fields: Fields | undefined }>();
	const path = textOf(entry.get('path'));
	useEffect(() => {
		let isLeft = false;
		void publishedOf(backend, draftOf(entry)).then((fields) => {
			if (!isLeft) setPublished({ fields });
		});
		return () => {
			isLeft = true;
		};
		// What is published stays while the draft is typed.
	}, [path]);
	return published;
}

function useFacts(props: Props): DraftFacts | undefined {
	const published = usePublished(props);
	return published && factsOf(draftOf(props.entry), published.fields);
}

const listOf = (lines: readonly string[], className: string): ReactNode =>
	lines.length > 0 &&
	createElement(
		'ul',
		{ className },
		lines.map((line) => createElement('li', { key: line }, line)),
	);

/** What a draft is and changes, on its card of the board. */
export function CardFacts(props: Props): ReactNode {
	const facts = useFacts(props);
	if (!facts) return undefined;
	const { kind, words, marks, changes } = facts;
	const more = changes.length - LINES_ON_CARD;
	const lines = more > 0 ? [...changes.slice(0, LINES_ON_CARD), `and ${more} more`] : changes;
	return createElement(
		'div',
		{ className: 'draft-facts' },
		createElement('p', { className: `draft-kind draft-kind-${kind}` }, words),
		listOf(marks, 'draft-marks'),
		listOf(lines, 'draft-changes'),
	);
}

/** The pages that support what somebody sent: those that came with it, or all. */
function sourcesToRead(draft: Fields, published: Fields | undefined): { title: string; url: string }[] {
	const addressOf = (source: unknown) => textOf(valueAt(source, ['url']));
	const known = new Set(itemsOf(published?.['sources']).map(addressOf));
	const sources = itemsOf(draft['sources']);
	const fresh = sources.filter((source) => !known.has(addressOf(source)));
	return (fresh.length > 0 ? fresh : sources)
		.map((source) => ({ title: textOf(valueAt(source, ['title'])), url: addressOf(source) }))
		.filter(({ url }) => /^https?:/.test(url));
}

/** What to do with what somebody sent, from its source to the answer. */
function stepsOf(words: string, draft: Fields, published: Fields | undefined): ReactNode {
	const isProposal = published === undefined;
	const links = sourcesToRead(draft, published).map(({ title, url }) =>
		createElement(
			'li',
			{ key: url },
			`${title}: `,
			createElement('a', { href: url, target: '_blank', rel: 'noreferrer' }, url),
		),
	);
	const asks = !isProposal && unsettledFacts(published, draft, brusselsToday()).length > 0;
	const former = isProposal ? [] : formerValues('clusters', published, draft);
	const toMend = `${former.length > 0 ? 'Mend the places named below, if they mean the same. ' : ''}Save, if you change anything.`;
	const toDo = isProposal
		? 'Does it say so? Mend the wording, write a text, press Checked today, and Save.'
		: `Does it say so? ${asks ? 'Answer below which sources support it now. ' : ''}${toMend}`;
	const reject = isProposal ? 'Delete unpublished entry' : 'Delete unpublished changes';
	return createElement(
		'section',
		{ className: 'draft-facts sent-draft', 'aria-label': words },
		createElement('p', undefined, words),
		createElement(
			'ol',
			undefined,
			createElement(
				'li',
				undefined,
				'Read its source, which opens in a window of its own:',
				createElement('ul', undefined, links),
			),
			createElement('li', undefined, toDo, listOf(former, '')),
			createElement(
				'li',
				undefined,
				'Press Publish, then Publish now. The question names the sender’s reference, and the receipt then says “Published”.',
			),
			createElement(
				'li',
				undefined,
				`Does it not say so? Press ${reject}, and give the reason: the sender finds it by the reference.`,
			),
		),
	);
}

/** What the draft that is open changes, above its form, and what is to be said of what it corrects. */
export function FormFacts(props: FormProps): ReactNode {
	const published = usePublished(props);
	if (!published) return undefined;
	const { entry, onChange } = props;
	const draft = draftOf(entry);
	const settle =
		draft.collection === 'clusters' && published.fields
			? createElement(CorrectedSources, {
					published: published.fields,
					draft: draft.data,
					setSources: (sources) => {
						onChange('sources', fromJS(sources));
					},
				})
			: undefined;
	const { kind, words, changes } = factsOf(draft, published.fields);
	const ahead = dayAheadOf(draft.collection, fieldsOf(draft.data));
	if (textOf(entry.get('status')) === '' && ahead !== undefined && published.fields) {
		return createElement(
			'p',
			{ className: 'draft-facts' },
			`Published; it shows from ${formatDate(ahead)}, and not before.`,
		);
	}
	if (kind === 'new' || textOf(entry.get('status')) === '') return settle;
	const steps = isSent(kind) ? stepsOf(words, fieldsOf(draft.data), published.fields) : undefined;
	if (kind === 'proposal') return steps;
	const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
	return createElement(
		Fragment,
		undefined,
		steps,
		settle,
		createElement(
			'details',
			{ className: 'draft-facts', open: kind === 'correction' },
			createElement('summary', undefined, `${steps ? '' : `${words} · `}${count} to what is published`),
			listOf(changes, 'draft-changes'),
		),
	);
}

import { fromJS } from 'immutable';
import { createElement, useEffect, useState, type ReactNode } from 'react';
import { formatMoment } from '../formats/date.ts';
import { ask } from './ask.ts';
import { fieldsOf } from './config.ts';
import type { HostBackend } from './decap-backend.ts';
import { loadVersions, placesOf, restoring, type ToldVersion } from './entry-versions.ts';
import { valuesOf, type DecapGroup } from './entry-values.ts';
import { inPlainWords } from './plain-words.ts';

/** What the form hands on. */
export interface HistoryProps {
	entry: DecapGroup;
	backend: HostBackend;
	/** Whether the form holds what is not saved. */
	hasUnsaved: () => boolean;
	/** Puts values into the form, by field. */
	putInto: (values: ReadonlyMap<string, unknown>) => void;
}

const UNSAVED = 'The form holds what you have not saved. Put this version in its place?';
const RESTORED = 'It is not saved yet. Look it through, then save it. To go back, leave the form without saving.';

/** When a version was published, by whom, and what it changed. */
function Version({ version, isInForm, restore }: { version: ToldVersion; isInForm: boolean; restore: () => void }) {
	const { at, by, changes, fields } = version;
	const [isRestored, setIsRestored] = useState(false);
	const moment = formatMoment(at);
	return createElement(
		'li',
		undefined,
		createElement('h2', undefined, createElement('time', { dateTime: at }, moment), ` · ${by}`),
		createElement(
			'ul',
			{ className: 'draft-changes' },
			changes.map((change) => createElement('li', { key: change }, change)),
		),
		fields &&
			createElement(
				'button',
				{
					type: 'button',
					// The button keeps the focus.
					'aria-disabled': isInForm,
					'aria-label': isInForm ? `The form says this: ${moment}` : `Restore this version: ${moment}`,
					onClick: () => {
						if (isInForm) return;
						restore();
						setIsRestored(true);
					},
				},
				isInForm ? 'The form says this' : 'Restore this version',
			),
		createElement('p', { role: 'status' }, isInForm && isRestored ? RESTORED : undefined),
	);
}

/** The versions of an entry that were published: who, when, what changed; each can be put into the form again. */
export function EntryHistory({ entry, backend, hasUnsaved, putInto }: HistoryProps): ReactNode {
	const { collection, path, slug, data } = valuesOf(entry);
	const now = fieldsOf(data.toJS());
	const [versions, setVersions] = useState<readonly ToldVersion[]>();
	const [more, setMore] = useState<string>();
	const [problem, setProblem] = useState('');
	const load = async (from?: string) => {
		setMore(undefined);
		const places = placesOf(collection, path, slug, now);
		await loadVersions(backend.implementation, collection, places, from).then(
			(told) => {
				setVersions((before) => [...(before ?? []), ...told.versions]);
				setMore(told.more);
			},
			(error: unknown) => {
				setProblem(String(inPlainWords(error)));
			},
		);
	};
	useEffect(() => void load(), [path]);
	const restore = async ({ fields = {} }: ToldVersion) => {
		if (hasUnsaved() && !(await ask(UNSAVED, 'Put it there'))) return;
		putInto(new Map([...restoring(now, fields)].map(([name, value]) => [name, fromJS(value)])));
	};
	return createElement(
		'div',
		undefined,
		createElement('p', { role: 'status' }, problem || (versions ? undefined : 'One moment …')),
		versions?.length === 0 &&
			more === undefined &&
			createElement('p', undefined, 'No version of it was published yet.'),
		createElement(
			'ol',
			undefined,
			versions?.map((version) =>
				createElement(Version, {
					key: version.id,
					version,
					isInForm: version.fields !== undefined && restoring(now, version.fields).size === 0,
					restore: () => void restore(version),
				}),
			),
		),
		more !== undefined &&
			createElement('button', { type: 'button', onClick: () => void load(more) }, 'Show earlier versions'),
	);
}

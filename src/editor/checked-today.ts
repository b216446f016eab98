import { createElement, useState, type ReactNode } from 'react';
import { isGroup } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { formatCount } from '../formats/text.ts';
import type { Task } from '../model/to-do.ts';
import { ask } from './ask.ts';
import { keepEntry, openEntry, toEach } from './change-entry.ts';
import type { DecapBackend } from './decap-backend.ts';
import { hrefOf } from './entry-address.ts';
import { Refusal } from './refusal.ts';

/**
 * Says of a profile that all of it was checked again today: as a draft that is ready where drafts are reviewed, else at
 * once. Throws a `Refusal` if it was never checked, or has a draft.
 */
export async function checkToday(backend: DecapBackend, slug: string, hasWorkflow: boolean): Promise<void> {
	const entry = await openEntry(backend, 'clusters', slug, hasWorkflow);
	const { check } = entry.data;
	if (!isGroup(check)) throw new Refusal('Nobody has checked it yet: open it, and say who did, how and against what.');
	const data = { ...entry.data, check: { ...check, on: brusselsToday() } };
	await keepEntry(backend, entry, data, hasWorkflow, `Check profile “${slug}” again`);
}

interface Props {
	tasks: readonly Task[];
	backend: DecapBackend;
	hasWorkflow: boolean;
	/** What is said of a profile that is due. */
	noteOf: (task: Task) => string;
}

/** Profiles whose check is due, of which several can be said to be checked today. */
export function ChecksDue({ tasks, backend, hasWorkflow, noteOf }: Props): ReactNode {
	const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
	const [said, say] = useState<ReadonlyMap<string, string>>(new Map());
	const [isBusy, setBusy] = useState(false);
	const count = formatCount(chosen.size, 'profile');
	const press = async () => {
		const question = `You compared all of ${count} with the sources today, fact by fact? The day is set to today, and all else stays.`;
		if (!(await ask(question, 'Checked today'))) return;
		setBusy(true);
		const done = hasWorkflow ? 'checked today: its draft is ready to be published' : 'checked today';
		await toEach(
			chosen,
			(slug) => checkToday(backend, slug, hasWorkflow).then(() => done),
			(slug, words) => {
				say((before) => new Map(before).set(slug, words));
			},
		);
		choose(new Set());
		setBusy(false);
	};
	return createElement(
		'div',
		{ className: 'start-checks' },
		createElement(
			'ul',
			undefined,
			tasks.map((task) => {
				const { slug, title, isLate } = task;
				return createElement(
					'li',
					{ key: slug },
					createElement('input', {
						type: 'checkbox',
						'aria-label': `Choose ${title}`,
						checked: chosen.has(slug),
						disabled: isBusy,
						onChange: ({ target }: { target: { checked: boolean } }) => {
							const others = [...chosen].filter((each) => each !== slug);
							choose(new Set(target.checked ? [...others, slug] : others));
						},
					}),
					' ',
					createElement('a', { href: hrefOf('clusters', slug) }, title),
					' ',
					createElement(
						'span',
						{ className: isLate && !said.has(slug) ? 'start-late' : 'start-note', role: 'status' },
						said.get(slug) ?? noteOf(task),
					),
				);
			}),
		),
		createElement(
			'button',
			{
				type: 'button',
				className: 'editor-button',
				disabled: chosen.size === 0 || isBusy,
				onClick: () => void press(),
			},
			chosen.size === 0 ? 'Checked today: choose profiles above' : `Checked today: ${count}`,
		),
	);
}

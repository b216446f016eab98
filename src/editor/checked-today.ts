import { createElement, useState, type ReactNode } from 'react';
import { writeEntryFile } from '../files/entry-file.ts';
import { isGroup } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { formatCount } from '../formats/text.ts';
import type { Task } from '../model/to-do.ts';
import { fileOf } from '../schemas/collections.ts';
import { ask } from './ask.ts';
import type { DecapBackend } from './decap-backend.ts';
import { hrefOf } from './entry-address.ts';
import { inPlainWords } from './plain-words.ts';
import { Refusal } from './refusal.ts';
import { readForForm } from './unusable.ts';

/** Whether a profile has a draft, which the day would be missing from or written into by the way. */
const hasDraft = (backend: DecapBackend, slug: string): Promise<boolean> =>
	backend.unpublishedEntry({ collection: 'clusters', slug }).then(
		() => true,
		() => false,
	);

/**
 * Says of a profile that all of it was checked again today: as a draft that is ready where drafts are reviewed, else at
 * once. Throws a `Refusal` if it was never checked, or has a draft.
 */
export async function checkToday(backend: DecapBackend, slug: string, hasWorkflow: boolean): Promise<void> {
	const path = fileOf('clusters', slug);
	const { data: text } = await backend.getEntry(path);
	const { data, sentence } = readForForm('clusters', text);
	if (!data) throw new Refusal(sentence);
	const { check } = data;
	if (!isGroup(check)) throw new Refusal('Nobody has checked it yet: open it, and say who did, how and against what.');
	if (hasWorkflow && (await hasDraft(backend, slug))) throw new Refusal('It has a draft: press the button there.');
	const raw = writeEntryFile('clusters', { ...data, check: { ...check, on: brusselsToday() } }, text ?? undefined);
	await backend.persistEntry(
		{ dataFiles: [{ path, slug, raw }], assets: [] },
		{
			collectionName: 'clusters',
			useWorkflow: hasWorkflow,
			status: 'pending_publish',
			commitMessage: `Check profile “${slug}” again`,
		},
	);
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
		const words = new Map(said);
		// One after the other: git hosts take one change of a branch at a time.
		for (const slug of chosen) {
			const outcome = await checkToday(backend, slug, hasWorkflow).then(
				() => (hasWorkflow ? 'checked today: its draft is ready to be published' : 'checked today'),
				(error: unknown) => `not done. ${error instanceof Refusal ? error.message : String(inPlainWords(error))}`,
			);
			words.set(slug, outcome);
			say(new Map(words));
		}
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

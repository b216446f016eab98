import { createElement, useEffect, useId, type ReactNode } from 'react';
import { problemsOf } from './checked-control.ts';
import { textOf, type DecapGroup } from './entry-values.ts';

/** What the form tells the summary. */
interface Props {
	entry: DecapGroup;
	/** Whether somebody saved or published from here. */
	isAsked: boolean;
	/** How often problems have kept somebody from going on. */
	stops: number;
	/** Unfolds what is around a field, and goes to it. */
	goTo: (path: string) => void;
}

/** Whether there is anything that keeps an entry from being published. */
export const hasProblems = (entry: DecapGroup): boolean => problemsOf(entry).length > 0;

const UNFOLDED_AFTER_MS = 150;

const FIELD = '[class*="-ControlContainer"]';

/** Goes to a field; where Decap cannot, as in a list without items, to the first thing in it that takes the focus. */
function focusField(path: string, goTo: Props['goTo']): void {
	const [field = ''] = path.split('.');
	const label = document.querySelector(`label[for^="${CSS.escape(field)}-field-"]`);
	label?.closest('details')?.setAttribute('open', '');
	goTo(path);
	const before = document.activeElement;
	setTimeout(() => {
		const around = label?.closest(FIELD);
		if (!around) return;
		const now = document.activeElement;
		if (!around.contains(now)) {
			// Whoever writes in another field by now stays there.
			if (now !== before && now?.closest(FIELD)) return;
			around
				.querySelector<HTMLElement>('input, textarea, select, [contenteditable="true"], button:not([tabindex="-1"])')
				?.focus();
		}
		const focused = document.activeElement;
		(focused && around.contains(focused) ? focused : around).scrollIntoView({ block: 'center' });
	}, UNFOLDED_AFTER_MS);
}

/**
 * Everything that keeps an entry from being published, above its form, each a link to its field. It comes once somebody
 * saves, and with a draft that is unfinished; what is mended leaves it at once.
 */
export function ProblemSummary({ entry, isAsked, stops, goTo }: Props): ReactNode {
	const heading = useId();
	const isShown = isAsked || textOf(entry.get('status')) !== '';
	const problems = isShown ? problemsOf(entry) : [];
	const [first] = problems;
	useEffect(() => {
		if (stops > 0 && first) focusField(first.path, goTo);
		// Only what stops moves the focus, not what is typed.
	}, [stops]);
	if (!first) return undefined;
	return createElement(
		'section',
		{ className: 'problem-summary', 'aria-labelledby': heading },
		createElement(
			'div',
			{ role: 'alert' },
			createElement(
				'h2',
				{ id: heading },
				problems.length === 1
					? 'Unfinished: one thing to mend before this can be published'
					: `Unfinished: ${problems.length} things to mend before this can be published`,
			),
		),
		createElement(
			'ul',
			undefined,
			problems.map(({ path, sentence }) => {
				const go = () => {
					focusField(path, goTo);
				};
				return createElement(
					'li',
					{ key: `${path} ${sentence}` },
					createElement('button', { type: 'button', onClick: go }, sentence),
				);
			}),
		),
	);
}

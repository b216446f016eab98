import { createElement, useId, useState, type ReactNode } from 'react';
import type { Fields } from '../files/values.ts';
import { itemsOf, valueAt } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { restedOn, supportersOf, unsettledFacts, type UnsettledFact } from '../model/corrected-sources.ts';
import { textOf } from './entry-values.ts';

interface Props {
	/** What is published. */
	published: Fields;
	/** What the form holds. */
	draft: Fields;
	/** Puts other sources into the form. */
	setSources: (sources: Fields[]) => void;
}

/** What is said of corrections that do not say on what they rest. */
export const toSettle = (facts: readonly UnsettledFact[], where: string): string =>
	`${facts.map(({ label, words }) => `${label} was corrected (${words})`).join(', ')}. Say ${where} which sources support what stands there now.`;

/** Asks of one corrected fact which sources support it now; the others are taken off it. */
function Question({ fact, published, draft, setSources }: Props & { fact: UnsettledFact }): ReactNode {
	const id = useId();
	const [chosen, choose] = useState<ReadonlyMap<string, boolean>>(new Map());
	const sources = itemsOf(draft['sources']);
	const addressOf = (source: unknown) => textOf(valueAt(source, ['url']));
	const before = new Set(supportersOf(published, fact.fact).map(addressOf));
	const own = new Set(supportersOf(draft, fact.fact));
	// What came with the correction is most likely what it rests on.
	const isTicked = (source: unknown) =>
		chosen.get(addressOf(source)) ?? (own.has(source) && !before.has(addressOf(source)));
	const hasNone = !sources.some(isTicked);
	return createElement(
		'fieldset',
		{ className: 'settle-sources' },
		createElement('legend', undefined, `${fact.label} was corrected: ${fact.words}`),
		createElement(
			'p',
			{ id },
			'Tick the sources in which you read what stands there now; they get today as the day. The others are taken off it, and one that supports nothing else leaves. Is the page not here? Add it under Sources first.',
		),
		sources.map((source, index) =>
			createElement(
				'label',
				{ key: index },
				createElement('input', {
					type: 'checkbox',
					checked: isTicked(source),
					onChange: ({ target }: { target: { checked: boolean } }) => {
						choose(new Map(chosen).set(addressOf(source), target.checked));
					},
				}),
				' ',
				textOf(valueAt(source, ['title'])) || addressOf(source) || 'A source without a name',
				before.has(addressOf(source)) ? createElement('small', undefined, ' supported what stood there before') : '',
			),
		),
		createElement(
			'button',
			{
				type: 'button',
				className: 'editor-button',
				disabled: hasNone,
				'aria-describedby': id,
				onClick: () => {
					const fields = sources.filter((source): source is Fields => typeof source === 'object' && source !== null);
					setSources(restedOn(fields, fact.fact, isTicked, brusselsToday()));
				},
			},
			`These support ${fact.label}`,
		),
	);
}

/** Asks of all that a draft corrects on what it rests now. Nothing, where that is clear. */
export function CorrectedSources(props: Props): ReactNode {
	return unsettledFacts(props.published, props.draft, brusselsToday()).map((fact) =>
		createElement(Question, { key: fact.fact, fact, ...props }),
	);
}

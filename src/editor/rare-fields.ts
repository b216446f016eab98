import { createElement, type ReactNode } from 'react';
import { textOf, type DecapGroup } from './entry-values.ts';

/** The fields of a form as Decap draws them, with those folded at the end that are seldom filled in. */
export function withRareFolded(
	fields: Iterable<DecapGroup>,
	draw: (field: DecapGroup, index: number) => ReactNode,
): ReactNode {
	const all = [...fields];
	const isRare = (field: DecapGroup) => field.get('rare') === true;
	const drawn = (choose: (field: DecapGroup) => boolean) =>
		all.flatMap((field, index) => (choose(field) ? [draw(field, index)] : []));
	const rare = all.filter(isRare);
	if (rare.length === 0) return drawn(() => true);
	return [
		...drawn((field) => !isRare(field)),
		createElement(
			'details',
			{ key: 'rare', className: 'rare-fields' },
			createElement(
				'summary',
				undefined,
				'Seldom needed ',
				createElement('small', undefined, rare.map((field) => textOf(field.get('label'))).join(' · ')),
			),
			drawn(isRare),
		),
	];
}

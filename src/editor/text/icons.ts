import { createElement, type ReactNode } from 'react';

/** The outlines of the signs on buttons, on a ground of 20 by 20. */
const outlines = {
	bullets: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
	numbers: 'M9 5h8M9 10h8M9 15h8M3 3.5l1-.5v4M2.5 12.5c0-1.5 2.5-1.5 2.5 0 0 1-2.5 2-2.5 3.5H5',
	quotation: 'M4 5v10M8 6h9M8 10h9M8 14h6',
	link: 'M8.5 11.5l3-3M9 6.5l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M11 13.5l-2 2a3.2 3.2 0 0 1-4.5-4.5l2-2',
	table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M12.5 4v12',
	picture: 'M3 4h14v12H3zM3 13l4-4 4 4 2.5-2.5L17 14M13 7.5h.01',
	undo: 'M7 4L3.5 7.5 7 11M4 7.5h7.5a4 4 0 0 1 0 8H8',
	redo: 'M13 4l3.5 3.5L13 11M16 7.5H8.5a4 4 0 0 0 0 8H12',
} as const;

/** A sign on a button; one with a name here is drawn, others are letters. */
export const iconOf = (name: string): ReactNode =>
	Object.hasOwn(outlines, name)
		? createElement(
				'svg',
				{ viewBox: '0 0 20 20', 'aria-hidden': true },
				createElement('path', { d: outlines[name as keyof typeof outlines] }),
			)
		: name;

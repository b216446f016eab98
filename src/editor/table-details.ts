import { createElement, lazy, Suspense, useState, type ReactNode, type ToggleEvent } from 'react';
import type { HostBackend } from './draft-facts.ts';

const TableDrop = lazy(() => import('./table-drop.ts').then((module) => ({ default: module.TableDrop })));

interface Props {
	backend: HostBackend;
	hasWorkflow: boolean;
}

/** Where a table can be dropped. What reads it is loaded once somebody opens it. */
export function TableDetails(props: Props): ReactNode {
	const [isOpen, setIsOpen] = useState(false);
	return createElement(
		'details',
		{
			className: 'table-drop',
			onToggle: ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => {
				setIsOpen(currentTarget.open);
			},
		},
		createElement('summary', undefined, 'Bring in a spreadsheet'),
		isOpen && createElement(Suspense, { fallback: 'One moment …' }, createElement(TableDrop, props)),
	);
}

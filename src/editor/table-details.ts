import { createElement, lazy, type ReactNode } from 'react';
import type { HostBackend } from './decap-backend.ts';
import { FoldedPart } from './folded-part.ts';

const TableDrop = lazy(() => import('./table-drop.ts').then((module) => ({ default: module.TableDrop })));

interface Props {
	backend: HostBackend;
	hasWorkflow: boolean;
}

/** Where a table can be dropped. What reads it is loaded once somebody opens it. */
export const TableDetails = (props: Props): ReactNode =>
	createElement(FoldedPart, {
		summary: 'Bring in a spreadsheet',
		className: 'table-drop',
		part: () => createElement(TableDrop, props),
	});

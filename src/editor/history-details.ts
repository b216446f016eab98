import { createElement, lazy, type ReactNode } from 'react';
import type { HistoryProps } from './entry-history.ts';
import { textOf } from './entry-values.ts';
import { FoldedPart } from './folded-part.ts';

const EntryHistory = lazy(() => import('./entry-history.ts').then((module) => ({ default: module.EntryHistory })));

/** The versions of the entry whose form is open, once it has any and where the back end can tell them. */
export function HistoryDetails(props: HistoryProps): ReactNode {
	const { api } = props.backend.implementation;
	const canBeTold = !api || api.originRepoURL !== undefined;
	if (!canBeTold || textOf(props.entry.get('path')) === '') return undefined;
	return createElement(FoldedPart, {
		summary: 'History',
		className: 'draft-facts entry-history',
		part: () => createElement(EntryHistory, props),
	});
}

import { createElement, lazy, type ReactNode } from 'react';
import { collectionOf, type CollectionName } from '../schemas/collections.ts';
import type { HostBackend } from './decap-backend.ts';
import { FoldedPart } from './folded-part.ts';

const SeveralEntries = lazy(() =>
	import('./several-entries.ts').then((module) => ({ default: module.SeveralEntries })),
);

/** What the list of a collection hands on. */
export interface SeveralProps {
	collection: CollectionName;
	backend: HostBackend;
	hasWorkflow: boolean;
}

/** Where one field of several entries of a list can be changed. */
export const SeveralDetails = (props: SeveralProps): ReactNode =>
	collectionOf(props.collection).onlySlug === undefined &&
	createElement(FoldedPart, {
		summary: 'Change several at once',
		className: 'several-entries',
		part: () => createElement(SeveralEntries, props),
	});

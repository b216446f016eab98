import { createElement, lazy, type ReactNode } from 'react';
import { collectionOf } from '../schemas/collections.ts';
import { FoldedPart } from './folded-part.ts';
import type { SeveralProps } from './several-entries.ts';

const SeveralEntries = lazy(() =>
	import('./several-entries.ts').then((module) => ({ default: module.SeveralEntries })),
);

/** Where one field of several entries of a list can be changed. */
export const SeveralDetails = (props: SeveralProps): ReactNode =>
	collectionOf(props.collection).onlySlug === undefined &&
	createElement(FoldedPart, {
		summary: 'Change several at once',
		className: 'several-entries',
		part: () => createElement(SeveralEntries, props),
	});

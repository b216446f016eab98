import { createElement, Suspense, useState, type ReactNode, type ToggleEvent } from 'react';

interface Props {
	summary: string;
	className: string;
	/** Makes what is inside: a component that is loaded by that. */
	part: () => ReactNode;
}

/** Something folded; its code is loaded once somebody opens it. */
export function FoldedPart({ summary, className, part }: Props): ReactNode {
	const [isOpen, setIsOpen] = useState(false);
	return createElement(
		'details',
		{
			className,
			onToggle: ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => {
				setIsOpen(currentTarget.open);
			},
		},
		createElement('summary', undefined, summary),
		isOpen && createElement(Suspense, { fallback: 'One moment …' }, part()),
	);
}

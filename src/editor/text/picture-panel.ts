import { createElement, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

/** A picture in a text. */
export interface ShownPicture {
	src: string;
	alt: string;
	/** Its credit, which Markdown calls its title. */
	title: string;
}

interface PicturePanelProps {
	picture: ShownPicture;
	/** Where a browser finds the picture, if it is known. */
	address: string | undefined;
	/** Of a picture that came along with a paste: what is asked. */
	words?: string | undefined;
	onChoose: () => void;
	onSet: (picture: ShownPicture) => void;
	onClose: () => void;
}

/** Which picture, what it shows and whose it is. */
export function PicturePanel({ picture, address, words, onChoose, onSet, onClose }: PicturePanelProps): ReactNode {
	const [alt, describe] = useState(picture.alt);
	const [title, credit] = useState(picture.title);
	const [missing, say] = useState('');
	const panel = useRef<HTMLDivElement>(null);
	const set = () => {
		const isChosen = picture.src !== '';
		if (isChosen && alt.trim() !== '') {
			onSet({ src: picture.src, alt: alt.trim(), title: title.trim() });
			return;
		}
		say(isChosen ? 'Say what the picture shows.' : 'Choose or upload a picture first.');
		panel.current?.querySelector<HTMLElement>(isChosen ? 'input' : 'button')?.focus();
	};
	const press = (event: KeyboardEvent) => {
		if (event.key === 'Escape') onClose();
		else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) set();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const input = (label: string, value: string, change: (value: string) => void, isFirst = false) =>
		createElement(
			'label',
			null,
			label,
			createElement('input', {
				type: 'text',
				value,
				autoFocus: isFirst,
				onChange: ({ target }: { target: { value: string } }) => {
					say('');
					change(target.value);
				},
			}),
		);
	return createElement(
		'div',
		{ ref: panel, className: 'text-panel', role: 'group', 'aria-label': 'Picture', onKeyDown: press },
		words === undefined ? undefined : createElement('p', undefined, words),
		createElement(
			'div',
			{ className: 'text-panel-picture' },
			address === undefined ? undefined : createElement('img', { src: address, alt: '' }),
			createElement(
				'button',
				{ type: 'button', autoFocus: words === undefined, onClick: onChoose },
				picture.src ? 'Choose another picture' : 'Choose or upload a picture',
			),
			picture.src ? createElement('span', null, picture.src.replace('../assets/', '')) : undefined,
		),
		input('What it shows, for people who cannot see it', alt, describe, words !== undefined),
		input('Credit: who made it, under which licence', title, credit),
		createElement('p', { className: 'text-panel-say', role: 'alert' }, missing),
		createElement(
			'div',
			{ className: 'text-panel-buttons' },
			createElement('button', { type: 'button', className: 'editor-button', onClick: set }, 'Set picture'),
			createElement('button', { type: 'button', onClick: onClose }, words === undefined ? 'Cancel' : 'Leave it out'),
		),
	);
}

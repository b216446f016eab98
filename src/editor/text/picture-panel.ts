import { createElement, useState, type KeyboardEvent, type ReactNode } from 'react';

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
	onChoose: () => void;
	onSet: (picture: ShownPicture) => void;
	onClose: () => void;
}

/** Which picture, what it shows and whose it is. */
export function PicturePanel({ picture, address, onChoose, onSet, onClose }: PicturePanelProps): ReactNode {
	const [alt, describe] = useState(picture.alt);
	const [title, credit] = useState(picture.title);
	const isReady = picture.src !== '' && alt.trim() !== '';
	const set = () => {
		if (isReady) onSet({ src: picture.src, alt: alt.trim(), title: title.trim() });
	};
	const press = (event: KeyboardEvent) => {
		if (event.key === 'Escape') onClose();
		else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) set();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const input = (label: string, value: string, change: (value: string) => void) =>
		createElement(
			'label',
			null,
			label,
			createElement('input', {
				type: 'text',
				value,
				onChange: ({ target }: { target: { value: string } }) => {
					change(target.value);
				},
			}),
		);
	return createElement(
		'div',
		{ className: 'text-panel', role: 'group', 'aria-label': 'Picture', onKeyDown: press },
		createElement(
			'div',
			{ className: 'text-panel-picture' },
			address === undefined ? undefined : createElement('img', { src: address, alt: '' }),
			createElement(
				'button',
				{ type: 'button', autoFocus: true, onClick: onChoose },
				picture.src ? 'Choose another picture' : 'Choose or upload a picture',
			),
			picture.src ? createElement('span', null, picture.src.replace('../assets/', '')) : undefined,
		),
		input('What it shows, for people who cannot see it', alt, describe),
		input('Credit: who made it, under which licence', title, credit),
		createElement(
			'div',
			{ className: 'text-panel-buttons' },
			createElement(
				'button',
				{ type: 'button', className: 'editor-button', disabled: !isReady, onClick: set },
				'Set picture',
			),
			createElement('button', { type: 'button', onClick: onClose }, 'Cancel'),
		),
	);
}

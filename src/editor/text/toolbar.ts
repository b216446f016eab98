import { redoDepth, undoDepth } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { createElement, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { commands, hasMark, isIn } from './commands.ts';
import { iconOf } from './icons.ts';
import { markTypes, nodeTypes } from './text-schema.ts';

/** A button of the toolbar. */
interface Tool {
	label: string;
	/** A letter, or the name of a sign. */
	icon: string;
	keys?: string;
	command?: Command;
	/** Whether it is in force where the caret is; none for what only acts. */
	isOn?: (state: EditorState) => boolean;
	isOff?: (state: EditorState) => boolean;
}

const tools: Tool[] = [
	{ label: 'Heading', icon: 'H', command: commands.heading, isOn: (state) => isIn(state, nodeTypes.heading, 2) },
	{
		label: 'Smaller heading',
		icon: 'h',
		command: commands.subheading,
		isOn: (state) => isIn(state, nodeTypes.heading, 3),
	},
	{
		label: 'Bold',
		icon: 'B',
		keys: 'Control+B',
		command: commands.bold,
		isOn: (state) => hasMark(state, markTypes.strong),
	},
	{
		label: 'Italic',
		icon: 'I',
		keys: 'Control+I',
		command: commands.italic,
		isOn: (state) => hasMark(state, markTypes.em),
	},
	{ label: 'List', icon: 'bullets', command: commands.bullets, isOn: (state) => isIn(state, nodeTypes.bullet_list) },
	{
		label: 'Numbered list',
		icon: 'numbers',
		command: commands.numbers,
		isOn: (state) => isIn(state, nodeTypes.ordered_list),
	},
	{
		label: 'Quotation',
		icon: 'quotation',
		command: commands.quotation,
		isOn: (state) => isIn(state, nodeTypes.blockquote),
	},
];

const link: Tool = { label: 'Link', icon: 'link', keys: 'Control+K', isOn: (state) => hasMark(state, markTypes.link) };
const picture: Tool = { label: 'Picture', icon: 'picture' };

const lastTools: Tool[] = [
	{ label: 'Table', icon: 'table', command: commands.table },
	{ label: 'Undo', icon: 'undo', keys: 'Control+Z', command: commands.undo, isOff: (state) => undoDepth(state) === 0 },
	{ label: 'Redo', icon: 'redo', keys: 'Control+Y', command: commands.redo, isOff: (state) => redoDepth(state) === 0 },
];

const tableTools: Tool[] = [
	{ label: 'Row above', icon: 'Row above', command: commands.rowAbove },
	{ label: 'Row below', icon: 'Row below', command: commands.rowBelow },
	{ label: 'Column before', icon: 'Column before', command: commands.columnBefore },
	{ label: 'Column after', icon: 'Column after', command: commands.columnAfter },
	{ label: 'Numbers at the right', icon: 'Numbers at the right', command: commands.alignRight },
	{ label: 'Delete row', icon: 'Delete row', command: commands.deleteRow },
	{ label: 'Delete column', icon: 'Delete column', command: commands.deleteColumn },
	{ label: 'Delete table', icon: 'Delete table', command: commands.deleteTable },
];

interface ToolbarProps {
	/** Id of the field that it belongs to. */
	controls: string;
	/** None while the text is shown as Markdown. */
	state: EditorState | undefined;
	run: (command: Command) => void;
	openPanel: (panel: 'link' | 'picture') => void;
	toggleMarkdown: () => void;
	leave: () => void;
}

/** Moves the focus among the buttons of a toolbar: one of them is reached by Tab, the others by arrows. */
function moveFocus(event: KeyboardEvent<HTMLElement>, leave: () => void): void {
	const buttons = [...event.currentTarget.querySelectorAll('button')];
	const now = buttons.findIndex((button) => button === document.activeElement);
	const steps: Record<string, number> = {
		ArrowRight: now + 1,
		ArrowLeft: now - 1 + buttons.length,
		Home: 0,
		End: buttons.length - 1,
	};
	const next = steps[event.key];
	if (event.key === 'Escape') leave();
	else if (next === undefined) return;
	else {
		const target = buttons[next % buttons.length];
		for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
		target?.focus();
	}
	event.preventDefault();
	event.stopPropagation();
}

/** What acts on a text: buttons reached by Alt+F10 from the text, and moved along by arrows. */
export function Toolbar({ controls, state, run, openPanel, toggleMarkdown, leave }: ToolbarProps): ReactNode {
	const bar = useRef<HTMLDivElement>(null);
	const button = ({ label, icon, keys, command, isOn, isOff }: Tool, act: () => void, isFirst = false) => {
		const isUsable = state !== undefined && !isOff?.(state) && (command === undefined || command(state));
		return createElement(
			'button',
			{
				key: label,
				type: 'button',
				'aria-label': label,
				title: keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label,
				'aria-keyshortcuts': keys,
				'aria-pressed': state && isOn ? isOn(state) : undefined,
				'aria-disabled': isUsable ? undefined : true,
				tabIndex: isFirst ? 0 : -1,
				// The text keeps the focus and what is selected in it.
				onMouseDown: (event: { preventDefault: () => void }) => {
					event.preventDefault();
				},
				onClick: () => {
					if (isUsable) act();
				},
			},
			iconOf(icon),
		);
	};
	const acting = (tool: Tool, index: number) =>
		button(
			tool,
			() => {
				if (tool.command) run(tool.command);
			},
			index === 0,
		);
	return createElement(
		'div',
		{
			ref: bar,
			className: 'text-tools',
			role: 'toolbar',
			'aria-label': 'Text',
			'aria-controls': controls,
			onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
				moveFocus(event, leave);
			},
		},
		createElement(
			'div',
			{ className: 'text-tools-row' },
			tools.map(acting),
			button(link, () => {
				openPanel('link');
			}),
			button(picture, () => {
				openPanel('picture');
			}),
			lastTools.map((tool) => acting(tool, -1)),
			createElement(
				'button',
				{
					type: 'button',
					className: 'text-tools-mode',
					'aria-pressed': state === undefined,
					tabIndex: -1,
					onClick: toggleMarkdown,
				},
				'Markdown',
			),
		),
		state && isInTable(state)
			? createElement(
					'div',
					{ className: 'text-tools-row', role: 'group', 'aria-label': 'Table' },
					tableTools.map((tool) => acting(tool, -1)),
				)
			: undefined,
	);
}

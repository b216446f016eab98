import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { liftListItem, sinkListItem } from 'prosemirror-schema-list';
import { EditorState, type Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { commands } from './commands.ts';
import { nodeTypes } from './text-schema.ts';
import { tidy } from './tidy.ts';

/** What keys do in the field. Tab leaves it but in lists and tables. */
const keys = {
	'Mod-b': commands.bold,
	'Mod-i': commands.italic,
	'Mod-z': commands.undo,
	'Mod-y': commands.redo,
	'Shift-Mod-z': commands.redo,
	Enter: commands.enter,
	'Shift-Enter': commands.breakLine,
	Tab: chainCommands(commands.toNextCell, sinkListItem(nodeTypes.list_item)),
	'Shift-Tab': chainCommands(commands.toPreviousCell, liftListItem(nodeTypes.list_item)),
};

/** The state of a field that shows a text. */
export const textState = (doc: Node, plugins: readonly Plugin[] = []): EditorState =>
	EditorState.create({
		doc,
		plugins: [...plugins, history(), keymap(keys), keymap(baseKeymap), gapCursor(), tableEditing(), tidy],
	});

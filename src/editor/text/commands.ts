import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType, Node, NodeType, ResolvedPos } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { NodeSelection, Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import {
	addColumnAfter,
	addColumnBefore,
	addRowAfter,
	addRowBefore,
	deleteColumn,
	deleteRow,
	deleteTable,
	goToNextCell,
	isInTable,
	selectedRect,
	selectionCell,
	TableMap,
} from 'prosemirror-tables';
import { isOneLine, markTypes, nodeTypes } from './text-schema.ts';

/** The node of a type around a place, and where it begins. */
function around($place: ResolvedPos, ...types: NodeType[]): { node: Node; at: number } | undefined {
	for (let depth = $place.depth; depth > 0; depth--) {
		const node = $place.node(depth);
		if (types.includes(node.type)) return { node, at: $place.before(depth) };
	}
	return undefined;
}

/** Whether all that is selected, or the caret, has a mark. */
export function hasMark({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
	const { from, $from, to, empty } = selection;
	return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

/** Whether the caret is in a block of a type, for a heading of a level. */
export function isIn({ selection: { $from } }: EditorState, type: NodeType, level?: number): boolean {
	const found = around($from, type);
	return found !== undefined && (level === undefined || found.node.attrs['level'] === level);
}

/** Leaves alone what the field keeps as it is: in a list or quotation it could come to mean something else. */
const ofWords =
	(command: Command): Command =>
	(state, dispatch) => {
		const { from, to } = state.selection;
		const types = new Set<NodeType>();
		state.doc.nodesBetween(from, to, ({ type }) => {
			types.add(type);
		});
		return !types.has(nodeTypes.kept) && command(state, dispatch);
	};

/** Makes a heading of a paragraph, or a paragraph of a heading. */
export const toggleHeading =
	(level: number): Command =>
	(state, dispatch) =>
		isIn(state, nodeTypes.heading, level)
			? setBlockType(nodeTypes.paragraph)(state, dispatch)
			: setBlockType(nodeTypes.heading, { level })(state, dispatch);

/** Makes items of what is selected, takes them out of their list, or makes a list of the other kind. */
export const toggleList =
	(type: NodeType): Command =>
	(state, dispatch) => {
		const list = around(state.selection.$from, nodeTypes.bullet_list, nodeTypes.ordered_list);
		if (!list) return wrapInList(type)(state, dispatch);
		if (list.node.type === type) return liftListItem(nodeTypes.list_item)(state, dispatch);
		dispatch?.(state.tr.setNodeMarkup(list.at, type, { isTight: list.node.attrs['isTight'] as boolean }));
		return true;
	};

/** Makes a quotation of what is selected, or takes it out of one. */
export const toggleQuotation: Command = (state, dispatch) =>
	isIn(state, nodeTypes.blockquote) ? lift(state, dispatch) : wrapIn(nodeTypes.blockquote)(state, dispatch);

const emptyCells = (type: NodeType, count: number) => Array.from({ length: count }, () => type.create());

/** Puts an empty table in, and the caret into its first cell. */
export const insertTable: Command = (state, dispatch) => {
	if (isInTable(state) || !state.selection.$from.parent.inlineContent) return false;
	const { table, table_row: row, table_header: head, table_cell: cell } = nodeTypes;
	const made = table.create(null, [row.create(null, emptyCells(head, 3)), row.create(null, emptyCells(cell, 3))]);
	if (!dispatch) return true;
	const tr = state.tr.replaceSelectionWith(made);
	let at: number | undefined;
	tr.doc.descendants((node, position) => {
		if (node === made) at = position;
	});
	if (at !== undefined) tr.setSelection(Selection.near(tr.doc.resolve(at + 3), 1));
	dispatch(tr.scrollIntoView());
	return true;
};

/** Puts the columns of what is selected at the right, as numbers stand, or back. */
export const toggleRight: Command = (state, dispatch) => {
	if (!isInTable(state)) return false;
	const { table, tableStart, left, right, map } = selectedRect(state);
	const isRight = table.firstChild?.child(left).attrs['align'] === 'right';
	const { tr } = state;
	for (let column = left; column < right; column++) {
		const cell = map.map[column];
		if (cell !== undefined) tr.setNodeAttribute(tableStart + cell, 'align', isRight ? null : 'right');
	}
	dispatch?.(tr);
	return true;
};

/** A row or column is taken out; with the last of them the table. */
const deleteOr =
	(command: Command, isLast: (map: { width: number; height: number }) => boolean): Command =>
	(state, dispatch) =>
		isInTable(state) && isLast(selectedRect(state).map) ? deleteTable(state, dispatch) : command(state, dispatch);

/** To the cell below; from the last row into a new one. */
const toCellBelow: Command = (state, dispatch, view) => {
	if (!isInTable(state)) return false;
	if (!dispatch) return true;
	const { top, map } = selectedRect(state);
	if (top === map.height - 1) addRowAfter(state, dispatch);
	const now = view?.state ?? state.apply(state.tr);
	const $cell = selectionCell(now);
	const grid = TableMap.get($cell.node(-1));
	const below = grid.nextCell($cell.pos - $cell.start(-1), 'vert', 1);
	if (below === null) return true;
	dispatch(now.tr.setSelection(Selection.near(now.doc.resolve($cell.start(-1) + below + 1), 1)).scrollIntoView());
	return true;
};

/** From the last cell into a new row. */
const toNextCell: Command = (state, dispatch, view) => {
	if (!isInTable(state)) return false;
	if (goToNextCell(1)(state, dispatch)) return true;
	if (!dispatch || !view) return true;
	addRowAfter(state, dispatch);
	return goToNextCell(1)(view.state, view.dispatch);
};

/** Deletes what is selected where then no block is left to be split: prosemirror-commands would throw. */
const deleteWhole: Command = ({ tr, selection }, dispatch) => {
	if (selection.empty || tr.deleteSelection().selection.$from.depth > 0) return false;
	dispatch?.(tr);
	return true;
};

/** A new line within a paragraph. */
const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
	if (isOneLine(state.selection.$from.parent) || !state.selection.$from.parent.inlineContent) return false;
	dispatch?.(state.tr.replaceSelectionWith(nodeTypes.hard_break.create()).scrollIntoView());
	return true;
});

/** Whether the caret stands at a node as a whole, such as a block that is kept. */
const isAtNode = ({ selection }: EditorState): boolean => selection instanceof NodeSelection;

/** Selects the whole link around the caret, if nothing is selected. */
export function rangeOfLink(state: EditorState): { from: number; to: number; href: string } | undefined {
	const { $from, from, to, empty } = state.selection;
	const link = markTypes.link.isInSet($from.marks()) ?? markTypes.link.isInSet($from.nodeAfter?.marks ?? []);
	if (!link) return undefined;
	const href = String(link.attrs['href']);
	if (!empty) return { from, to, href };
	const parent = $from.parent;
	let start = $from.index();
	if (!(parent.maybeChild(start) && link.isInSet(parent.child(start).marks))) start--;
	let end = start;
	while (start > 0 && link.isInSet(parent.child(start - 1).marks)) start--;
	while (end < parent.childCount && link.isInSet(parent.child(end).marks)) end++;
	let at = $from.start();
	for (let index = 0; index < start; index++) at += parent.child(index).nodeSize;
	let stop = at;
	for (let index = start; index < end; index++) stop += parent.child(index).nodeSize;
	return { from: at, to: stop, href };
}

/** Gives what is selected, or the link around the caret, an address; puts words in where nothing is selected. */
export const setLink =
	(href: string, words: string): Command =>
	(state, dispatch) => {
		const { from, to } = rangeOfLink(state) ?? state.selection;
		if (!state.doc.resolve(from).parent.inlineContent) return false;
		const mark = markTypes.link.create({ href });
		const { tr } = state;
		if (from === to) tr.insertText(words, from);
		const end = from === to ? from + words.length : to;
		tr.removeMark(from, end, markTypes.link).addMark(from, end, mark);
		dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).setStoredMarks([]).scrollIntoView());
		return true;
	};

/** Takes the link around the caret, or in what is selected, away; its words stay. */
export const removeLink: Command = (state, dispatch) => {
	const range = rangeOfLink(state);
	if (!range) return false;
	dispatch?.(state.tr.removeMark(range.from, range.to, markTypes.link));
	return true;
};

/** Exchanges the picture that is selected, or puts one in: below a paragraph with words, in a paragraph of its own. */
export const setPicture =
	(src: string, alt: string, title: string): Command =>
	(state, dispatch) => {
		const picture = nodeTypes.image.create({ src, alt, title });
		const { $from } = state.selection;
		const { parent } = $from;
		if (!isAtNode(state) && !parent.inlineContent) return false;
		const isBelow = !isAtNode(state) && parent.type === nodeTypes.paragraph && parent.content.size > 0;
		const { tr } = state;
		if (isBelow) tr.insert($from.after(), nodeTypes.paragraph.create(null, picture));
		else tr.replaceSelectionWith(picture);
		dispatch?.(tr.scrollIntoView());
		return true;
	};

/** Puts a picture between blocks of the text, into the place of an empty line before it. */
export const putPicture =
	(place: number, src: string, alt: string, title: string): Command =>
	({ doc, tr }, dispatch) => {
		const $place = doc.resolve(Math.min(place, doc.content.size));
		const after = $place.depth === 0 ? $place.pos : $place.after(1);
		const before = $place.depth === 0 ? $place.nodeBefore : null;
		const isEmptyLine = before?.type === nodeTypes.paragraph && before.content.size === 0;
		const picture = nodeTypes.paragraph.create(null, nodeTypes.image.create({ src, alt, title }));
		tr.replaceWith(isEmptyLine ? after - before.nodeSize : after, after, picture);
		dispatch?.(tr.scrollIntoView());
		return true;
	};

/** What the toolbar and keys do, by name. */
export const commands = {
	bold: toggleMark(markTypes.strong),
	italic: toggleMark(markTypes.em),
	heading: toggleHeading(2),
	subheading: toggleHeading(3),
	bullets: ofWords(toggleList(nodeTypes.bullet_list)),
	numbers: ofWords(toggleList(nodeTypes.ordered_list)),
	quotation: ofWords(toggleQuotation),
	table: insertTable,
	rowAbove: addRowBefore,
	rowBelow: addRowAfter,
	columnBefore: addColumnBefore,
	columnAfter: addColumnAfter,
	alignRight: toggleRight,
	deleteRow: deleteOr(deleteRow, ({ height }) => height === 1),
	deleteColumn: deleteOr(deleteColumn, ({ width }) => width === 1),
	deleteTable,
	undo,
	redo,
	toNextCell,
	toPreviousCell: goToNextCell(-1),
	enter: chainCommands(toCellBelow, splitListItem(nodeTypes.list_item), deleteWhole),
	breakLine,
	removeLink,
} satisfies Record<string, Command>;

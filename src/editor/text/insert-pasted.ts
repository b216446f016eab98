import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { EditorState, Selection, Transaction } from 'prosemirror-state';
import { __insertCells, __pastedCells, CellSelection, isInTable, selectionCell, TableMap } from 'prosemirror-tables';
import { inOneLine, type PastedPicture } from './paste.ts';
import { nodeTypes } from './text-schema.ts';

/** A table pasted into a table: its cells over those from the caret on. */
function pasteCells(state: EditorState, table: Node): Transaction | undefined {
	const cells = __pastedCells(new Slice(Fragment.from(table), 0, 0));
	if (!cells) return undefined;
	const cell = selectionCell(state);
	const start = cell.start(-1);
	let transaction: Transaction | undefined;
	const rect = TableMap.get(cell.node(-1)).findCell(cell.pos - start);
	__insertCells(state, (made) => (transaction = made), start, rect, cells);
	return transaction;
}

/** Puts blocks that were pasted where the caret is, or in the place of what is selected. In a cell all is one line. */
export function insertPasted(state: EditorState, blocks: readonly Node[]): Transaction {
	const [only] = blocks;
	const { selection } = state;
	if (isInTable(state) || selection instanceof CellSelection) {
		// Words that stand in the cell are not written over.
		const takesCells = selection instanceof CellSelection || selection.$from.parent.content.size === 0;
		const cells =
			takesCells && blocks.length === 1 && only?.type === nodeTypes.table ? pasteCells(state, only) : undefined;
		return cells ?? state.tr.replaceSelection(new Slice(Fragment.from(inOneLine(blocks)), 0, 0));
	}
	return state.tr.replaceSelection(Slice.maxOpen(Fragment.from(blocks)));
}

/**
 * Where pictures come to stand that were pasted with some blocks, once `insertPasted` has put those in: between the blocks
 * of the text, and behind them all where they went into a list or cell.
 */
export function placesOf(
	pictures: readonly Pick<PastedPicture, 'after'>[],
	blockCount: number,
	before: EditorState,
	{ $to }: Selection,
): number[] {
	const isInText = before.selection.$from.depth <= 1;
	return pictures.map(({ after }) => {
		const index = $to.index(0) + 1 - (isInText ? blockCount - after : 0);
		return $to.posAtIndex(Math.max(0, index), 0);
	});
}

/** How many lists and quotations lie around the caret. */
export function depthOf({ selection: { $from } }: EditorState): number {
	let depth = 0;
	for (let level = $from.depth; level > 0; level--) {
		const { type } = $from.node(level);
		if (type === nodeTypes.blockquote || type === nodeTypes.bullet_list || type === nodeTypes.ordered_list) depth++;
	}
	return depth;
}

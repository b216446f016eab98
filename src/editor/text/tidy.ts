import { Plugin, type EditorState, type Transaction } from 'prosemirror-state';
import { alignmentOf, childrenOf, isOneLine, nodeTypes, textSchema } from './text-schema.ts';

/** What Markdown asks of all texts: the first row of a table heads it, a column stands one way, cells are one line. */
function tidied(state: EditorState): Transaction {
	const { tr } = state;
	state.doc.descendants((node, position) => {
		if (node.type === nodeTypes.table) {
			const alignments = childrenOf(node.firstChild ?? node).map(alignmentOf);
			node.forEach((row, rowAt, y) => {
				row.forEach((cell, cellAt, x) => {
					const type = y === 0 ? nodeTypes.table_header : nodeTypes.table_cell;
					const align = alignments[x] ?? null;
					const { attrs } = cell;
					if (cell.type === type && attrs['align'] === align && attrs['colspan'] === 1 && attrs['rowspan'] === 1)
						return;
					tr.setNodeMarkup(position + rowAt + cellAt + 2, type, { align });
				});
			});
		}
		if (!isOneLine(node)) return;
		node.forEach((part, at) => {
			const from = position + 1 + at;
			if (part.type === nodeTypes.hard_break) tr.replaceWith(from, from + 1, textSchema.text(' '));
		});
	});
	return tr;
}

/** Keeps a text within what Markdown can say, after each change. */
export const tidy = new Plugin({
	appendTransaction: (transactions, _before, state) => {
		if (!transactions.some(({ docChanged }) => docChanged)) return null;
		const tr = tidied(state);
		return tr.docChanged ? tr : null;
	},
});

import { chainCommands, deleteSelection, joinBackward, joinForward, selectAll, splitBlock } from 'prosemirror-commands';
import { liftListItem, sinkListItem } from 'prosemirror-schema-list';
import { Selection, TextSelection, type Command } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { commands, setLink, setPicture } from '../../../src/editor/text/commands.ts';
import { insertPasted } from '../../../src/editor/text/insert-pasted.ts';
import { readText } from '../../../src/editor/text/from-markdown.ts';
import { nodeTypes } from '../../../src/editor/text/text-schema.ts';
import { textState } from '../../../src/editor/text/text-state.ts';
import { TextWriter } from '../../../src/editor/text/to-markdown.ts';
import { markdownBlocks, typedTexts } from '../../corpus/typed-texts.ts';
import { randomFrom } from '../../random.ts';
import { textRules } from './rules.ts';

const SEED = Number(process.env['EDIT_SEED'] ?? 1);
const COMMANDS = Number(process.env['EDIT_COMMANDS'] ?? 1500);

/** Commands for one text, after which another is opened. */
const PER_TEXT = 30;

/** Code that is told by its blanks alone would belong to a list above it: such a text is refused. */
const blocksOfTexts = markdownBlocks.filter((block) => !block.startsWith('    '));

test('random commands throw nothing, and what they make can be written', () => {
	const random = randomFrom(SEED);
	const all: [name: string, command: Command][] = [
		...Object.entries(commands),
		['enter', chainCommands(commands.enter, splitBlock)],
		['delete', deleteSelection],
		['all', selectAll],
		['sink', sinkListItem(nodeTypes.list_item)],
		['lift', liftListItem(nodeTypes.list_item)],
		['join', joinBackward],
		['join next', joinForward],
	];
	for (let done = 0; done < COMMANDS;) {
		const text = Array.from({ length: 1 + random.below(5) }, () => random.oneOf(blocksOfTexts)).join('\n\n');
		const read = readText(text, textRules.parse);
		const writer = new TextWriter(textRules);
		let state = textState(read.doc);
		const log: string[] = [];
		for (let step = 0; step < PER_TEXT; step++, done++) {
			const place = () => state.doc.resolve(random.below(state.doc.content.size + 1));
			const [name, command]: [string, Command] = random.oneOf([
				...all,
				['select', (now, dispatch) => (dispatch?.(now.tr.setSelection(TextSelection.between(place(), place()))), true)],
				['near', (now, dispatch) => (dispatch?.(now.tr.setSelection(Selection.near(place()))), true)],
				['type', (now, dispatch) => (dispatch?.(now.tr.insertText(random.oneOf(typedTexts))), true)],
				['link', setLink('/clusters/', 'words')],
				['picture', setPicture('../assets/a.jpg', 'A', '')],
				[
					'paste',
					(now, dispatch) => {
						const { doc } = readText(random.oneOf(blocksOfTexts), textRules.parse);
						const blocks = doc.children.filter(({ type }) => type !== nodeTypes.kept);
						if (blocks.length > 0) dispatch?.(insertPasted(now, blocks));
						return true;
					},
				],
			]);
			log.push(`${name} ${state.selection.from}–${state.selection.to}`);
			const about = () => `${JSON.stringify(text)}\n${log.join('\n')}\n${state.doc.toString()}`;
			try {
				command(state, (tr) => (state = state.apply(tr)));
				state.doc.check();
			} catch (error) {
				throw new Error(about(), { cause: error });
			}
			expect(writer.write(state.doc, read), about()).toBeDefined();
		}
	}
});

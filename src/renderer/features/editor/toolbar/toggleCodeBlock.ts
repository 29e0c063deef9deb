import { Fragment } from '@tiptap/pm/model';
import { type Command, TextSelection } from '@tiptap/pm/state';
import { isCode } from '#shared/document/documentNode';
import { blockText } from '#shared/document/toPlainText';

/**
 * Makes one code block of the selected blocks of text, a line of each line, or a paragraph of the code block with the
 * caret. False for a selection of anything else, and where no code block may stand: a list item begins with a
 * paragraph.
 */
export const toggleCodeBlock: Command = (state, dispatch) => {
  const { $from, $to, anchor } = state.selection;
  const { codeBlock, paragraph } = state.schema.nodes;
  const range = $from.blockRange($to);
  if (range === null || codeBlock === undefined || paragraph === undefined) return false;
  const { parent, start, end, startIndex, endIndex } = range;
  const blocks = parent.children.slice(startIndex, endIndex);
  const [first] = blocks;
  if (first === undefined || !blocks.every(({ isTextblock }) => isTextblock)) return false;
  const id: unknown = first.attrs['id'];
  if (blocks.length === 1 && isCode(first.type)) {
    dispatch?.(state.tr.setBlockType(start, end, paragraph, { id }).scrollIntoView());
    return true;
  }
  if (!parent.canReplaceWith(startIndex, endIndex, codeBlock)) return false;
  const text = blocks.map(blockText).join('\n');
  const content = text === '' ? Fragment.empty : Fragment.from(state.schema.text(text));
  const tr = state.tr.replaceWith(start, end, codeBlock.create({ id }, content));
  const caret = anchor === state.selection.from ? start + 1 + $from.parentOffset : start + 1 + text.length;
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView());
  return true;
};

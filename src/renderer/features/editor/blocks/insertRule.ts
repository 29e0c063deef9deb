import { type Command, Selection } from '@tiptap/pm/state';
import { afterTopBlock } from '#shared/document/moveBlock';

/**
 * Puts a rule behind the block that the caret is in: it parts a story, not an item of a list or a line. Where the
 * caret stands in an empty line of the story itself, the rule goes before that line.
 */
export const insertRule: Command = ({ selection, schema, tr }, dispatch) => {
  const type = schema.nodes['horizontalRule'];
  if (!type) return false;
  const { $from, empty } = selection;
  const isBlank = empty && $from.depth === 1 && $from.parent.content.size === 0;
  const at = isBlank ? $from.before(1) : afterTopBlock(selection);
  tr.insert(at, type.create());
  if (!isBlank && tr.doc.resolve(at + 1).nodeAfter === null) tr.insert(at + 1, schema.node('paragraph'));
  if (!isBlank) tr.setSelection(Selection.near(tr.doc.resolve(at + 1), 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};

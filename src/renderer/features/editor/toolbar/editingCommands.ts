import type { ChainedCommands } from '@tiptap/core';
import type { WindowCommandId } from '#shared/commands';
import { type Command, Selection } from '@tiptap/pm/state';
import { afterTopBlock } from '#shared/document/moveBlock';
import { NodeRange, type ResolvedPos } from '@tiptap/pm/model';
import { findWrapping, liftTarget } from '@tiptap/pm/transform';
import { toggleCodeBlock } from './toggleCodeBlock';
import '@tiptap/starter-kit';

/**
 * Puts the selection into a quote, taking a list as a whole, or takes it out of the one it is in. False if neither is
 * possible: an ad slot cannot be in a quote.
 */
export const toggleQuote: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const depth = quoteDepth($from, $from.sharedDepth($to.pos));
  if (depth === null) return wrapInQuote(state, dispatch);
  const range = new NodeRange($from, $to, depth);
  const target = liftTarget(range);
  if (target === null) return false;
  dispatch?.(state.tr.lift(range, target).scrollIntoView());
  return true;
};

function quoteDepth($pos: ResolvedPos, deepest: number): number | null {
  for (let depth = deepest; depth > 0; depth -= 1)
    if ($pos.node(depth).type.name === 'blockquote') return depth;
  return null;
}

const wrapInQuote: Command = ({ selection: { $from, $to }, schema, tr }, dispatch) => {
  const type = schema.nodes['blockquote'];
  const range = $from.blockRange($to, ({ type: { name } }) => name === 'doc');
  const wrapping = type && range && findWrapping(range, type);
  if (!range || !wrapping) return false;
  dispatch?.(tr.wrap(range, wrapping).scrollIntoView());
  return true;
};

/**
 * Inserts a rule after the block with the caret: it divides a story, not a list item or a line. If the caret is in an
 * empty line of the story itself, the rule goes before that line.
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

/** The commands that change the text at the caret. */
export const editingCommands = {
  'format.bold': (text) => text.toggleBold(),
  'format.italic': (text) => text.toggleItalic(),
  'format.underline': (text) => text.toggleUnderline(),
  'format.strike': (text) => text.toggleStrike(),
  'format.highlight': (text) => text.toggleMark('highlight'),
  // A mark is not set beside one that excludes it: the other goes first.
  'format.subscript': (text) => text.unsetMark('superscript').toggleMark('subscript'),
  'format.superscript': (text) => text.unsetMark('subscript').toggleMark('superscript'),
  'format.code': (text) => text.toggleCode(),
  'format.paragraph': (text) => text.setParagraph(),
  'format.heading2': (text) => text.toggleHeading({ level: 2 }),
  'format.heading3': (text) => text.toggleHeading({ level: 3 }),
  'format.heading4': (text) => text.toggleHeading({ level: 4 }),
  'format.quote': (text) => text.command(({ state, dispatch }) => toggleQuote(state, dispatch)),
  'format.codeBlock': (text) => text.command(({ state, dispatch }) => toggleCodeBlock(state, dispatch)),
  'format.bulletList': (text) => text.toggleBulletList(),
  'format.orderedList': (text) => text.toggleOrderedList(),
  'format.listIn': (text) => text.sinkListItem('listItem'),
  'format.listOut': (text) => text.liftListItem('listItem'),
  'insert.rule': (text) => text.command(({ state, dispatch }) => insertRule(state, dispatch)),
  'insert.break': (text) => text.setHardBreak(),
} as const satisfies Partial<Record<WindowCommandId, (text: ChainedCommands) => ChainedCommands>>;

export type EditingCommandId = keyof typeof editingCommands;

export const editingCommandIds = Object.keys(editingCommands) as readonly EditingCommandId[];

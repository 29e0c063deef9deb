import type { ChainedCommands } from '@tiptap/core';
import '@tiptap/starter-kit';
import type { WindowCommandId } from '#shared/commands';
import { insertRule } from '../blocks/insertRule';
import { toggleQuote } from '../blocks/quote';

/** The commands that change the text where the caret is. */
export const editingCommands = {
  'format.bold': (text) => text.toggleBold(),
  'format.italic': (text) => text.toggleItalic(),
  'format.underline': (text) => text.toggleUnderline(),
  'format.strike': (text) => text.toggleStrike(),
  'format.code': (text) => text.toggleCode(),
  'format.paragraph': (text) => text.setParagraph(),
  'format.heading2': (text) => text.toggleHeading({ level: 2 }),
  'format.heading3': (text) => text.toggleHeading({ level: 3 }),
  'format.heading4': (text) => text.toggleHeading({ level: 4 }),
  'format.quote': (text) => text.command(({ state, dispatch }) => toggleQuote(state, dispatch)),
  'format.bulletList': (text) => text.toggleBulletList(),
  'format.orderedList': (text) => text.toggleOrderedList(),
  'format.listIn': (text) => text.sinkListItem('listItem'),
  'format.listOut': (text) => text.liftListItem('listItem'),
  'insert.rule': (text) => text.command(({ state, dispatch }) => insertRule(state, dispatch)),
  'insert.break': (text) => text.setHardBreak(),
} as const satisfies Partial<Record<WindowCommandId, (text: ChainedCommands) => ChainedCommands>>;

export type EditingCommandId = keyof typeof editingCommands;

export const editingCommandIds = Object.keys(editingCommands) as readonly EditingCommandId[];

import type { EditorState, Transaction } from '@tiptap/pm/state';

/**
 * Formats what was just typed, or answers null. It is given the text as it is typed, the caret behind it; what it
 * answers can be taken back alone.
 */
export type Rule = (state: EditorState) => Transaction | null;

/** The line before the caret; what stands in it for no letter, as a line break, counts as a space. */
export function typedBefore({ selection: { $from } }: EditorState): string {
  return $from.parent.textBetween(0, $from.parentOffset, null, '\n');
}

export function restOfLine({ selection: { $from } }: EditorState): string {
  return $from.parent.textBetween($from.parentOffset, $from.parent.content.size, null, '\n');
}

import type { EditorState, Transaction } from '@tiptap/pm/state';
import { isVerbatim } from '#shared/document/documentNode';

/**
 * Formats what was just typed, or returns null. It gets the text as typed, with the caret after it; the formatting it
 * returns can be undone separately.
 */
export type Rule = (state: EditorState) => Transaction | null;

/** The line before the caret; anything in it that is not a letter, such as a line break, counts as a space. */
export function typedBefore({ selection: { $from } }: EditorState): string {
  return $from.parent.textBetween(0, $from.parentOffset, null, '\n');
}

export function restOfLine({ selection: { $from } }: EditorState): string {
  return $from.parent.textBetween($from.parentOffset, $from.parent.content.size, null, '\n');
}

/** Whether part of the text keeps its signs, as code does. */
export function hasVerbatim({ doc }: EditorState, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, ({ marks }) => {
    found ||= marks.some(isVerbatim);
  });
  return found;
}

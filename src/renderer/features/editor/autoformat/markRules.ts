import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Rule } from './rule';
import { restOfLine, typedBefore } from './rule';

/** The signs around words, longer ones first. */
const signs = [
  ['**', 'bold'],
  ['__', 'bold'],
  ['~~', 'strike'],
  ['*', 'italic'],
  ['_', 'italic'],
  ['`', 'code'],
] as const;

/** What may stand before and after marked words: the edge of the line, a space, a bracket or quotation mark … */
const before = /^$|[\s\p{Ps}\p{Pi}\p{Pf}"'¿¡–—]$/u;
const after = /^(?:$|[\s\p{Pe}\p{Pi}\p{Pf}"'.,;:!?…–—])/u;
/** … and how they begin and end: with a letter or number, or what stands directly at one. No space, no sign. */
const beginning = /^[\p{L}\p{N}\p{S}\p{Ps}\p{Pi}\p{Pf}"'¿¡#@§]/u;
const ending = /[\p{L}\p{M}\p{N}\p{S}\p{Pe}\p{Pi}\p{Pf}"'.!?…%]$/u;

interface Marked {
  readonly opening: number;
  readonly closing: number;
}

/**
 * Where the words begin and end that `sign` has just been closed around, by their place in the line; null where the
 * sign is only a sign: `5 * 3 * 2`, `snake_case_words`, `*.txt`.
 */
export function markedWords(line: string, rest: string, sign: string): Marked | null {
  if (!line.endsWith(sign) || !after.test(rest)) return null;
  const letter = sign.charAt(0);
  const closing = line.length - sign.length;
  const last = line.lastIndexOf(letter, closing - 1);
  const opening = last - sign.length + 1;
  const inner = line.slice(last + 1, closing);
  if (last === -1 || opening < 0 || line.slice(opening, last + 1) !== sign) return null;
  if (line.charAt(opening - 1) === letter || !before.test(line.slice(0, opening))) return null;
  return beginning.test(inner) && ending.test(inner) && !inner.includes('\n') ? { opening, closing } : null;
}

export const markRule: Rule = (state) => {
  const [line, rest] = [typedBefore(state), restOfLine(state)];
  for (const [sign, name] of signs) {
    const found = markedWords(line, rest, sign);
    if (found) return mark(state, name, sign.length, found);
  }
  return null;
};

function mark(
  state: EditorState,
  name: string,
  length: number,
  { opening, closing }: Marked,
): Transaction | null {
  const { $from } = state.selection;
  const [type, code] = [state.schema.marks[name], state.schema.marks['code']];
  const start = $from.start();
  const [from, to] = [start + opening, start + closing];
  if (!type || !code || !$from.parent.type.allowsMarkType(type)) return null;
  if (state.doc.rangeHasMark(from, $from.pos, code)) return null;
  return state.tr
    .delete(to, to + length)
    .delete(from, from + length)
    .addMark(from, to - length, type.create())
    .removeStoredMark(type);
}

import type { MarkType, Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { marksOf } from '#shared/document/documentNode';
import { linkAddress } from '../toolbar/linkAddress';
import type { Rule } from './rule';
import { hasVerbatim, restOfLine, typedBefore } from './rule';

/** What may come before and after marked words: the edge of the line, a space, a bracket or quotation mark … */
const before = /^$|[\s\p{Ps}\p{Pi}\p{Pf}"'¿¡–—]$/u;
const after = /^(?:$|[\s\p{Pe}\p{Pi}\p{Pf}"'.,;:!?…–—])/u;
/** … and how they begin and end: with a letter or number, or something attached to one. No space, no sign. */
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

/** The rules for the signs of the schema's marks, by the key that closes a sign. */
export function markRules(schema: Schema): Readonly<Record<string, Rule>> {
  const signs = marksOf(schema).flatMap(([name, { typedSigns = [] }]) =>
    typedSigns.map((sign) => ({ sign, name })),
  );
  const keys = new Set(signs.map(({ sign }) => sign.slice(-1)));
  return Object.fromEntries(
    [...keys].map((key) => [key, markRule(signs.filter(({ sign }) => sign.endsWith(key)))]),
  );
}

/** The longer sign is looked for first. */
function markRule(signs: readonly { readonly sign: string; readonly name: string }[]): Rule {
  const inOrder = signs.toSorted((one, other) => other.sign.length - one.sign.length);
  return (state) => {
    const [line, rest] = [typedBefore(state), restOfLine(state)];
    for (const { sign, name } of inOrder) {
      const type = state.schema.marks[name];
      const found = type && markedWords(line, rest, sign);
      if (found) return mark(state, type, sign.length, found);
    }
    return null;
  };
}

function mark(
  state: EditorState,
  type: MarkType,
  length: number,
  { opening, closing }: Marked,
): Transaction | null {
  const { $from } = state.selection;
  const start = $from.start();
  const [from, to] = [start + opening, start + closing];
  if (!$from.parent.type.allowsMarkType(type)) return null;
  if (hasVerbatim(state, from, $from.pos)) return null;
  return state.tr
    .delete(to, to + length)
    .delete(from, from + length)
    .addMark(from, to - length, type.create())
    .removeStoredMark(type);
}

/** Only what is unmistakably an address: a company may be called `Booking.com`, and a file `readme.md`. */
const written = /(?<![a-z0-9_@/.:-])(?:https?:\/\/|www\.)\S+$/i;

/** The web address at the end of a line, without what belongs to the sentence around it; null if there is none. */
export function typedAddress(line: string): { readonly index: number; readonly text: string } | null {
  const found = written.exec(line);
  if (!found) return null;
  const text = withoutPunctuation(found[0]);
  const host = /^(?:https?:\/\/)?([^/?#]+)/i.exec(text)?.[1] ?? '';
  return /[^.]\.[^.]/.test(host) ? { index: found.index, text } : null;
}

function withoutPunctuation(address: string): string {
  let text = address;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/[.,;:!?…'"\p{Pi}\p{Pf}\]}>*]$/u, '');
    if (text.endsWith(')') && text.split(')').length > text.split('(').length) text = text.slice(0, -1);
  }
  return text;
}

/** Links the address that ends at `at` in the caret's line; null if there is none, or it is already linked. */
export function linkAt(state: EditorState, ending: '' | ' '): Transaction | null {
  const { $from } = state.selection;
  const line = typedBefore(state);
  const found = line.endsWith(ending) ? typedAddress(line.slice(0, line.length - ending.length)) : null;
  const href = found && linkAddress(found.text);
  const { link } = state.schema.marks;
  if (!found || !href || !link || !$from.parent.type.allowsMarkType(link)) return null;
  const from = $from.start() + found.index;
  const to = from + found.text.length;
  if (state.doc.rangeHasMark(from, to, link) || hasVerbatim(state, from, to)) return null;
  return state.tr.addMark(from, to, link.create({ href })).removeStoredMark(link);
}

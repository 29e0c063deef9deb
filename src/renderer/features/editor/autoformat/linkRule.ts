import type { EditorState, Transaction } from '@tiptap/pm/state';
import { linkAddress } from '../toolbar/linkAddress';
import { typedBefore } from './rule';

/** Only what says of itself that it is an address: a firm may be called `Booking.com`, and a file `readme.md`. */
const written = /(?<![a-z0-9_@/.:-])(?:https?:\/\/|www\.)\S+$/i;

/** The web address at the end of a line, without what belongs to the sentence around it; null where there is none. */
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

/** Links the address that ends at `at` in the caret's line; null where there is none, or it is linked already. */
export function linkAt(state: EditorState, ending: '' | ' '): Transaction | null {
  const { $from } = state.selection;
  const line = typedBefore(state);
  const found = line.endsWith(ending) ? typedAddress(line.slice(0, line.length - ending.length)) : null;
  const href = found && linkAddress(found.text);
  const [link, code] = [state.schema.marks['link'], state.schema.marks['code']];
  if (!found || !href || !link || !code || !$from.parent.type.allowsMarkType(link)) return null;
  const from = $from.start() + found.index;
  const to = from + found.text.length;
  if (state.doc.rangeHasMark(from, to, link) || state.doc.rangeHasMark(from, to, code)) return null;
  return state.tr.addMark(from, to, link.create({ href })).removeStoredMark(link);
}

import type { ChangedPart } from '../fields/changedPart';

/** One typed change, as far as undo is concerned. */
export interface TypedChange {
  /** Where it was typed: a field by its name, the text by `body`. */
  readonly place: string;
  readonly part: ChangedPart;
  /** The inserted text: empty for a deletion. */
  readonly put: string;
  /** The character before it, empty at the start. */
  readonly behind: string;
  /** The composition it is part of; null for a plain key. */
  readonly composition: number | null;
  /** It only tidies what was typed before it, and is undone together with that. */
  readonly tidies?: boolean;
}

/** Decides what is undone together: a word, or a run of deletions, or a composition; never a single letter. */
export interface TypingBursts {
  /** The number of the burst that a change belongs to. Null: a change that was not typed, and stands alone. */
  readonly next: (change: TypedChange | null) => number;
  /** Whether the last change continued the burst before it. */
  readonly goesOn: () => boolean;
  /** The next change begins a new burst. */
  readonly close: () => void;
}

/** Numbers that no composition of ProseMirror's has: the history distinguishes both by them. */
const FIRST = -1000;

export function typingBursts(): TypingBursts {
  let last: TypedChange | null = null;
  let number = FIRST;
  let went = false;
  return {
    next: (change) => {
      went = last !== null && change !== null && belongsTo(last, change);
      if (!went) number -= 1;
      last = change;
      return number;
    },
    goesOn: () => went,
    close: () => {
      last = null;
    },
  };
}

function belongsTo(last: TypedChange, next: TypedChange): boolean {
  if (last.place !== next.place) return false;
  if (next.tidies === true) return true;
  if (next.composition !== null && next.composition === last.composition) return true;
  if ((last.put === '') !== (next.put === '')) return false;
  return next.put === '' ? isDeletionBeside(last, next) : isTypedBehind(last, next) && !startsWord(next);
}

function isTypedBehind(last: TypedChange, next: TypedChange): boolean {
  return next.part.start === last.part.start + last.put.length && next.part.before === next.part.start;
}

/** Backspace continues before the gap, Delete after it. */
function isDeletionBeside(last: TypedChange, next: TypedChange): boolean {
  return next.part.before === last.part.start || next.part.start === last.part.start;
}

const WORD = /[\p{L}\p{M}\p{N}'’_-]/u;
/** Scripts without spaces between words: there each composition is a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

function startsWord({ put, behind, composition }: TypedChange): boolean {
  const first = String.fromCodePoint(put.codePointAt(0) ?? 0);
  if (!WORD.test(first)) return false;
  return !WORD.test(behind) || (composition !== null && UNSPACED.test(first));
}

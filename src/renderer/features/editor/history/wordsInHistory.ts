import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { typingBursts } from './typingBursts';
import type { TypedChange, TypingBursts } from './typingBursts';

/** Meta of a transaction for typing in a field: a {@link TypedChange}. */
export const TYPED = 'typedInField';

/** Whether a transaction is an undo or a redo: ProseMirror's history says so under its own key. */
export function isHistoryStep(transaction: Transaction): boolean {
  return transaction.getMeta('history$') !== undefined;
}

/**
 * Makes the history go by words, in the text and in every field alike. ProseMirror's own goes by pauses, which means
 * by letters for a slow typist; and it knows nothing outside the document.
 */
export const WordsInHistory = Extension.create<object, { readonly bursts: TypingBursts }>({
  name: 'wordsInHistory',
  addStorage: () => ({ bursts: typingBursts() }),
  dispatchTransaction({ transaction, next }) {
    if (transaction.docChanged) gather(transaction, this.storage.bursts);
    next(transaction);
  },
});

function gather(transaction: Transaction, bursts: TypingBursts): void {
  if (isHistoryStep(transaction)) bursts.close();
  else if (transaction.getMeta('addToHistory') !== false) {
    const inField = transaction.getMeta(TYPED) as TypedChange | undefined;
    const number = bursts.next(inField ?? typedInText(transaction));
    if (!bursts.goesOn()) closeHistory(transaction);
    // The history keeps a composition together; a field has no neighbouring positions by which it could.
    if (inField) transaction.setMeta('composition', number);
  }
}

/** Null for anything more than one typed character, or a deletion within one paragraph. */
function typedInText(transaction: Transaction): TypedChange | null {
  const { steps, docs } = transaction;
  const [step] = steps;
  const [before] = docs;
  if (steps.length !== 1 || !(step instanceof ReplaceStep) || !before) return null;
  const { from, to, slice } = step;
  const $from = before.resolve(from);
  const put = slice.content.firstChild?.text ?? '';
  const isText = slice.content.childCount === (put === '' ? 0 : 1);
  if (!isText || !$from.parent.isTextblock || !$from.sameParent(before.resolve(to))) return null;
  const composition = compositionOf(transaction);
  if (composition === null && Array.from(put).length > 1) return null;
  return {
    place: 'body',
    part: { start: from, before: to, after: from + put.length },
    put,
    behind: $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, '', ' '),
    composition,
  };
}

function compositionOf(transaction: Transaction): number | null {
  return (transaction.getMeta('composition') as number | undefined) ?? null;
}

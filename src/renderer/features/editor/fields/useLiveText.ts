import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { afterComposition, isComposing, compositionNumber } from '#renderer/base/composition';
import { carriedOver } from '../history/carriedOver';
import type { TypedChange } from '../history/typingBursts';
import { changedPart, movedCaret } from './changedPart';

type Control = HTMLInputElement | HTMLTextAreaElement;

interface LiveText {
  /** What the field should show, as stored now: not as it was at the last render. */
  readonly current: () => string;
  /** Stores what was typed, cleaned of what is not allowed there. */
  readonly keep: (text: string) => void;
}

/**
 * The props of a field whose text is stored elsewhere. The field holds its own text while it is being typed, so that
 * neither a late render nor an input method's composition gets in the way; a change from elsewhere is put in with the
 * caret staying in place, and never into a word that is being composed.
 */
export function useLiveText<E extends Control>({ current, keep }: LiveText) {
  const field = useRef<E>(null);
  const [defaultValue] = useState(current);
  const stood = useRef(defaultValue);
  const kept = useRef({ current, keep });
  const show = useCallback(() => {
    if (!field.current) return;
    stood.current = kept.current.current();
    showText(field.current, stood.current);
  }, []);
  useLayoutEffect(() => {
    kept.current = { current, keep };
    return afterComposition(show);
  });
  return {
    ref: field,
    defaultValue,
    onInput: ({ currentTarget }: SyntheticEvent<E>) => {
      const { current, keep } = kept.current;
      // What arrived during a composition is not in the field yet, and must not be typed over.
      const typed = carriedOver(stood.current, currentTarget.value, current());
      stood.current = currentTarget.value;
      keep(typed?.value ?? currentTarget.value);
      if (!isComposing()) show();
    },
  };
}

/** Puts a text into a field by the smallest change, so that the caret stays with the words around it. */
export function showText(field: Control, text: string): void {
  const part = changedPart(field.value, text);
  if (part === null) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  if (selectionStart === null || selectionEnd === null || field !== document.activeElement) return;
  field.setSelectionRange(movedCaret(selectionStart, part), movedCaret(selectionEnd, part));
}

/**
 * What a field's new text means for undo. Null if it was not typed character by character: what is pasted, or made by
 * a button, is undone separately.
 */
export function typedChange(place: string, before: string, after: string): TypedChange | null {
  const part = changedPart(before, after);
  if (part === null) return null;
  const put = after.slice(part.start, part.after);
  const composition = compositionNumber();
  if (composition === null && Array.from(put).length > 1) return null;
  return { place, part, put, behind: before.slice(0, part.start).slice(-1), composition };
}

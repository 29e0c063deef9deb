import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { afterComposition, isComposing } from '#renderer/base/composition';
import { carriedOver } from '../history/carriedOver';
import { changedPart, movedCaret } from './changedPart';

type Control = HTMLInputElement | HTMLTextAreaElement;

interface LiveText {
  /** What the field should show, as it is kept now: not as it was when the component was last drawn. */
  readonly current: () => string;
  /** Keeps what was typed, cleaned where it may not stand as it is. */
  readonly keep: (text: string) => void;
}

/**
 * The props of a field whose text lives elsewhere. The field holds its own text while it is typed, so that neither a
 * late drawing nor an input method's composition is in each other's way; a change from elsewhere is put in with the
 * caret staying where it was, and never into a word that is being composed.
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
      // What came from elsewhere during a composition is not in the field yet, and must not be typed over.
      const typed = carriedOver(stood.current, currentTarget.value, current());
      stood.current = currentTarget.value;
      keep(typed?.value ?? currentTarget.value);
      if (!isComposing()) show();
    },
  };
}

/** Puts a text into a field by its least change, so that the caret stays with the words that it stands in. */
export function showText(field: Control, text: string): void {
  const part = changedPart(field.value, text);
  if (part === null) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  if (selectionStart === null || selectionEnd === null || field !== document.activeElement) return;
  field.setSelectionRange(movedCaret(selectionStart, part), movedCaret(selectionEnd, part));
}

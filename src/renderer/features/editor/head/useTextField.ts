import type { ClipboardEvent } from 'react';
import { articleFields, HOLD_REASON_LIMIT, writtenForms } from '#shared/domain/fields';
import type { FieldsWith, WrittenField } from '#shared/domain/fields';
import { tidySlug } from '#shared/domain/slug';
import { type Notice, showNotice } from '#renderer/base/notices/notices';
import { typedChange } from '../fields/typedChange';
import { useLiveText } from '../fields/useLiveText';
import { canRedo, changeFields } from '../history/changeFields';
import type { FieldChange } from '../history/changeFields';
import type { Story } from '../autosave/story';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { useLineDirection } from '../script/useScript';
import { leftOutOfPaste } from './pasteRoom';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Where in an article a text stands that is written in a field, and what it may be. */
interface Place {
  readonly name: keyof FieldChange;
  readonly label: string;
  /** The most UTF-16 code units. */
  readonly limit: number;
  readonly read: (story: Story) => string;
  readonly change: (text: string) => FieldChange;
  /** What may stand there while it is typed, and what of it is kept when the field is left. */
  readonly typed: (text: string) => string;
  readonly kept: (text: string) => string;
}

/** The props of one of the article's written fields. `E`: what it is typed in. */
export function useTextField<E extends Control>(article: OpenArticle, name: WrittenField) {
  const { label, limit, kind } = articleFields[name];
  const { typed, kept } = writtenForms[kind];
  return usePlacedText<E>(article, {
    name,
    label,
    limit,
    read: (story) => story[name],
    change: (text) => ({ [name]: text }),
    typed,
    kept: name === 'slug' ? tidySlug : kept,
  });
}

/** The props of the input in which the reason of a hold is written, while it is held. */
export function useReasonField(article: OpenArticle, name: FieldsWith<'kind', 'hold'>) {
  return usePlacedText<HTMLInputElement>(article, {
    name,
    label: articleFields[name].label,
    limit: HOLD_REASON_LIMIT,
    read: (story) => story[name]?.reason ?? '',
    change: (reason) => ({ [name]: { reason } }),
    ...writtenForms.line,
  });
}

function usePlacedText<E extends Control>(article: OpenArticle, place: Place) {
  const { name, label, limit } = place;
  // Read so that the field is drawn again when the text changes from elsewhere.
  const value = useAutosave(article, ({ story }) => place.read(story));
  const direction = useLineDirection(article, value);
  const current = (): string => place.read(article.autosave.state().story);
  const keep = (text: string, tidies = false): void => {
    const before = current();
    if (text === before) return;
    const typed = typedChange(name, before, text);
    changeFields(article, place.change(text), tidies && typed ? { ...typed, tidies } : typed);
  };
  // While it is typed a space at its end must stay, or no second word could follow.
  const live = useLiveText<E>({ current, keep: (text) => keep(place.typed(text)) });
  return {
    ...live,
    maxLength: limit,
    /** The article's where one is set, else by what stands in it. */
    dir: direction,
    spellCheck: false,
    'data-field': name,
    /** Says so when the browser is about to leave out the end of what is pasted. */
    onPaste: (event: ClipboardEvent<E>) => {
      const leftOut = leftOutOfPaste(event.currentTarget, event.clipboardData.getData('text/plain'), limit);
      if (leftOut > 0) showNotice(tooLong(name, label, limit, leftOut));
    },
    onBlur: () => {
      if (!canRedo(article)) keep(place.kept(current()), true);
    },
  };
}

function tooLong(name: string, label: string, limit: number, leftOut: number): Notice {
  const end =
    leftOut === 1
      ? 'The last character of what you pasted did not fit; it is still on the clipboard.'
      : `The last ${leftOut.toLocaleString('en')} characters of what you pasted did not fit; they are still on the clipboard.`;
  return {
    topic: `long ${name}`,
    tone: 'warn',
    text: `${label}: at most ${limit.toLocaleString('en')} characters. ${end}`,
  };
}

import type { ClipboardEvent } from 'react';
import { articleFields, HOLD_REASON_LIMIT, writtenForms } from '#shared/domain/fields';
import type { FieldsWith, WrittenField } from '#shared/domain/fields';
import { tidySlug } from '#shared/domain/slug';
import { type Notice, showNotice } from '#renderer/base/notices/notices';
import { useLiveText, typedChange } from '../fields/useLiveText';
import { canRedo, changeFields } from '../history/changeFields';
import type { FieldChange } from '../history/changeFields';
import type { Story } from '../autosave/story';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { useLineDirection } from '../script/useScript';
import { leftOutOfPaste } from './pasteRoom';
import { say } from '#shared/language/say';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Where in an article a field's text is stored, and what it may be. */
interface Place {
  readonly name: keyof FieldChange;
  readonly label: string;
  /** The most UTF-16 code units. */
  readonly limit: number;
  readonly read: (story: Story) => string;
  readonly change: (text: string) => FieldChange;
  /** What may be in it while it is typed, and what of it is kept when the field is left. */
  readonly typed: (text: string) => string;
  readonly kept: (text: string) => string;
}

/** The props of one of the article's text fields. `E`: the element it is typed in. */
export function useTextField<E extends Control>(article: OpenArticle, name: WrittenField) {
  const { label, limit, kind } = articleFields[name];
  const { typed, kept } = writtenForms[kind];
  return usePlacedText<E>(article, {
    name,
    label: label(),
    limit,
    read: (story) => story[name],
    change: (text) => ({ [name]: text }),
    typed,
    kept: name === 'slug' ? tidySlug : kept,
  });
}

/** The props of the input for the reason of a hold, while the article is held. */
export function useReasonField(article: OpenArticle, name: FieldsWith<'kind', 'hold'>) {
  return usePlacedText<HTMLInputElement>(article, {
    name,
    label: articleFields[name].label(),
    limit: HOLD_REASON_LIMIT,
    read: (story) => story[name]?.reason ?? '',
    change: (reason) => ({ [name]: { reason } }),
    ...writtenForms.line,
  });
}

function usePlacedText<E extends Control>(article: OpenArticle, place: Place) {
  const { name, label, limit } = place;
  // Read so that the field renders again when the text changes from elsewhere.
  const value = useAutosave(article, ({ story }) => place.read(story));
  const direction = useLineDirection(article, value);
  const current = (): string => place.read(article.autosave.state().story);
  const keep = (text: string, tidies = false): void => {
    const before = current();
    if (text === before) return;
    const typed = typedChange(name, before, text);
    changeFields(article, place.change(text), tidies && typed ? { ...typed, tidies } : typed);
  };
  // While it is typed, a trailing space must stay, or no second word could follow.
  const live = useLiveText<E>({ current, keep: (text) => keep(place.typed(text)) });
  return {
    ...live,
    maxLength: limit,
    /** The article's if one is set, otherwise by its content. */
    dir: direction,
    spellCheck: false,
    'data-field': name,
    /** Says so when the browser is about to leave out the end of a paste. */
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
  return {
    topic: `long ${name}`,
    tone: 'warn',
    text: say(
      '{leftOut, plural, one {{field}: at most {limit, number} characters. The last character of what you pasted did not fit; it is still on the clipboard.} other {{field}: at most {limit, number} characters. The last # characters of what you pasted did not fit; they are still on the clipboard.}}',
      { field: label, limit, leftOut },
    ),
  };
}

import type { ClipboardEvent } from 'react';
import { articleFields, writtenForms } from '#shared/domain/fields';
import type { WrittenField } from '#shared/domain/fields';
import { tidySlug } from '#shared/domain/slug';
import { type Notice, showNotice } from '#renderer/base/notices/notices';
import { typedChange } from '../fields/typedChange';
import { useLiveText } from '../fields/useLiveText';
import { canRedo, changeFields } from '../history/changeFields';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { useLineDirection } from '../script/useScript';
import { leftOutOfPaste } from './pasteRoom';

/** The props of one of the article's written fields. `E`: what it is typed in. */
export function useTextField<E extends HTMLInputElement | HTMLTextAreaElement>(
  article: OpenArticle,
  name: WrittenField,
) {
  // Read so that the field is drawn again when the text changes from elsewhere.
  const value = useAutosave(article, ({ story }) => story[name]);
  const direction = useLineDirection(article, value);
  const { label, limit, kind } = articleFields[name];
  const { typed: whileTyped, kept } = writtenForms[kind];
  const current = (): string => article.autosave.state().story[name];
  const keep = (text: string, tidies = false): void => {
    const before = current();
    if (text === before) return;
    const typed = typedChange(name, before, text);
    changeFields(article, { [name]: text }, tidies && typed ? { ...typed, tidies } : typed);
  };
  // While it is typed a space at its end must stay, or no second word could follow.
  const live = useLiveText<E>({ current, keep: (text) => keep(whileTyped(text)) });
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
      if (!canRedo(article)) keep(name === 'slug' ? tidySlug(current()) : kept(current()), true);
    },
  };
}

function tooLong(name: WrittenField, label: string, limit: number, leftOut: number): Notice {
  const [most, rest] = [limit, leftOut].map((count) => count.toLocaleString('en'));
  return {
    topic: `long ${name}`,
    tone: 'warn',
    text: `${label}: at most ${most} characters. The last ${rest} of what you pasted did not fit; they are still on the clipboard.`,
  };
}

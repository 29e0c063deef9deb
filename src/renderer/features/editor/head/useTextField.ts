import type { ClipboardEvent } from 'react';
import { textFields, tidyLine } from '#shared/domain/fields';
import type { TextField } from '#shared/domain/fields';
import { tidySlug } from '#shared/domain/slug';
import { type Notice, showNotice } from '#renderer/app/notices';
import { useAutosave } from '../openArticle';
import type { OpenArticle } from '../openArticles';
import { useLineDirection } from '../script/useScript';
import { leftOutOfPaste } from './pasteRoom';

/** A text field of the article: what stands in it, and the ways to change it. */
export function useTextField(article: OpenArticle, name: TextField) {
  const value = useAutosave(article, ({ story }) => story[name]);
  const direction = useLineDirection(article, value);
  const edit = (text: string): void => {
    if (text !== value) article.autosave.edit({ [name]: text });
  };
  return {
    value,
    /** As HTML's `dir`: the article's where one is set, else by what stands in it. */
    direction,
    /** While it is typed a space at its end must stay, or no second word could follow. */
    change: (text: string) => edit(text.toWellFormed().replace(/[\r\n\u2028\u2029]+/gu, ' ')),
    /** Says so when the browser is about to leave out the end of what is pasted. */
    paste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { label, limit } = textFields[name];
      const leftOut = leftOutOfPaste(event.currentTarget, event.clipboardData.getData('text/plain'), limit);
      if (leftOut > 0) showNotice(tooLong(name, label, limit, leftOut));
    },
    tidy: () => edit(name === 'slug' ? tidySlug(value) : tidyLine(value)),
  };
}

function tooLong(name: TextField, label: string, limit: number, leftOut: number): Notice {
  const [most, rest] = [limit, leftOut].map((count) => count.toLocaleString('en'));
  return {
    topic: `long ${name}`,
    tone: 'warn',
    text: `${label}: at most ${most} characters. The last ${rest} of what you pasted did not fit; they are still on the clipboard.`,
  };
}

import { tidyLine } from '#shared/domain/fields';
import type { TextField } from '#shared/domain/fields';
import { tidySlug } from '#shared/domain/slug';
import { useAutosave } from '../openArticle';
import type { OpenArticle } from '../openArticles';

/** A text field of the article: what stands in it, and the ways to change it. */
export function useTextField(article: OpenArticle, name: TextField) {
  const value = useAutosave(article, ({ story }) => story[name]);
  const direction = useAutosave(article, ({ story }) => story.direction);
  const edit = (text: string): void => {
    if (text !== value) article.autosave.edit({ [name]: text });
  };
  return {
    value,
    /** As HTML's `dir`: by the text itself, unless the article says otherwise. */
    direction,
    /** While it is typed a space at its end must stay, or no second word could follow. */
    change: (text: string) => edit(text.toWellFormed().replace(/[\r\n\u2028\u2029]+/gu, ' ')),
    tidy: () => edit(name === 'slug' ? tidySlug(value) : tidyLine(value)),
  };
}

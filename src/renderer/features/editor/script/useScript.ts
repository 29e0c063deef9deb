import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { reportProblem } from '#renderer/base/notices/notices';
import type { Script } from '#shared/document/script';
import { lineDirection } from '#shared/domain/direction';
import type { Direction } from '#shared/domain/direction';
import { atRest } from '#renderer/base/atRest';
import { observable, useObservable } from '#renderer/base/observable';
import type { Observable } from '#renderer/base/observable';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';

/** Of each open article, what was read last: the head, the text and the inspector show the same. */
const scripts = new WeakMap<OpenArticle, Observable<Script>>();

function scriptIn(article: OpenArticle): Observable<Script> {
  const known = scripts.get(article);
  if (known) return known;
  const { language, direction, headline } = article.autosave.state().story;
  const made = observable<Script>({
    language,
    isGuessed: language === '',
    direction: lineDirection(headline, direction, 'ltr'),
  });
  scripts.set(article, made);
  return made;
}

const isSame = (one: Script, other: Script): boolean =>
  one.language === other.language && one.isGuessed === other.isGuessed && one.direction === other.direction;

/** Reads an article's script again. The detector is loaded with the first, not while the window starts. */
async function readScript(article: OpenArticle, editor: Editor): Promise<void> {
  const { scriptOf } = await import('#shared/document/script');
  if (editor.isDestroyed) return;
  const now = scriptOf(article.autosave.state().story, editor.state.doc);
  scriptIn(article).set((before) => (isSame(before, now) ? before : now));
}

/**
 * Reads when the typing rests, so that no key press waits for it; what the person sets shows at once. Returns the
 * function that stops it.
 */
export function followScript(article: OpenArticle, editor: Editor): () => void {
  const { autosave } = article;
  const read = (): void => void readScript(article, editor).catch(reportProblem);
  const { ask, stop } = atRest(read);
  let before = autosave.state().story;
  const leave = autosave.subscribe(() => {
    const now = autosave.state().story;
    if (now.language !== before.language || now.direction !== before.direction) read();
    else if (now.headline !== before.headline || now.standfirst !== before.standfirst) ask();
    before = now;
  });
  editor.on('update', ask);
  return () => {
    stop();
    leave();
    editor.off('update', ask);
  };
}

/** Keeps an article's script in step with its text. */
export function useReadScript(article: OpenArticle, editor: Editor): void {
  useEffect(() => followScript(article, editor), [article, editor]);
}

/** In which language and direction the article is written: as set, else as its text tells. */
export function useScript(article: OpenArticle): Script {
  return useObservable(scriptIn(article));
}

/** The direction of one line of the head. */
export function useLineDirection(article: OpenArticle, line: string): Direction {
  const set = useAutosave(article, ({ story }) => story.direction);
  return lineDirection(line, set, useScript(article).direction);
}

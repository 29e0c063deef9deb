import { useEffect, useSyncExternalStore } from 'react';
import type { Id } from '#shared/domain/id';
import { useObservable } from '#renderer/base/observable';
import { bridge } from '#renderer/bridge';
import type { Autosave } from './autosave/autosave';
import { OpenArticles } from './openArticles';
import type { Opening } from './openArticles';
import type { OpenArticle } from './openArticle';

function after(delay: number, run: () => void): () => void {
  const timer = setTimeout(run, delay);
  return () => clearTimeout(timer);
}

/** The articles that this window has open. What is due goes by a clock that only goes on: the system's may be set back. */
export const openArticles = new OpenArticles({
  articles: bridge.articles,
  revisions: bridge.revisions,
  now: () => performance.timeOrigin + performance.now(),
  after,
});

export function useOpening(): Opening {
  return useObservable(openArticles.shown);
}

/** The article in the editor's pane; null while none is, or while it is being read. */
export function useOpenArticle(): OpenArticle | null {
  const opening = useOpening();
  return opening.kind === 'open' ? opening.article : null;
}

/** A part of an article's state. `select` must answer the same object for the same state. */
export function useAutosave<T>({ autosave }: OpenArticle, select: (state: Autosave) => T): T {
  return useSyncExternalStore(autosave.subscribe, () => select(autosave.state()));
}

/** Keeps the pane on `articleId`, and everything that is open in step with the store. */
export function useShownArticle(articleId: Id | null): void {
  useEffect(() => void openArticles.show(articleId), [articleId]);
  useEffect(() => bridge.on('articles.changed', openArticles.lookAgain.bind(openArticles)), []);
  useEffect(
    () =>
      bridge.on('store.notice', ({ kind }) => {
        if (kind === 'recovered') openArticles.storeRecovered();
      }),
    [],
  );
  useEffect(() => {
    const save = (): void => void openArticles.saveAll();
    window.addEventListener('blur', save);
    return () => window.removeEventListener('blur', save);
  }, []);
}

import { useEffect, useState } from 'react';
import { assertNever } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';
import { atRest } from '#renderer/base/atRest';
import type { Autosave } from '../autosave/autosave';
import type { OpenArticle } from '../openArticle';

/** What is told of an article's saving. */
export interface SavedState {
  readonly kind: 'settled' | 'saving' | 'failing' | 'conflict';
  /** When its last words were committed; null when none were since it was opened. */
  readonly savedAt: Time | null;
}

function stateOf({ saving: { kind }, savedAt }: Autosave): SavedState {
  switch (kind) {
    case 'waiting':
    case 'sending':
      return { kind: 'saving', savedAt: null };
    case 'settled':
    case 'failing':
    case 'conflict':
      return { kind, savedAt };
    default:
      return assertNever(kind);
  }
}

/**
 * Follows an article's saving. That something is not saved is told at once; that all is, when the typing rests: two
 * saves a second would blink, and each change of what is shown costs the key press after it.
 */
export function followSaving(
  { autosave }: Pick<OpenArticle, 'autosave'>,
  show: (now: SavedState) => void,
): () => void {
  let shown: SavedState | null = null;
  const tell = (): void => {
    const now = stateOf(autosave.state());
    if (now.kind === shown?.kind && now.savedAt === shown.savedAt) return;
    shown = now;
    show(now);
  };
  tell();
  const { ask, stop } = atRest(tell);
  const leave = autosave.subscribe(() => {
    if (autosave.state().saving.kind !== 'settled') tell();
    ask();
  });
  return () => {
    stop();
    leave();
  };
}

export function useSavedState(article: OpenArticle): SavedState {
  const [state, setState] = useState(() => stateOf(article.autosave.state()));
  useEffect(() => followSaving(article, setState), [article]);
  return state;
}

import { observable, useObservable } from '#renderer/base/observable';
import type { Id } from '#shared/domain/id';

/** What the one dialog of imports shows. */
type Shown = { readonly kind: 'job'; readonly id: Id } | { readonly kind: 'report'; readonly articleId: Id };

const shown = observable<Shown | null>(null);

export const showImport = (what: Shown | null): void => shown.set(() => what);

export const isImportShown = (id: Id): boolean => {
  const now = shown.get();
  return now?.kind === 'job' && now.id === id;
};

export const useShownImport = (): Shown | null => useObservable(shown);

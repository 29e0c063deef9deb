import { useSyncExternalStore } from 'react';

/** A value outside React, so that the menu's events and components can share it. */
export interface Observable<T> {
  readonly get: () => T;
  readonly set: (change: (now: T) => T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function observable<T>(initial: T): Observable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useObservable<T>(source: Observable<T>): T {
  return useSyncExternalStore(source.subscribe, source.get);
}

/** A part of a value: what shows it is drawn again only when that changes. `select` must answer the same for the same. */
export function useObservablePart<T, Part>(source: Observable<T>, select: (value: T) => Part): Part {
  return useSyncExternalStore(source.subscribe, () => select(source.get()));
}

import { useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  count += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers an open modal dialog. Returns the function that unregisters it. */
export function modalOpened(): () => void {
  change(1);
  return () => change(-1);
}

/** Whether a modal dialog is open over the page. */
export function useIsModalOpen(): boolean {
  return useSyncExternalStore(subscribe, () => count > 0);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createArticle } from '../src/main/store/articles/articles';
import { closeStore, openStore } from '../src/main/store/opening/database';
import type { Store } from '../src/main/store/store';
import { indexAll } from '../src/main/store/articles/indexing';
import { write } from '../src/main/store/sql/write';
import { makeArticle } from './corpus';

/** Runs a bench with its own folder on disk, removed when it ends. */
export async function withFolder(work: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs work on the store of a folder, and closes it. */
export async function withStore<T>(folder: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openStore(folder);
  try {
    return await work(store);
  } finally {
    closeStore(store);
  }
}

/** Fills a store with articles of these lengths in words, indexed for search, as it would be in the morning. */
export function fillStore(store: Store, lengths: readonly number[]): void {
  write(store, () => lengths.forEach((length, seed) => createArticle(store, makeArticle(seed, length))));
  indexAll(store);
}

import type { Failure } from '#shared/domain/failure';
import type { ExportTask } from '../../../exports/exportArticles';
import type { ItemOutcome } from '../../../store/jobs/exportItems';

/** What a worker thread is started with. */
export interface WorkerTask {
  /** The store's folder: the worker reads through its own read-only connection. */
  readonly storeFolder: string;
  readonly task: ExportTask;
  /** Shared numbers, see {@link flags}. */
  readonly flags: SharedArrayBuffer;
}

/** What main tells a worker thread that cannot listen while it works: the index of each number. */
export const flags = {
  /** Non-zero: stop after the few articles in progress. */
  stop: 0,
  /** How many messages main has taken: the worker waits for it, so that main never has a pile of them to process. */
  taken: 1,
} as const;

export const newFlags = (): SharedArrayBuffer =>
  new SharedArrayBuffer(Object.keys(flags).length * Int32Array.BYTES_PER_ELEMENT);

/** What a worker reports: some articles, and at the end how it ended. */
export type WorkerMessage =
  | { readonly kind: 'items'; readonly items: readonly ItemOutcome[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken'; readonly failure: Failure };

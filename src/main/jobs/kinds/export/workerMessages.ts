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

/** What main tells a worker thread that cannot listen while it works, by the place of its number. */
export const flags = {
  /** Not zero: stop after the few articles at hand. */
  stop: 0,
  /** How many messages main has taken: the worker waits for it, so that main never has a heap of them to go through. */
  taken: 1,
} as const;

export const newFlags = (): SharedArrayBuffer =>
  new SharedArrayBuffer(Object.keys(flags).length * Int32Array.BYTES_PER_ELEMENT);

/** What a worker tells: some articles, and at the end how it ended. */
export type WorkerMessage =
  | { readonly kind: 'items'; readonly items: readonly ItemOutcome[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken'; readonly failure: Failure };

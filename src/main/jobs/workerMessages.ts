import type { Failure } from '#shared/domain/failure';
import type { ExportTask, ItemResult } from '../exports/exportArticles';

/** What a worker thread is started with. */
export interface WorkerTask {
  /** The store's folder: the worker reads through its own read-only connection. */
  readonly storeFolder: string;
  readonly task: ExportTask;
  /** One number, shared: not zero means stop after the article at hand. */
  readonly stop: SharedArrayBuffer;
}

/** What a worker tells: some articles, and at the end how it ended. */
export type WorkerMessage =
  | { readonly kind: 'items'; readonly items: readonly ItemResult[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken'; readonly failure: Failure };

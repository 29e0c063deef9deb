import type { ExportJob } from '#shared/domain/exportJob';
import { assertNever } from '#shared/domain/failure';

const figure = (count: number): string => count.toLocaleString('en');

function articles(count: number): string {
  return `${figure(count)} ${count === 1 ? 'article' : 'articles'}`;
}

/** The state of an export, as a sentence. */
export function jobWords(job: ExportJob): string {
  const { state, done, total, failed, failure } = job;
  switch (state) {
    case 'waiting':
      return 'Waiting for its turn.';
    case 'running':
      return `${figure(done + failed)} of ${articles(total)}.`;
    case 'done':
      return failed === 0
        ? `${articles(done)} written.`
        : `${articles(done)} written, ${figure(failed)} failed: the reasons are below.`;
    case 'cancelled':
      return `Cancelled after ${figure(done)} of ${articles(total)}. What was written is kept.`;
    case 'failed':
      return failure?.message ?? 'The export failed. Your articles are safe; try again.';
    default:
      return assertNever(state);
  }
}

/** The same for the status bar, where space is short. */
export function shortJobWords({ state, done, total, failed }: ExportJob): string {
  switch (state) {
    case 'waiting':
      return 'Export waiting';
    case 'running':
      return `Export ${figure(done + failed)} of ${figure(total)}`;
    case 'done':
      return failed === 0 ? 'Export done' : `Export done, ${figure(failed)} failed`;
    case 'cancelled':
      return 'Export cancelled';
    case 'failed':
      return 'Export failed';
    default:
      return assertNever(state);
  }
}

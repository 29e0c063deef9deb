import type { ExportJob } from '#shared/domain/exportJob';
import { assertNever } from '#shared/domain/failure';
import { say } from '#shared/language/say';

/** The state of an export, as a sentence. */
export function jobWords(job: ExportJob): string {
  const { state, done, total, failed, failure } = job;
  switch (state) {
    case 'waiting':
      return say('Waiting for its turn.');
    case 'running':
      return say('{behind, number} of {total, plural, one {# article} other {# articles}}.', {
        behind: done + failed,
        total,
      });
    case 'done':
      return failed === 0
        ? say('{done, plural, one {# article} other {# articles}} written.', { done })
        : say(
            '{done, plural, one {# article} other {# articles}} written, {failed, number} failed: the reasons are below.',
            { done, failed },
          );
    case 'cancelled':
      return say(
        'Cancelled after {done, number} of {total, plural, one {# article} other {# articles}}. What was written is kept.',
        { done, total },
      );
    case 'failed':
      return failure?.message ?? say('The export failed. Your articles are safe; try again.');
    default:
      return assertNever(state);
  }
}

/** The same for the status bar, where space is short. */
export function shortJobWords({ state, done, total, failed }: ExportJob): string {
  switch (state) {
    case 'waiting':
      return say('Export waiting');
    case 'running':
      return say('Export {behind, number} of {total, number}', { behind: done + failed, total });
    case 'done':
      return failed === 0 ? say('Export done') : say('Export done, {failed, number} failed', { failed });
    case 'cancelled':
      return say('Export cancelled');
    case 'failed':
      return say('Export failed');
    default:
      return assertNever(state);
  }
}

import { assertNever } from '#shared/domain/failure';
import type { ImportJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';
import { jobUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';

/** What an import found, in one line: `812 words, 9 crossheads, 24 hashtags, 1 ad slot`. */
export function foundWords({ words, crossheads, hashtags, adSlots }: ImportSummary): string {
  return say(
    '{words, plural, one {# word} other {# words}}, {crossheads, plural, one {# crosshead} other {# crossheads}}, {hashtags, plural, one {# hashtag} other {# hashtags}}, {adSlots, plural, one {# ad slot} other {# ad slots}}',
    { words, crossheads, hashtags: hashtags.length, adSlots },
  );
}

/** What is not in the story, in a few words. */
export function leftOutWords(leftOut: number): string {
  return say(
    '{leftOut, plural, =0 {Nothing was left out} one {# piece left out} other {# pieces left out}}',
    { leftOut },
  );
}

type Counts = Pick<ImportJob, 'total' | 'done' | 'failed'>;

/** The result of an import: `3 articles imported, 1 file failed, 2 files not read`. */
export function batchWords({ total, done, failed }: Counts): string {
  return say(
    '{done, plural, one {# article imported} other {# articles imported}}{failed, plural, =0 {} one {, # file failed} other {, # files failed}}{unread, plural, =0 {} one {, # file not read} other {, # files not read}}',
    { done, failed, unread: total - done - failed },
  );
}

/** The progress of an import: `3 of 120 files. Reading page.md`. */
export function progressWords({ total, done, failed, current }: ImportJob): string {
  const behind = done + failed;
  if (current === null)
    return say('{behind, number} of {total, plural, one {# file} other {# files}}.', { behind, total });
  return say('{behind, number} of {total, plural, one {# file} other {# files}}. Reading {file}', {
    behind,
    total,
    file: current,
  });
}

/** The same for the status bar, where space is short. */
export function shortImportWords({ state, total, done, failed, failure }: ImportJob): string {
  switch (state) {
    case 'waiting':
    case 'running':
      return say('Import {behind, number} of {total, number}', { behind: done + failed, total });
    case 'done':
      return failed === 0 ? say('Import done') : say('Import done, {failed, number} failed', { failed });
    case 'cancelled':
      return failure === null ? say('Import cancelled') : say('Import not finished');
    case 'failed':
      return say('Import failed');
    default:
      return assertNever(state);
  }
}

/** A single imported file needs no news: the article itself shows it. */
const saysAll = ({ state, total, failed }: ImportJob): boolean =>
  state === 'done' && total === 1 && failed === 0;

const isCutShort = ({ failure }: ImportJob): boolean => failure?.code === 'job_cut_short';

/**
 * Of imports, newest first, the one to show: a running one, one that ended since, or one cut short at the last start.
 */
export function newsworthy(jobs: readonly ImportJob[], openedAt: number): ImportJob | undefined {
  const loud = jobs.filter((job) => !saysAll(job));
  return (
    jobUnderWay(jobs) ??
    loud.find(({ finishedAt }) => finishedAt !== null && finishedAt >= openedAt) ??
    loud.slice(0, 1).find(isCutShort)
  );
}

import { assertNever } from '#shared/domain/failure';
import type { ImportJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';
import { jobUnderWay } from '#shared/domain/job';

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What an import found, in one line: `812 words, 9 crossheads, 24 hashtags, 1 ad slot`. */
export function foundWords({ words, crossheads, hashtags, adSlots }: ImportSummary): string {
  return [
    counted(words, 'word', 'words'),
    counted(crossheads, 'crosshead', 'crossheads'),
    counted(hashtags.length, 'hashtag', 'hashtags'),
    counted(adSlots, 'ad slot', 'ad slots'),
  ].join(', ');
}

/** What is not in the story, in a few words. */
export function leftOutWords(leftOut: number): string {
  return leftOut === 0 ? 'Nothing was left out' : `${counted(leftOut, 'piece', 'pieces')} left out`;
}

type Counts = Pick<ImportJob, 'total' | 'done' | 'failed'>;

/** The result of an import: `3 articles imported, 1 file failed, 2 files not read`. */
export function batchWords({ total, done, failed }: Counts): string {
  const unread = total - done - failed;
  return [
    `${counted(done, 'article', 'articles')} imported`,
    ...(failed === 0 ? [] : [`${counted(failed, 'file', 'files')} failed`]),
    ...(unread === 0 ? [] : [`${counted(unread, 'file', 'files')} not read`]),
  ].join(', ');
}

/** The progress of an import: `3 of 120 files. Reading page.md`. */
export function progressWords({ total, done, failed, current }: ImportJob): string {
  const behind = `${(done + failed).toLocaleString('en')} of ${counted(total, 'file', 'files')}.`;
  return current === null ? behind : `${behind} Reading ${current}`;
}

/** The same for the status bar, where space is short. */
export function shortImportWords({ state, total, done, failed, failure }: ImportJob): string {
  switch (state) {
    case 'waiting':
    case 'running':
      return `Import ${(done + failed).toLocaleString('en')} of ${total.toLocaleString('en')}`;
    case 'done':
      return failed === 0 ? 'Import done' : `Import done, ${failed.toLocaleString('en')} failed`;
    case 'cancelled':
      return failure === null ? 'Import cancelled' : 'Import not finished';
    case 'failed':
      return 'Import failed';
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

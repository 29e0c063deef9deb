import { assertNever } from '#shared/domain/failure';
import type { ImportJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';

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

/** How an import went: `3 articles imported, 1 file failed, 2 files not read`. */
export function batchWords({ total, done, failed }: Counts): string {
  const unread = total - done - failed;
  return [
    `${counted(done, 'article', 'articles')} imported`,
    ...(failed === 0 ? [] : [`${counted(failed, 'file', 'files')} failed`]),
    ...(unread === 0 ? [] : [`${counted(unread, 'file', 'files')} not read`]),
  ].join(', ');
}

/** How far an import is: `3 of 120 files. Reading page.md`. */
export function progressWords({ total, done, failed, current }: ImportJob): string {
  const behind = `${(done + failed).toLocaleString('en')} of ${counted(total, 'file', 'files')}.`;
  return current === null ? behind : `${behind} Reading ${current}`;
}

/** The same for the status bar, where room is short. */
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

import type { ImportOutcome } from '#shared/contract/operations/imports';
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

/** How a batch went: `3 articles imported, 1 file failed`. */
export function batchWords(outcomes: readonly ImportOutcome[]): string {
  const failed = outcomes.filter((outcome) => outcome.kind === 'failed').length;
  const imported = counted(outcomes.length - failed, 'article', 'articles');
  return failed === 0
    ? `${imported} imported`
    : `${imported} imported, ${counted(failed, 'file', 'files')} failed`;
}

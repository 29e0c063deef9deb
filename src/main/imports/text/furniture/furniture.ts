import type { LeftOutReason } from '#shared/domain/importReport';
import type { PhraseMatch } from '../phrases';

/** One kind of a page's furniture: what a site prints around its stories. */
export interface Furniture {
  readonly reason: LeftOutReason;
  /** Lines longer than this are never of the kind; UTF-16 code units. */
  readonly longest: number;
  readonly match: (line: string, bare: string) => PhraseMatch | null;
}

import type { Policy } from '#shared/domain/policy';
import { countArticles } from './store/articles/articleList';
import { getSettings } from './store/settings';
import type { Reader } from './store/store';

/** The switch of a start that offers no tour. */
export const SKIP_TOUR = '--skip-tour';

interface Start {
  readonly argv: readonly string[];
  /** Whether it was asked to open a file or an address: on its command line, or by the system. */
  readonly opensSomething: boolean;
  readonly isSample: boolean;
}

/** Whether a start may offer the tour: not where it was asked to open something, nor on the sample desk. */
export const mayOfferTour = ({ argv, opensSomething, isSample }: Start): boolean =>
  !isSample && !opensSomething && !argv.includes(SKIP_TOUR);

/**
 * Whether the tour is due in a store: nobody worked in it yet, and nobody finished or skipped the tour. No article ever
 * leaves a store, the trash keeps it; where a damaged store lost some, its recovery switched the tour off.
 */
export function isTourDue(reader: Reader, policy: Policy): boolean {
  const { all, trash } = countArticles(reader).views;
  return all + trash === 0 && getSettings(reader, policy).firstTour;
}

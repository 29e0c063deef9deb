import type { Policy } from '#shared/domain/policy';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { countArticles } from './store/articles/articleList';
import { getSettings } from './store/settings';
import type { Store } from './store/store';

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
 * Whether the tour is due in a store: it is new, and was not brought back; it has no article, in the trash neither; and
 * nobody finished or skipped it.
 */
export function isTourDue(store: Store, policy: Policy, notices: readonly StoreNotice[]): boolean {
  if (notices.some(({ kind }) => kind === 'recovered')) return false;
  const { all, trash } = countArticles(store).views;
  return all + trash === 0 && getSettings(store, policy).firstTour;
}

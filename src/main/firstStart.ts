import type { Policy } from '#shared/domain/policy';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { countArticles } from './store/articles/articleList';
import { getSettings } from './store/settings';
import type { Store } from './store/store';

/** The switch of a start that offers no tour. */
export const SKIP_TOUR = '--skip-tour';

interface Start {
  readonly argv: readonly string[];
  /** What it was asked to open: absolute paths and addresses. */
  readonly opens: readonly string[];
  readonly isSample: boolean;
}

/** Whether a start may offer the tour: not where it was asked to open something, nor on the sample desk. */
export const mayOfferTour = ({ argv, opens, isSample }: Start): boolean =>
  !isSample && opens.length === 0 && !argv.includes(SKIP_TOUR);

/**
 * Whether the tour is due in a store: it is new, and was not brought back; it has no article, in the trash neither; and
 * nobody finished or skipped it.
 */
export function isTourDue(store: Store, policy: Policy, notices: readonly StoreNotice[]): boolean {
  if (notices.some(({ kind }) => kind === 'recovered')) return false;
  const { all, trash } = countArticles(store).views;
  return all + trash === 0 && getSettings(store, policy).firstTour;
}

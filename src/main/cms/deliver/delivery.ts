import type { Id } from '#shared/domain/id';
import type { Store } from '../../store/store';
import type { CmsAdapter } from '../adapter';
import type { SentOnce } from './once';

/** One article on its way to one site. */
export interface Delivery {
  readonly store: Store;
  readonly adapter: CmsAdapter;
  readonly sentOnce: SentOnce;
  readonly articleId: Id;
  readonly accountId: Id;
  /** The state of the site's post that the user chose to overwrite, see `stateOf`. */
  readonly seen: string | null;
  /** The holds on the article when a reason was given to override them. */
  readonly overridden: readonly string[];
}

import type { Outbox } from '../cms/deliver/outbox';
import { articleRowsOf } from '../store/articles/articleList';
import { getAccount } from '../store/cms/accounts';
import type { Reader } from '../store/store';
import type { AppWindows } from '../windows/appWindows';
import { showNotification } from '../windows/notification';
import { type Attention, type Sent, createAttention } from './attention';
import type { Opener } from './opener';

interface Surroundings {
  readonly store: Reader;
  readonly links: Outbox['links'];
  readonly windows: Pick<AppWindows, 'hasFocus'>;
  readonly opener: Pick<Opener, 'openSites' | 'openJob'>;
}

/** Tells by notifications of the system what needs a person while they are elsewhere. */
export function attentionOver({ store, links, windows, opener }: Surroundings): Attention {
  /** Null where the store cannot be read, which is told otherwise. */
  const sentOf = (articleId: string): Sent | null => {
    try {
      const [row] = articleRowsOf(store, [articleId]);
      if (row === undefined) return null;
      const site = (accountId: string): string => getAccount(store, accountId).name;
      const sent = links(articleId).map(({ accountId, state }) => ({ state, site: site(accountId) }));
      return { headline: row.headline, links: sent };
    } catch {
      return null;
    }
  };
  return createAttention({
    hasFocus: windows.hasFocus,
    sentOf,
    notify: showNotification,
    follow: (lead) => (lead.kind === 'job' ? opener.openJob(lead.job) : opener.openSites(lead.articleId)),
  });
}

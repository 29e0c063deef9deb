import type { Id } from '#shared/domain/id';
import { type Keyring, type Secrets, createSecrets } from '../cms/credentials';
import { type Outbox, createOutbox } from '../cms/deliver/outbox';
import type { Report } from '../log';
import { countWaiting } from '../store/cms/outbox';
import type { Store } from '../store/store';
import type { Publish } from '../windows/publish';
import type { ArticleChanges } from './articleChanges';
import { createNetworkWatch } from './networkWatch';
import { type SyncScheduler, createScheduler } from './syncScheduler';

/** What takes articles to sites: the outbox, the secrets, and the scheduler that sends. */
export interface Sync extends SyncScheduler {
  readonly outbox: Outbox;
  readonly secrets: Secrets;
  readonly state: () => { readonly online: boolean; readonly waiting: number };
  /** Tells the windows the sync state of these articles. */
  readonly tell: (articleIds: readonly Id[]) => void;
}

interface Surroundings {
  readonly store: Store;
  readonly keyring: Keyring;
  /** The network as the system reports it, at once. */
  readonly online: () => boolean;
  /** How sites are reached. */
  readonly fetch: typeof fetch;
  readonly publish: Publish;
  readonly changes: Pick<ArticleChanges, 'tell'>;
  readonly report: Report;
  /** Hears of the articles whose state on a site may have changed. */
  readonly onSent: (articleIds: readonly Id[]) => void;
  /** Hears each time that the outbox has tried everything due. */
  readonly outboxRested: () => void;
}

export function startSync({ store, keyring, online, fetch, ...telling }: Surroundings): Sync {
  const { publish, changes, report, onSent, outboxRested: rested } = telling;
  const secrets = createSecrets(store, keyring);
  const network = createNetworkWatch(online);
  const state: Sync['state'] = () => ({ online: network.isOnline(), waiting: countWaiting(store) });
  const tell: Sync['tell'] = (articleIds) => {
    publish('cms.changed', state());
    changes.tell(articleIds, null);
    onSent(articleIds);
  };
  const outbox = createOutbox({
    store,
    secrets,
    fetch,
    online: network.isOnline,
    onChange: tell,
    onTrouble: (thrown) => report('outbox', thrown),
  });
  const scheduler = createScheduler({
    outbox,
    network,
    tell: () => tell([]),
    rested,
    now: store.now,
    report,
  });
  return { ...scheduler, outbox, secrets, state, tell };
}

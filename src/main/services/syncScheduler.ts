import type { Secrets } from '../cms/credentials';
import type { Outbox } from '../cms/deliver/outbox';
import type { ArticleChanges } from './articleChanges';
import type { Publish } from '../windows/publish';
import type { Report } from '../log';
import { watchNetwork } from './networkWatch';

/** The longest that the scheduler sleeps, so that a changed clock or a put-off timer never holds a post back. */
const LONGEST_SLEEP = 60_000;

/** Takes the outbox's posts to their sites when they are due and there is a network. */
export interface SyncScheduler {
  readonly outbox: Outbox;
  readonly secrets: Secrets;
  readonly state: () => { readonly online: boolean; readonly waiting: number };
  /** Sends what is due; to be called when something was put in the outbox. */
  readonly send: () => void;
  /** Sends also what got no answer before, without waiting any longer. */
  readonly hurry: () => void;
  /** Tells the windows how it stands with these articles. */
  readonly tell: (articleIds: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly outbox: (online: () => boolean, onChange: (articleIds: readonly string[]) => void) => Outbox;
  readonly secrets: Secrets;
  /** What the system says of the network, at once. */
  readonly online: () => boolean;
  readonly now: () => number;
  readonly publish: Publish;
  readonly changes: ArticleChanges;
  readonly report: Report;
}

/** Work that a timer or a start waits for: what it throws is reported and holds up nothing. */
function trying(work: () => void, report: Report): void {
  try {
    work();
  } catch (thrown) {
    report('outbox', thrown);
  }
}

export function createScheduler({ secrets, online, now, publish, report, ...rest }: Options): SyncScheduler {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let asked = false;
  let sending: Promise<void> | null = null;

  const tell = (articleIds: readonly string[]): void => {
    publish('cms.changed', state());
    rest.changes.tell(articleIds, null);
  };
  const network = watchNetwork(online, (isBack) => {
    trying(() => tell([]), report);
    if (isBack) hurry();
  });
  const outbox = rest.outbox(network.isOnline, tell);
  const state = () => ({ online: network.isOnline(), waiting: outbox.waiting() });

  const sendIn = (ms: number): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(send, Math.min(Math.max(ms, 0), LONGEST_SLEEP));
  };
  const round = async (): Promise<void> => {
    asked = false;
    const next = await outbox.run();
    if (asked && !closed) await round();
    else if (next !== null) sendIn(next - now());
  };
  const send = (): void => {
    if (closed) return;
    asked = true;
    sending ??= round()
      .catch((thrown: unknown) => {
        report('outbox', thrown);
        sendIn(LONGEST_SLEEP);
      })
      .finally(() => {
        sending = null;
      });
  };
  const hurry = (): void => {
    trying(outbox.wake, report);
    send();
  };

  const close = async (): Promise<void> => {
    closed = true;
    network.stopWatching();
    clearTimeout(timer);
    await outbox.close();
    await sending;
  };
  return { outbox, secrets, state, send, hurry, tell, close };
}

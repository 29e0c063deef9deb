import type { Outbox } from '../cms/deliver/outbox';
import type { Report } from '../log';
import type { NetworkWatch } from './networkWatch';

/** The longest that the scheduler sleeps, so that a changed clock or a delayed timer never holds a post back. */
const LONGEST_SLEEP = 60_000;

/** Takes the outbox's posts to their sites when they are due and there is a network. */
export interface SyncScheduler {
  /** Sends what is due; call it when something was put in the outbox. */
  readonly send: () => void;
  /** Also sends what got no answer before, without waiting any longer. */
  readonly hurry: () => void;
  /** Whether something is on its way to a site now. */
  readonly isSending: () => boolean;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly outbox: Pick<Outbox, 'run' | 'wake' | 'close'>;
  readonly network: Pick<NetworkWatch, 'onChange'>;
  /** Tells the windows that the network went or came back. */
  readonly tell: () => void;
  /** Hears each time that everything due was tried. */
  readonly rested: () => void;
  readonly now: () => number;
  readonly report: Report;
}

/** Work that a timer or a start waits for: what it throws is reported and delays nothing. */
function trying(work: () => void, report: Report): void {
  try {
    work();
  } catch (thrown) {
    report('outbox', thrown);
  }
}

export function createScheduler({ outbox, network, tell, rested, now, report }: Options): SyncScheduler {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let asked = false;
  let sending: Promise<void> | null = null;

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
        if (closed) return;
        // Asked for when the last round was over already, and nobody had heard that yet.
        if (asked) send();
        else trying(rested, report);
      });
  };
  const hurry = (): void => {
    trying(outbox.wake, report);
    send();
  };

  const stopWatching = network.onChange((isBack) => {
    trying(tell, report);
    if (isBack) hurry();
  });
  const close = async (): Promise<void> => {
    closed = true;
    stopWatching();
    clearTimeout(timer);
    await outbox.close();
    await sending;
  };
  return { send, hurry, isSending: () => sending !== null, close };
}

import { say } from '#shared/language/say';
import type { Report } from '../log';
import type { NotificationWords } from './notification';

/** How things are where no window is open. */
interface Standing {
  readonly platform: NodeJS.Platform;
  /** The setting `keepRunning`. */
  readonly isWished: boolean;
  /** How many articles go to sites without anybody's doing. */
  readonly waiting: number;
}

/** What the app does without a window. On macOS it outlives its windows, until somebody quits it. */
export function withoutWindow({ platform, isWished, waiting }: Standing): 'stays' | 'waits' | 'ends' {
  if (platform === 'darwin') return 'stays';
  return isWished && waiting > 0 ? 'waits' : 'ends';
}

/** The app while it has no window. */
export interface Background {
  readonly lastWindowClosed: () => void;
  /** The outbox has done what was due. */
  readonly outboxRested: () => void;
  /** A window opens, or the app quits. */
  readonly over: () => void;
}

interface Needs {
  readonly platform: NodeJS.Platform;
  readonly isWished: () => boolean;
  /** How many articles go to sites without anybody's doing; may throw. */
  readonly waiting: () => number;
  /** Returns the function that takes the notification away. */
  readonly notify: (words: NotificationWords, onClick: () => void) => () => void;
  readonly openWindow: () => void;
  readonly quit: () => void;
  readonly report: Report;
}

/** Ends the app with its last window, or, where that is wished, once what waits in the outbox has gone. */
export function createBackground({
  platform,
  isWished,
  notify,
  openWindow,
  quit,
  ...needs
}: Needs): Background {
  /** Of the notification, while the app waits without a window. */
  let takeAway: (() => void) | null = null;

  /** What cannot be read keeps nothing running: the store has it at the next start. */
  const waiting = (): number => {
    try {
      return needs.waiting();
    } catch (thrown) {
      needs.report('outbox', thrown);
      return 0;
    }
  };
  const over = (): void => {
    takeAway?.();
    takeAway = null;
  };
  return {
    lastWindowClosed: () => {
      const standing = { platform, isWished: isWished(), waiting: waiting() };
      const next = withoutWindow(standing);
      if (next === 'waits') takeAway = notify(staysOpen(standing.waiting), openWindow);
      if (next === 'ends') quit();
    },
    outboxRested: () => {
      if (takeAway === null) return;
      if (withoutWindow({ platform, isWished: isWished(), waiting: waiting() }) !== 'ends') return;
      over();
      quit();
    },
    over,
  };
}

const staysOpen = (count: number): NotificationWords => ({
  title: say('Nutgraf stays open in the background'),
  body: say(
    '{count, plural, one {# article waits to be sent. Nutgraf quits by itself once it has gone. Click to open a window.} other {# articles wait to be sent. Nutgraf quits by itself once they have gone. Click to open a window.}}',
    { count },
  ),
});

import type { Policy } from '#shared/domain/policy';
import { app } from 'electron';
import type { Store } from '../store/store';
import type { AppWindows } from '../windows/appWindows';
import { firstReadHandlers, firstReads } from './handlers/firstReads';
import { type Answering, holdCalls } from './heldCalls';
import { serve } from './serve';

/** ms after which the rest of the app is loaded though no window has asked for anything that needs it. */
const PATIENCE = 3000;

interface FirstAnswers {
  readonly store: Store;
  readonly policy: Policy;
  readonly windows: AppWindows;
  readonly origin: string;
}

/** A first read that fails waits for those who watch the store and the disk, and report: it is done again by them. */
const answerFirstReads = ({ store, policy, windows, origin }: FirstAnswers): Answering =>
  serve({
    rooms: firstReads,
    handlers: firstReadHandlers(store, policy),
    ownWindows: windows.windowOf,
    origin,
    report: () => undefined,
    failed: (failure) => failure,
  });

/** When the rest is asked for: by the first call that needs it, by a quit, and in time where no page ever calls. */
function askedFor(): { readonly asked: Promise<void>; readonly ask: () => void } {
  let ask = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  app.once('before-quit', ask);
  setTimeout(ask, PATIENCE);
  return { asked, ask };
}

/**
 * Answers what a window asks first, and holds everything else until there is who answers it.
 *
 * @returns when the rest is asked for, and how to tell who answers from then on
 */
export function answerFirstCalls(needs: FirstAnswers): {
  readonly asked: Promise<void>;
  readonly answerCalls: (answering: Answering) => void;
} {
  const { asked, ask } = askedFor();
  return { asked, answerCalls: holdCalls(answerFirstReads(needs), ask) };
}

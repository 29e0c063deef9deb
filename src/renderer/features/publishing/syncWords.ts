import { relativeTime } from '#renderer/base/time/relativeTime';
import type { SyncState } from '#shared/domain/cmsAccount';
import { assertNever } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';

export interface SyncWords {
  readonly tone: 'quiet' | 'ok' | 'warn' | 'bad';
  readonly text: string;
}

function waitingWords(state: Extract<SyncState, { kind: 'waiting' }>, online: boolean): SyncWords {
  if (!online)
    return { tone: 'warn', text: 'Offline. It waits here, safe, and goes when the network is back.' };
  if (state.failure !== null)
    return { tone: 'warn', text: `${state.failure.message} It is tried again by itself.` };
  return { tone: 'quiet', text: 'Waits to be sent.' };
}

/** How an article stands with one site, as a sentence: what is true, what is safe, what happens next. */
export function syncWords(state: SyncState, online: boolean, now: Time): SyncWords {
  switch (state.kind) {
    case 'never':
      return { tone: 'quiet', text: 'Not sent yet.' };
    case 'waiting':
      return waitingWords(state, online);
    case 'sending':
      return { tone: 'quiet', text: 'Is being sent…' };
    case 'synced':
      return state.changedSince
        ? { tone: 'quiet', text: `Sent ${relativeTime(state.at, now)}. Changed here since.` }
        : { tone: 'ok', text: `Sent ${relativeTime(state.at, now)}. The site has this text.` };
    case 'conflict':
      return {
        tone: 'warn',
        text: 'Changed here and on the site since both last agreed. Nothing was sent, nothing was overwritten.',
      };
    case 'failed':
      return { tone: 'bad', text: state.failure.message };
    default:
      return assertNever(state);
  }
}

/** How all sites stand, in the few words of the rail and the status bar. */
export function outboxWords({
  online,
  waiting,
}: {
  readonly online: boolean;
  readonly waiting: number;
}): string {
  const changes = `${waiting.toLocaleString('en')} ${waiting === 1 ? 'change waits' : 'changes wait'}`;
  if (online) return waiting === 0 ? 'Online' : `Online, ${changes}`;
  return waiting === 0 ? 'Offline' : `Offline, ${changes}`;
}

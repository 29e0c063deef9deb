import { relativeTime } from '#renderer/base/time';
import type { SyncState, CmsLink, CmsAccountRow } from '#shared/domain/cmsAccount';
import { assertNever } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';

/** A site's name in a sentence: its title, or else its host. */
export function siteName({ name, url }: Pick<CmsAccountRow, 'name' | 'url'>): string {
  return name || (URL.parse(url)?.host ?? url);
}

interface SyncWords {
  readonly tone: 'quiet' | 'ok' | 'warn' | 'bad';
  readonly text: string;
}

function waitingWords(state: Extract<SyncState, { kind: 'waiting' }>, online: boolean): SyncWords {
  if (!online)
    return { tone: 'warn', text: 'Offline. It is safe here, and goes out when the network is back.' };
  if (state.failure !== null)
    return { tone: 'warn', text: `${state.failure.message} Nutgraf will try again automatically.` };
  return { tone: 'quiet', text: 'Waiting to be sent.' };
}

/** An article's state on one site, as a sentence: what is true, what is safe, what happens next. */
export function syncWords(state: SyncState, online: boolean, now: Time): SyncWords {
  switch (state.kind) {
    case 'never':
      return { tone: 'quiet', text: 'Not sent yet.' };
    case 'waiting':
      return waitingWords(state, online);
    case 'sending':
      return { tone: 'quiet', text: 'Sending…' };
    case 'synced':
      return state.changedSince
        ? { tone: 'quiet', text: `Sent ${relativeTime(state.at, now)}. Changed here since.` }
        : { tone: 'ok', text: `Sent ${relativeTime(state.at, now)}. The site has this text.` };
    case 'conflict':
      return {
        tone: 'warn',
        text: 'Changed both here and on the site since the last send. Nothing was sent, and nothing was overwritten.',
      };
    case 'failed':
      return { tone: 'bad', text: state.failure.message };
    default:
      return assertNever(state);
  }
}

/** The state of all sites, in the few words of the rail and the status bar. */
export function outboxWords({
  online,
  waiting,
}: {
  readonly online: boolean;
  readonly waiting: number;
}): string {
  const changes = `${waiting.toLocaleString('en')} ${waiting === 1 ? 'change waiting' : 'changes waiting'}`;
  if (online) return waiting === 0 ? 'Online' : `Online, ${changes}`;
  return waiting === 0 ? 'Offline' : `Offline, ${changes}`;
}

/** The notice that a site has extra posts for an article: how it happened, what is safe, and what to do. */
export function doubleWords({ remoteId, doubles }: Pick<CmsLink, 'remoteId' | 'doubles'>): string {
  const [one, others] = [doubles.length === 1, doubles.map((post) => `number ${post.remoteId}`).join(', ')];
  return [
    `The site has ${one ? 'a second post' : 'more posts'} for this article: ${others}.`,
    'A send was repeated because the site’s answer was lost, and the site seems to have accepted it each time.',
    'Your text is safe here.',
    ...(remoteId === null ? [] : [`Nutgraf keeps using post number ${remoteId}.`]),
    `Open the ${one ? 'second one' : 'others'} on the site, make sure nobody has worked on ${one ? 'it' : 'them'}, and delete ${one ? 'it' : 'them'} there: Nutgraf never deletes anything on a site.`,
    'This notice disappears at the next send after that.',
  ].join(' ');
}

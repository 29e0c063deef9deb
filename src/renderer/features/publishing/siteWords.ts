import { relativeTime } from '#renderer/base/time';
import type { SyncState, CmsLink, CmsAccountRow } from '#shared/domain/cmsAccount';
import { assertNever } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { listed } from '#shared/language/formats';

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
    return { tone: 'warn', text: say('Offline. It is safe here, and goes out when the network is back.') };
  if (state.failure !== null)
    return {
      tone: 'warn',
      text: say('{reason} Nutgraf will try again automatically.', { reason: state.failure.message }),
    };
  return { tone: 'quiet', text: say('Waiting to be sent.') };
}

/** An article's state on one site, as a sentence: what is true, what is safe, what happens next. */
export function syncWords(state: SyncState, online: boolean, now: Time): SyncWords {
  switch (state.kind) {
    case 'never':
      return { tone: 'quiet', text: say('Not sent yet.') };
    case 'waiting':
      return waitingWords(state, online);
    case 'sending':
      return { tone: 'quiet', text: say('Sending…') };
    case 'synced':
      return state.changedSince
        ? {
            tone: 'quiet',
            text: say('Sent {time}. Changed here since.', { time: relativeTime(state.at, now) }),
          }
        : {
            tone: 'ok',
            text: say('Sent {time}. The site has this text.', { time: relativeTime(state.at, now) }),
          };
    case 'conflict':
      return {
        tone: 'warn',
        text: say(
          'Changed both here and on the site since the last send. Nothing was sent, and nothing was overwritten.',
        ),
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
  if (online)
    return say(
      '{waiting, plural, =0 {Online} one {Online, # change waiting} other {Online, # changes waiting}}',
      { waiting },
    );
  return say(
    '{waiting, plural, =0 {Offline} one {Offline, # change waiting} other {Offline, # changes waiting}}',
    { waiting },
  );
}

/** The notice that a site has extra posts for an article: how it happened, what is safe, and what to do. */
export function doubleWords({ remoteId, doubles }: Pick<CmsLink, 'remoteId' | 'doubles'>): string {
  const count = doubles.length;
  const numbers = listed(doubles.map((post) => say('number {number}', { number: post.remoteId })));
  return [
    say(
      '{count, plural, one {The site has a second post for this article: {numbers}.} other {The site has more posts for this article: {numbers}.}}',
      { count, numbers },
    ),
    say(
      'A send was repeated because the site’s answer was lost, and the site seems to have accepted it each time.',
    ),
    say('Your text is safe here.'),
    ...(remoteId === null ? [] : [say('Nutgraf keeps using post number {number}.', { number: remoteId })]),
    say(
      '{count, plural, one {Open the second one on the site, make sure nobody has worked on it, and delete it there: Nutgraf never deletes anything on a site.} other {Open the others on the site, make sure nobody has worked on them, and delete them there: Nutgraf never deletes anything on a site.}}',
      { count },
    ),
    say('This notice disappears at the next send after that.'),
  ].join(' ');
}

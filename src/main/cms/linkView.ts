import type { ArticleRow } from '#shared/domain/article';
import type { CmsLink, DoublePost, SyncState } from '#shared/domain/cmsAccount';
import { assertNever, type Failure } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { versionOf } from '../store/articles/articleRecord';
import { setSync } from '../store/articles/articles';
import { getLink, type LinkRecord, placeOf, placesOf } from '../store/cms/links';
import type { Reader, Store } from '../store/store';
import { getEntry, type OutboxEntry } from '../store/cms/outbox';
import { type Standing, standingOf } from './deliver/link';
import { repeatsOf } from '../store/cms/repeats';
import { toldFailure } from '../store/safety/recoveryMark';

/** An article's link to one site, as a window shows it. */
export function linkView(reader: Reader, articleId: Id, accountId: Id, now: Time): CmsLink {
  const known = knownLink(reader, articleId, accountId);
  const link = 'failure' in known ? null : known.link;
  const place = placeOf(link);
  const entry = getEntry(reader, articleId, accountId);
  return {
    articleId,
    accountId,
    ...place,
    state: entry ? waitingState(entry, now) : restingState(known, versionOf(reader, articleId)),
    alterations: link?.alterations ?? [],
    doubles: doublesOf(reader, articleId, accountId, place.remoteId),
  };
}

/** Extra posts of the article on the site, as they were last seen there. */
export function doublesOf(
  reader: Reader,
  articleId: Id,
  accountId: Id,
  own: string | null,
): readonly DoublePost[] {
  return repeatsOf(reader, articleId, accountId)
    .flatMap(({ doubles }) => doubles)
    .filter(({ remoteId }) => remoteId !== own);
}

type KnownLink = { readonly link: LinkRecord | null } | { readonly failure: Failure };

/** A link that cannot be read says so in its place, and hides no other. */
function knownLink(reader: Reader, articleId: Id, accountId: Id): KnownLink {
  try {
    return { link: getLink(reader, articleId, accountId) };
  } catch (thrown) {
    return { failure: toldFailure(reader.folder, thrown) };
  }
}

/** For every site that the article was sent to or is waiting for. */
export function linkViews(reader: Reader, articleId: Id, now: Time): readonly CmsLink[] {
  return placesOf(reader, articleId).map((accountId) => linkView(reader, articleId, accountId, now));
}

function waitingState(
  { claimedUntil, stopped, failure, attempts, nextAttemptAt }: OutboxEntry,
  now: Time,
): SyncState {
  if (claimedUntil > now) return { kind: 'sending' };
  if (stopped && failure) return { kind: 'failed', failure };
  return { kind: 'waiting', attempts, nextAttemptAt, failure };
}

function restingState(known: KnownLink, version: number): SyncState {
  if ('failure' in known) return { kind: 'failed', failure: known.failure };
  const standing: Standing = known.link ? standingOf(known.link) : { kind: 'unsent' };
  switch (standing.kind) {
    case 'unsent':
      return { kind: 'never' };
    case 'agreed':
      return { kind: 'synced', at: standing.at, changedSince: standing.version !== version };
    case 'conflict': {
      const { at, differences } = standing.conflict;
      return { kind: 'conflict', at, differences };
    }
    default:
      return assertNever(standing);
  }
}

type SyncMark = ArticleRow['sync'];

/** Of several sites, the one that most needs the user determines the article's mark in the list. */
const urgency: readonly SyncMark[] = ['conflict', 'failed', 'waiting', 'changed', 'synced'];

const markOf = (state: SyncState): SyncMark => {
  switch (state.kind) {
    case 'never':
      return 'none';
    case 'sending':
    case 'waiting':
      return 'waiting';
    case 'synced':
      return state.changedSince ? 'changed' : 'synced';
    case 'conflict':
    case 'failed':
      return state.kind;
    default:
      return assertNever(state);
  }
};

/** Writes the mark that the list shows. */
export function markSync(store: Store, articleId: Id): void {
  const marks = new Set(linkViews(store, articleId, store.now()).map(({ state }) => markOf(state)));
  setSync(store, articleId, urgency.find((mark) => marks.has(mark)) ?? 'none');
}

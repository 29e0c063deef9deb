import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { getArticle } from '../../store/articles/articles';
import { getLink, placeOf, removeLink } from '../../store/cms/links';
import { queue } from '../../store/cms/outbox';
import { write } from '../../store/sql/write';
import { keepRevision } from '../../store/articles/revisions';
import { changedFields } from '../compare/comparison';
import { recordConflict, recordGone, stateOf } from '../compare/conflict';
import type { Delivery } from './delivery';
import { baseOf } from './link';
import { sentOnce } from './once';
import { outgoing } from './outgoing';
import { pull } from './pull';
import { SiteFailure } from '../siteFailure';

type Place = Pick<Delivery, 'store' | 'articleId' | 'accountId'>;

/** Lets the next send overwrite what was seen, and nothing newer. Throws NutgrafError `no_conflict`. */
export function settleWithOurs({ store, articleId, accountId }: Place): void {
  const seen = seenState({ store, articleId, accountId });
  write(store, () => {
    keepRevision(store, articleId, 'send');
    queue(store, articleId, accountId, { seen });
  });
}

/**
 * Takes the site's text; a post that is gone from the site is forgotten, and the article stays. If the site changed
 * again since the conflict was shown, that is a new conflict and nothing is taken.
 */
export async function settleWithTheirs(
  place: Place,
  connect: () => Promise<Delivery['adapter']>,
): Promise<void> {
  const { store, articleId, accountId } = place;
  const seen = seenState(place);
  if (seen === 'trashed' || seen === 'deleted') {
    removeLink(store, articleId, accountId);
    return;
  }
  const adapter = await connect();
  await takeIn({ ...place, adapter, sentOnce: sentOnce(store, accountId), seen, overridden: [] });
}

async function takeIn(delivery: Delivery): Promise<void> {
  const { store, adapter, articleId, accountId, seen } = delivery;
  const link = getLink(store, articleId, accountId);
  const { remoteId } = placeOf(link);
  if (link === null || remoteId === null) throw noConflict();
  const ours = outgoing(store, getArticle(store, articleId));
  try {
    const remote = await adapter.read(remoteId);
    if (stateOf(remote.snapshot) === seen) return await pull(delivery, link, remote);
    const changed = changedFields(baseOf(link, remote), remote.snapshot);
    await recordConflict(delivery, link, ours, remote, changed);
  } catch (error) {
    if (!(error instanceof SiteFailure) || error.code !== 'cms_gone') throw error;
    recordGone(delivery, ours, error.facts.trashed ? 'trashed' : 'deleted');
  }
}

function seenState({ store, articleId, accountId }: Place): string {
  const conflict = getLink(store, articleId, accountId)?.conflict;
  if (!conflict) throw noConflict();
  return conflict.seen;
}

const noConflict = (): NutgrafError =>
  new NutgrafError('no_conflict', say('There is no conflict with this site any more.'));

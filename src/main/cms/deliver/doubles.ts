import type { Time } from '#shared/domain/id';
import { getLink, placeOf } from '../../store/cms/links';
import { changeRepeat, dropRepeat, keepRepeat, type Repeat, repeatsOf } from '../../store/cms/repeats';
import type { Store } from '../../store/store';
import type { CmsAdapter } from '../adapter';
import type { Delivery } from './delivery';

const MINUTE = 60_000;
/** How long after the second request a site may still create the first post. */
const LATEST = 24 * 60 * MINUTE;

/** Intervals as long as the time that has passed already: after one minute, two, four, until a day is over. */
const nextLookAt = (sentAt: Time, now: Time): Time => now + Math.min(Math.max(now - sentAt, MINUTE), LATEST);

/**
 * Notes, before a post is requested again, that the site may create both. A look cannot tell "never" from "not yet":
 * so the site is checked again later, and a second post is reported. Nothing is ever deleted there.
 */
export function noteRepeat({ store, articleId, accountId }: Delivery, mark: string): void {
  const sentAt = store.now();
  keepRepeat(store, { articleId, accountId, mark, sentAt, lookAt: nextLookAt(sentAt, sentAt), doubles: [] });
}

/** Looks for extra posts of an article, if there may be any: after each send, so that the notice stays true. */
export async function lookForDoubles({ store, adapter, articleId, accountId }: Delivery): Promise<void> {
  for (const repeat of repeatsOf(store, articleId, accountId)) await look(store, adapter, repeat);
}

/** Throws what the site throws; then it is looked for again later, as always until a day is over. */
export async function look(store: Store, adapter: CmsAdapter, repeat: Repeat): Promise<void> {
  const { articleId, accountId, mark, sentAt } = repeat;
  putOff(store, repeat);
  const marked = await adapter.findAll(mark);
  const link = getLink(store, articleId, accountId);
  const { remoteId: own } = placeOf(link);
  if (link?.mark === mark && own === null) return;
  const doubles = marked.filter(({ remoteId }) => remoteId !== own);
  const isOver = store.now() - sentAt >= LATEST;
  if (isOver && doubles.length === 0) dropRepeat(store, repeat);
  else changeRepeat(store, repeat, { doubles, lookAt: isOver ? null : nextLookAt(sentAt, store.now()) });
}

/** To a later time, with what was found before. */
export function putOff(store: Store, repeat: Repeat): void {
  if (repeat.lookAt === null) return;
  const { doubles, sentAt } = repeat;
  changeRepeat(store, repeat, { doubles, lookAt: nextLookAt(sentAt, store.now()) });
}

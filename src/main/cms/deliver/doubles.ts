import type { Time } from '#shared/domain/id';
import { getLink } from '../../store/cms/links';
import { changeRepeat, dropRepeat, keepRepeat, type Repeat, repeatsOf } from '../../store/cms/repeats';
import type { Store } from '../../store/store';
import type { CmsAdapter } from '../adapter';
import type { Delivery } from './delivery';

const MINUTE = 60_000;
/** So long after it was asked twice a site may still come with the first post. */
const LATEST = 24 * 60 * MINUTE;

/** As far between as the time that has passed already: after one minute, two, four, until a day is over. */
const nextLookAt = (sentAt: Time, now: Time): Time => now + Math.min(Math.max(now - sentAt, MINUTE), LATEST);

/**
 * Notes, before a post is asked for again, that the site may make both. A look cannot tell "never" from "not yet":
 * so the site is looked at later, and a second post is told. Nothing is ever deleted there.
 */
export function noteRepeat({ store, articleId, accountId }: Delivery, mark: string): void {
  const sentAt = store.now();
  keepRepeat(store, { articleId, accountId, mark, sentAt, lookAt: nextLookAt(sentAt, sentAt), doubles: [] });
}

/** Looks for second posts of an article's own, where one may be: after each send, so that what is told stays true. */
export async function lookForDoubles({ store, adapter, articleId, accountId }: Delivery): Promise<void> {
  for (const repeat of repeatsOf(store, articleId, accountId)) await look(store, adapter, repeat);
}

/** Throws what the site throws; it is looked for again later then, as it is until a day is over. */
export async function look(store: Store, adapter: CmsAdapter, repeat: Repeat): Promise<void> {
  const { articleId, accountId, mark, sentAt } = repeat;
  putOff(store, repeat);
  const marked = await adapter.findAll(mark);
  const link = getLink(store, articleId, accountId);
  if (link?.mark === mark && link.remoteId === null) return;
  const doubles = marked.filter(({ remoteId }) => remoteId !== link?.remoteId);
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

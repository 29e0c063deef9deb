import { changeLink, type LinkRecord } from '../../store/cms/links';
import type { Delivery } from './delivery';
import { afterEvent, type LinkEvent } from './link';

/**
 * The one writer of links: applies an event to the stored link, commits it, and returns the result. Throws
 * NutgrafError `link_damaged`.
 */
export function writeLink(
  { store, articleId, accountId }: Pick<Delivery, 'store' | 'articleId' | 'accountId'>,
  event: LinkEvent,
): LinkRecord {
  return changeLink(store, articleId, accountId, (link) => afterEvent(link, event));
}

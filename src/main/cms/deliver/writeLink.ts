import { changeLink, getLink, type LinkRecord } from '../../store/cms/links';
import type { Delivery } from './delivery';
import { afterEvent, type LinkEvent } from './link';

/**
 * The one writer of links: commits what an event makes of the link as the store has it, and answers with that. Throws
 * NutgrafError `link_damaged`.
 */
export function writeLink(
  { store, articleId, accountId }: Pick<Delivery, 'store' | 'articleId' | 'accountId'>,
  event: LinkEvent,
): LinkRecord {
  const before = getLink(store, articleId, accountId);
  if (before === null) throw new Error('the link is not in the store');
  const fields = Object.entries(afterEvent(before, event));
  const changed = fields.filter(([field, value]) => before[field as keyof LinkRecord] !== value);
  return changeLink(store, articleId, accountId, Object.fromEntries(changed));
}

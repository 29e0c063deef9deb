import { secretField } from '#shared/domain/cmsKindWords';
import type { AccountIdentity } from '../store/cms/accounts';
import type { CmsAdapter, Connection } from './adapter';

/**
 * An account's site, with the account's secret. An adapter and its parsers are loaded at the first contact with a
 * site: no window waits for them.
 */
export async function adapterFor(
  { kind, url, fields }: AccountIdentity,
  secret: string,
  connection: Connection,
): Promise<CmsAdapter> {
  const { adapters } = await import('./adapters');
  const credentials = { ...fields, [secretField(kind).key]: secret };
  return adapters[kind]({ url, credentials }, connection);
}

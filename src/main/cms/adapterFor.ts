import { secretField } from '#shared/domain/cmsKindWords';
import type { AccountIdentity } from '../store/cms/accounts';
import type { CmsAdapter, Connection } from './adapter';
import { adapters } from './adapters';

/** The way to an account's site, with the account's secret. */
export function adapterFor(
  { kind, url, fields }: AccountIdentity,
  secret: string,
  connection: Connection,
): CmsAdapter {
  const credentials = { ...fields, [secretField(kind).key]: secret };
  return adapters[kind]({ url, credentials }, connection);
}

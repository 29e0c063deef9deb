import type { SendResult } from '#shared/domain/cmsAccount';
import { secretField, secretVariable } from '#shared/domain/cmsKindWords';
import { inSentence } from '#shared/language/formats';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { createOutbox } from '../cms/deliver/outbox';
import { environmentFetch } from './environmentFetch';
import type { AccountIdentity } from '../store/cms/accounts';
import type { Store } from '../store/store';

/** Sends one article with the secret from the environment, which is stored nowhere. */
export function pushWith(
  store: Store,
  environment: Readonly<Record<string, string | undefined>>,
): (articleId: Id, account: AccountIdentity, override: string | null) => Promise<SendResult> {
  return async (articleId, account, override) => {
    const variable = secretVariable(account.kind);
    const secret = environment[variable];
    if (secret === undefined || secret === '') {
      throw new NutgrafError(
        'no_secret',
        `Put the site’s ${inSentence(secretField(account.kind).label())} into the variable ${variable}.`,
      );
    }
    const outbox = createOutbox({ store, fetch: environmentFetch() });
    return outbox.pushNow(articleId, account, secret, override);
  };
}

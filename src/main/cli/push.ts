import type { CmsKind, SendResult } from '#shared/domain/cmsAccount';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { createOutbox } from '../cms/deliver/outbox';
import { environmentFetch } from './environmentFetch';
import type { Store } from '../store/store';

const VARIABLE = 'NUTGRAF_CMS_PASSWORD';

/** Sends one article with the password of the environment, which is kept nowhere. */
export function pushWith(
  store: Store,
  environment: Readonly<Record<string, string | undefined>>,
): (articleId: Id, kind: CmsKind, url: string, user: string, override: string | null) => Promise<SendResult> {
  return async (articleId, kind, url, user, override) => {
    const password = environment[VARIABLE];
    if (password === undefined || password === '') {
      throw new NutgrafError(
        'no_password',
        `Put the site’s application password into the variable ${VARIABLE}.`,
      );
    }
    const outbox = createOutbox({ store, fetch: environmentFetch() });
    return outbox.pushNow(articleId, { kind, url, user }, password, override);
  };
}

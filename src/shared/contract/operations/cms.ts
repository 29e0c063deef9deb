import { z } from 'zod';
import { cmsAccountRow, cmsKind, cmsLink } from '../../domain/cmsAccount';
import { overrideReason } from '../../domain/hold';
import { id } from '../../domain/id';
import { operation } from '../define';

const secret = z.string().min(1).max(1000);

export const cms = {
  accounts: operation(z.undefined(), z.array(cmsAccountRow).readonly()),
  /** Whether the OS offers a keyring; without one a secret lives only until the app closes. */
  keyring: operation(z.undefined(), z.strictObject({ available: z.boolean(), backend: z.string() })),
  /** Signs in at the site first: nothing is kept when that fails. `remember` needs a keyring. */
  addAccount: operation(
    z.strictObject({
      kind: cmsKind,
      url: z.string().min(1).max(2000),
      /** What the kind asks for, by key, its secret among it. */
      credentials: z.record(z.string().max(50), secret),
      remember: z.boolean(),
      /** The person confirmed that a site on a private network is meant. */
      allowPrivate: z.boolean().default(false),
    }),
    cmsAccountRow,
  ),
  enterSecret: operation(z.strictObject({ accountId: id, secret, remember: z.boolean() }), cmsAccountRow),
  removeAccount: operation(z.strictObject({ accountId: id }), z.null()),
  /**
   * Puts the article in the outbox and answers at once; `cms.changed` tells how it went. Refused as `article_held` for
   * one that is held back, unless `override` says why it may go all the same.
   */
  send: operation(
    z.strictObject({ articleId: id, accountId: id, override: overrideReason.nullish() }),
    cmsLink,
  ),
  /** The article's way to each site that it was sent to. */
  links: operation(z.strictObject({ articleId: id }), z.array(cmsLink).readonly()),
  /**
   * Settles a conflict that was shown: `mine` sends this text over what was seen there (refused as a new conflict
   * when the site changed again), `theirs` takes the site's text in. Either keeps a revision first.
   */
  resolve: operation(
    z.strictObject({ articleId: id, accountId: id, choice: z.enum(['mine', 'theirs']) }),
    cmsLink,
  ),
  /** What waits in the outbox, and whether there is a network. */
  state: operation(z.undefined(), z.strictObject({ online: z.boolean(), waiting: z.int() })),
};

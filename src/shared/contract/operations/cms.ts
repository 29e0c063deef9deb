import { z } from 'zod';
import { cmsAccountRow, cmsKind, cmsLink, keyringState } from '../../domain/cmsAccount';
import { overrideReason } from '../../domain/hold';
import { id } from '../../domain/id';
import { operation } from '../define';

const secret = z.string().min(1).max(1000);

export const cms = {
  accounts: operation(z.undefined(), z.array(cmsAccountRow).readonly()),
  /** Whether the OS has a keyring; without one, a secret lives only until the app closes. */
  keyring: operation(z.undefined(), z.strictObject({ state: keyringState })),
  /**
   * Signs in to the site first: nothing is kept if that fails. `remember` needs a keyring, and is refused as
   * `no_keyring` or `keyring_away` where it does not answer; what was remembered before stays then.
   */
  addAccount: operation(
    z.strictObject({
      kind: cmsKind,
      url: z.string().min(1).max(2000),
      /** The values the kind asks for, by key, including its secret. */
      credentials: z.record(z.string().max(50), secret),
      remember: z.boolean(),
      /** The user confirmed that a site on a private network is meant. */
      allowPrivate: z.boolean().default(false),
    }),
    cmsAccountRow,
  ),
  enterSecret: operation(z.strictObject({ accountId: id, secret, remember: z.boolean() }), cmsAccountRow),
  removeAccount: operation(z.strictObject({ accountId: id }), z.null()),
  /**
   * Puts the article in the outbox and answers at once; `cms.changed` reports the result. An article that is held
   * back is refused as `article_held`, unless `override` gives a reason.
   */
  send: operation(
    z.strictObject({ articleId: id, accountId: id, override: overrideReason.nullish() }),
    cmsLink,
  ),
  /** The article's link to each site it was sent to. */
  links: operation(z.strictObject({ articleId: id }), z.array(cmsLink).readonly()),
  /**
   * Resolves a conflict that was shown: `mine` sends this text over what the user saw there (refused as a new
   * conflict if the site changed again), `theirs` takes the site's text. Either keeps a revision first.
   */
  resolve: operation(
    z.strictObject({ articleId: id, accountId: id, choice: z.enum(['mine', 'theirs']) }),
    cmsLink,
  ),
  /** What is waiting in the outbox, and whether there is a network. */
  state: operation(z.undefined(), z.strictObject({ online: z.boolean(), waiting: z.int() })),
};

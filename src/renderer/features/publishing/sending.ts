import { reportProblem } from '#renderer/base/notices/notices';
import { observable, useObservable } from '#renderer/base/observable';
import { bridge } from '#renderer/bridge';
import { openArticles } from '#renderer/features/editor';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { toFailure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';

/** The dialog about sites and sends that is open. */
export type Shown =
  | { readonly kind: 'addAccount' }
  | { readonly kind: 'accounts' }
  | { readonly kind: 'chooseSite'; readonly articleId: Id }
  | { readonly kind: 'secret'; readonly account: CmsAccountRow; readonly thenSend: Id | null }
  | {
      readonly kind: 'held';
      readonly articleId: Id;
      readonly account: CmsAccountRow;
      readonly why: string;
    }
  | { readonly kind: 'conflict'; readonly articleId: Id; readonly account: CmsAccountRow };

/** What is to be sent where, and the reason if it is held back. */
export interface Sending {
  readonly articleId: Id;
  readonly account: CmsAccountRow;
  readonly override: string | null;
}

const shown = observable<Shown | null>(null);

export const showPublishing = (what: Shown | null): void => shown.set(() => what);

export const useShownPublishing = (): Shown | null => useObservable(shown);

/** Saves what was typed and puts the article in the outbox; asks for a reason where it is held back. */
export async function putInOutbox({ articleId, account, override }: Sending): Promise<void> {
  try {
    await openArticles.requireSaved();
    await bridge.cms.send({ articleId, accountId: account.id, override });
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (code === 'article_held') showPublishing({ kind: 'held', articleId, account, why: message });
    else reportProblem(thrown);
  }
}

/** The same, but first asks for the account's secret if it is missing. */
export async function send(sending: Sending): Promise<void> {
  const { account, articleId } = sending;
  if (account.secret === 'missing') showPublishing({ kind: 'secret', account, thenSend: articleId });
  else {
    showPublishing(null);
    await putInOutbox(sending);
  }
}

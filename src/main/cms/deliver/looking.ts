import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { getAccount } from '../../store/cms/accounts';
import { dueRepeats, type Repeat } from '../../store/cms/repeats';
import { isOfNetwork, SiteFailure } from '../siteFailure';
import { look, putOff } from './doubles';
import { connect, type SendingContext } from './sending';

/** Looks for second posts where that is due. A site that gave no answer is asked once. */
export async function lookDue(context: SendingContext): Promise<void> {
  const { store, signal, online } = context;
  const unreached = new Set<Id>();
  for (const repeat of dueRepeats(store, store.now())) {
    if (signal.aborted || !online()) return;
    if (unreached.has(repeat.accountId)) putOff(store, repeat);
    else if (!(await lookOnce(context, repeat))) unreached.add(repeat.accountId);
  }
}

/** Whether the site could be reached. What else went wrong is told where the article is sent, and tried again. */
async function lookOnce(context: SendingContext, repeat: Repeat): Promise<boolean> {
  const { store, secretOf, onTrouble, tell } = context;
  const { articleId, accountId } = repeat;
  try {
    const adapter = connect(context, getAccount(store, accountId), secretOf(accountId));
    await look(store, adapter, repeat);
    tell(articleId);
  } catch (error) {
    putOff(store, repeat);
    if (error instanceof SiteFailure) return !isOfNetwork(error);
    if (!(error instanceof NutgrafError)) onTrouble(error);
  }
  return true;
}

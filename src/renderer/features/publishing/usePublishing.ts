import { createContext, useContext } from 'react';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import type { Id } from '#shared/domain/id';

/** What any part of the window can ask for about the sites. */
export interface Publishing {
  /** Saves what was typed and puts the article in the outbox; asks for the account's secret first when there is none. */
  readonly send: (articleId: Id, account: CmsAccountRow) => Promise<void>;
  readonly askSecret: (account: CmsAccountRow) => void;
  readonly settleConflict: (articleId: Id, account: CmsAccountRow) => void;
}

export const PublishingContext = createContext<Publishing | null>(null);

export function usePublishing(): Publishing {
  const publishing = useContext(PublishingContext);
  if (!publishing) throw new Error('usePublishing stands outside its provider');
  return publishing;
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '#renderer/base/notices/announce';
import { queries } from '#renderer/base/queries/queries';
import { bridge } from '#renderer/bridge';
import { openArticles } from '#renderer/features/editor';
import type { Id } from '#shared/domain/id';
import { useAttempt } from '#renderer/base/queries/useAttempt';

export type Choice = 'mine' | 'theirs';

/** Settles a conflict as chosen; when the site has changed again meanwhile, nothing is done and that is told. */
export function useSettling(articleId: Id, accountId: Id, onSettled: () => void) {
  const client = useQueryClient();
  const { busy, problem, attempt } = useAttempt();
  const [changedAgain, setChangedAgain] = useState(false);
  const settle = (choice: Choice) =>
    void attempt(async () => {
      setChangedAgain(false);
      await openArticles.requireSaved();
      const link = await bridge.cms.resolve({ articleId, accountId, choice });
      await client.invalidateQueries({ queryKey: queries.links(articleId).queryKey });
      if (link.state.kind === 'conflict') setChangedAgain(true);
      else {
        onSettled();
        announce(
          choice === 'mine' ? 'Settled: yours goes to the site.' : 'Settled: the site’s text is taken.',
        );
      }
    });
  return { busy, problem, changedAgain, settle };
}

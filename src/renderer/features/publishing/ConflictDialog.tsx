import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';
import { DiffText } from '#renderer/ui/DiffText';
import { classes } from '#renderer/ui/classes';
import { fullTime } from '#shared/domain/fullTime';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { CmsAccountRow, SyncState, Difference } from '#shared/domain/cmsAccount';
import type { Id } from '#shared/domain/id';
import { conflictWords, differenceWords } from './conflictWords';
import { useState } from 'react';
import { announce } from '#renderer/base/notices/announce';
import { bridge } from '#renderer/bridge';
import { openArticles } from '#renderer/features/editor';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { say } from '#shared/language/say';
import { siteName } from './siteWords';

type Conflict = Extract<SyncState, { kind: 'conflict' }>;

interface ActionsProps {
  readonly words: ReturnType<typeof conflictWords>;
  readonly busy: boolean;
  readonly settle: (choice: Choice) => void;
  readonly onClose: () => void;
}

function Actions({ words, busy, settle, onClose }: ActionsProps) {
  return (
    <>
      <p className="flex-1 text-ink-2">{say('Whatever you choose, your version is kept in History.')}</p>
      <Button onClick={onClose}>{say('Decide later')}</Button>
      <Button disabled={busy} onClick={() => settle('theirs')}>
        {words.theirs}
      </Button>
      <Button look="main" disabled={busy} onClick={() => settle('mine')}>
        {words.mine}
      </Button>
    </>
  );
}

function Differences({ conflict, site }: { readonly conflict: Conflict; readonly site: string }) {
  return (
    <>
      <div className="mb-2 grid grid-cols-2 px-3.5 max-[480px]:grid-cols-1">
        <div>
          <h3 className="font-semibold">{say('Yours')}</h3>
          <p className="text-meta text-ink-2">{say('This computer')}</p>
        </div>
        <div className="ps-3.5">
          <h3 className="font-semibold">{say('Theirs')}</h3>
          <p className="text-meta text-ink-2">
            {say('{site}, seen {time}', { site, time: fullTime(conflict.at) })}
          </p>
        </div>
      </div>
      <ul className="space-y-3">
        {conflict.differences.map((difference) => (
          <DifferenceCard
            key={`${difference.where} ${difference.base} ${difference.theirs}`}
            difference={difference}
          />
        ))}
      </ul>
    </>
  );
}

interface ConflictDialogProps {
  readonly articleId: Id;
  readonly account: CmsAccountRow;
  readonly onClose: () => void;
}

/** The differences between the article here and the post there, side by side, and the choice between the two. */
export function ConflictDialog({ articleId, account, onClose }: ConflictDialogProps) {
  const link = useQuery(queries.links(articleId)).data?.find(({ accountId }) => accountId === account.id);
  const headline = useQuery(queries.article(articleId)).data?.headline;
  const { busy, problem, changedAgain, settle } = useSettling(articleId, account.id, onClose);
  const conflict = link?.state.kind === 'conflict' ? link.state : null;
  const site = siteName(account);
  const words = conflictWords(conflict?.differences ?? [], site);
  return (
    <Dialog
      title={headline || say('No headline yet')}
      about={conflict ? words.about : say('This conflict is already resolved.')}
      width={words.isGone ? 'medium' : 'full'}
      onClose={onClose}
      actions={conflict && <Actions {...{ words, busy, settle, onClose }} />}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {changedAgain && (
        <Banner tone="warn">
          {say('The post changed again meanwhile, so nothing was done. This is how it reads now.')}
        </Banner>
      )}
      {conflict && !words.isGone && <Differences conflict={conflict} site={site} />}
      {conflict && words.isGone && <p>{words.choice}</p>}
    </Dialog>
  );
}

type Choice = 'mine' | 'theirs';

/** Resolves a conflict as chosen; if the site has changed again meanwhile, nothing is done, and the user is told. */
function useSettling(articleId: Id, accountId: Id, onSettled: () => void) {
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
          choice === 'mine'
            ? say('Resolved: your version goes to the site.')
            : say('Resolved: the site’s version was taken.'),
        );
      }
    });
  return { busy, problem, changedAgain, settle };
}

/** One field or block on both sides. */
function DifferenceCard({ difference }: { readonly difference: Difference }) {
  const { where, base, ours, theirs } = difference;
  const { title, what, isConflict } = differenceWords(difference);
  return (
    <li className="overflow-hidden rounded-card border border-line">
      <h3 className="flex items-baseline gap-2.5 border-b border-line bg-chrome px-3.5 py-2 font-semibold">
        {title}
        <span className={classes('text-meta font-normal', isConflict ? 'text-warn' : 'text-ink-2')}>
          {what}
        </span>
      </h3>
      <div className="grid grid-cols-2 divide-x divide-line bg-raised max-[480px]:grid-cols-1">
        <section aria-label={say('{place}, yours', { place: where })} className="px-3.5 py-2.5">
          <DiffText base={base} text={ours} />
        </section>
        <section aria-label={say('{place}, theirs', { place: where })} className="px-3.5 py-2.5">
          <DiffText base={base} text={theirs} />
        </section>
      </div>
      {base !== null && (
        <details className="border-t border-line bg-raised px-3.5 py-1.5 text-meta text-ink-2">
          <summary className="min-h-6" aria-label={say('Last common version on {place}', { place: where })}>
            {say('Last common version')}
          </summary>
          <p
            dir="auto"
            className="selectable py-1 font-story text-list break-words whitespace-pre-wrap text-ink"
          >
            {base}
          </p>
        </details>
      )}
    </li>
  );
}

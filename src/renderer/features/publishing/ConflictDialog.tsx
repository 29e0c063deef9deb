import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';
import { fullTime } from '#shared/domain/fullTime';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { CmsAccountRow, SyncState } from '#shared/domain/cmsAccount';
import type { Id } from '#shared/domain/id';
import { siteName } from './siteName';
import { conflictWords } from './conflictWords';
import { DifferenceCard } from './DifferenceCard';
import { type Choice, useSettling } from './useSettling';

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
      <p className="flex-1 text-ink-2">Whatever you choose, a revision of your text is kept in History.</p>
      <Button onClick={onClose}>Decide later</Button>
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
          <h3 className="font-semibold">Yours</h3>
          <p className="text-meta text-ink-2">This computer</p>
        </div>
        <div className="pl-3.5">
          <h3 className="font-semibold">Theirs</h3>
          <p className="text-meta text-ink-2">
            {site}, seen {fullTime(conflict.at)}
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

/** What differs between the article here and the post there, side by side, and the choice between the two. */
export function ConflictDialog({ articleId, account, onClose }: ConflictDialogProps) {
  const link = useQuery(queries.links(articleId)).data?.find(({ accountId }) => accountId === account.id);
  const headline = useQuery(queries.article(articleId)).data?.headline;
  const { busy, problem, changedAgain, settle } = useSettling(articleId, account.id, onClose);
  const conflict = link?.state.kind === 'conflict' ? link.state : null;
  const site = siteName(account);
  const words = conflictWords(conflict?.differences ?? [], site);
  return (
    <Dialog
      title={headline || 'No headline yet'}
      about={conflict ? words.about : 'This is settled: there is nothing to choose any more.'}
      width={words.isGone ? 'medium' : 'full'}
      onClose={onClose}
      actions={conflict && <Actions {...{ words, busy, settle, onClose }} />}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {changedAgain && (
        <Banner tone="warn">
          The site changed again meanwhile, so nothing was done. This is what it has now.
        </Banner>
      )}
      {conflict && !words.isGone && <Differences conflict={conflict} site={site} />}
      {conflict && words.isGone && <p>{words.choice}</p>}
    </Dialog>
  );
}

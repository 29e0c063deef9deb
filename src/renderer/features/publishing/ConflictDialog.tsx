import { useQuery, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { queries } from '#renderer/app/queries';
import { fullTime } from '#renderer/app/relativeTime';
import { desk } from '#renderer/desk';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { classes } from '#renderer/ui/classes';
import { Dialog } from '#renderer/ui/Dialog';
import type { CmsAccountRow, Difference, SyncState } from '#shared/domain/cmsAccount';
import { assertNever } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { siteName } from './cmsNames';
import { differenceWords } from './differenceWords';
import { useAttempt } from './useAttempt';
import { type DiffRun, wordDiff } from './wordDiff';

type Conflict = Extract<SyncState, { kind: 'conflict' }>;

function Run({ run: { kind, text } }: { readonly run: DiffRun }) {
  switch (kind) {
    case 'same':
      return text;
    case 'added':
      return <ins className="rounded-[2px] bg-ok-soft no-underline">{text}</ins>;
    case 'removed':
      return <del className="rounded-[2px] bg-bad-soft text-ink-2">{text}</del>;
    default:
      return assertNever(kind);
  }
}

/** One side's text, with what it changed of the base. */
function Side({ base, text }: { readonly base: string | null; readonly text: string | null }) {
  return (
    <p dir="auto" className="selectable font-story text-list leading-[1.55] break-words whitespace-pre-wrap">
      {text === null && base === null && <span className="font-sans text-meta text-ink-3">Not there</span>}
      {wordDiff(base ?? '', text ?? '').map((run) => (
        <Run key={run.start} run={run} />
      ))}
    </p>
  );
}

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
      <div className="grid grid-cols-2 divide-x divide-line bg-raised">
        <section aria-label={`${where}, yours`} className="px-3.5 py-2.5">
          <Side base={base} text={ours} />
        </section>
        <section aria-label={`${where}, theirs`} className="px-3.5 py-2.5">
          <Side base={base} text={theirs} />
        </section>
      </div>
      {base !== null && (
        <details className="border-t border-line bg-raised px-3.5 py-1.5 text-meta text-ink-2">
          <summary>As both last agreed</summary>
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

interface ConflictDialogProps {
  readonly articleId: Id;
  readonly account: CmsAccountRow;
  readonly onClose: () => void;
}

interface ActionsProps {
  readonly busy: boolean;
  readonly settle: (choice: 'mine' | 'theirs') => void;
  readonly onClose: () => void;
}

function Actions({ busy, settle, onClose }: ActionsProps) {
  return (
    <>
      <p className="flex-1 text-ink-2">Either choice keeps the other text: yours stands in History.</p>
      <Button onClick={onClose}>Decide later</Button>
      <Button disabled={busy} onClick={() => settle('theirs')}>
        Take theirs
      </Button>
      <Button look="main" disabled={busy} onClick={() => settle('mine')}>
        Keep mine and send
      </Button>
    </>
  );
}

/** What differs between the article here and the post there, side by side, and the choice between the two. */
export function ConflictDialog({ articleId, account, onClose }: ConflictDialogProps) {
  const client = useQueryClient();
  const link = useQuery(queries.links(articleId)).data?.find(({ accountId }) => accountId === account.id);
  const headline = useQuery(queries.article(articleId)).data?.headline;
  const { busy, problem, attempt } = useAttempt();
  const settle = (choice: 'mine' | 'theirs') =>
    attempt(async () => {
      await desk.cms.resolve({ articleId, accountId: account.id, choice });
      await client.invalidateQueries({ queryKey: queries.links(articleId).queryKey });
      onClose();
    });
  const conflict: Conflict | null = link?.state.kind === 'conflict' ? link.state : null;
  const site = siteName(account);
  return (
    <Dialog
      title={headline || 'No headline yet'}
      about={`Changed here and on ${site} since both last agreed. Nothing is sent until you choose. A revision of your text is kept.`}
      width="full"
      onClose={onClose}
      actions={conflict && <Actions busy={busy} settle={(choice) => void settle(choice)} onClose={onClose} />}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {!conflict && <p className="text-ink-2">This is settled: there is nothing to choose any more.</p>}
      {conflict && (
        <>
          <p className="mb-3 flex items-center gap-2 text-warn">
            <TriangleAlert aria-hidden /> Seen {fullTime(conflict.at)}.
          </p>
          <div className="mb-2 grid grid-cols-2 px-3.5">
            <div>
              <h3 className="font-semibold">Yours</h3>
              <p className="text-meta text-ink-2">This computer</p>
            </div>
            <div className="pl-3.5">
              <h3 className="font-semibold">Theirs</h3>
              <p className="text-meta text-ink-2">{site}</p>
            </div>
          </div>
          <ul className="space-y-3">
            {conflict.differences.map((difference) => (
              <DifferenceCard key={`${difference.kind} ${difference.where}`} difference={difference} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

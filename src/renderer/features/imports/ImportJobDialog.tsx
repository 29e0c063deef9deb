import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { goOn } from '#renderer/base/navigation/focus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import type { Listed } from '#renderer/base/navigation/navigation';
import { queries } from '#renderer/base/queries/queries';
import { type Attempt, useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { Progress } from '#renderer/ui/Progress';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';
import type { Id } from '#shared/domain/id';
import type { ImportJob, ImportOutcome } from '#shared/domain/importJob';
import { isUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { batchWords, foundWords, leftOutWords, progressWords } from './importWords';

interface OutcomeRowProps {
  readonly outcome: ImportOutcome;
  readonly onOpen: (id: Id) => void;
}

function OutcomeRow({ outcome, onOpen }: OutcomeRowProps) {
  if (outcome.kind === 'notRead') {
    return (
      <>
        <CircleDashed aria-label={say('Not read')} className="mt-0.5 text-ink-3" />
        <div className="selectable min-w-40 flex-1 break-words">
          <bdi>{outcome.file}</bdi>
        </div>
      </>
    );
  }
  if (outcome.kind === 'failed') {
    return (
      <>
        <CircleAlert aria-label={say('Failed')} className="mt-0.5 text-bad" />
        <div className="selectable min-w-40 flex-1">
          <div className="font-medium break-words">
            <bdi>{outcome.file}</bdi>
          </div>
          <div className="text-ink-2">{outcome.failure.message}</div>
        </div>
      </>
    );
  }
  const { summary, file } = outcome;
  return (
    <>
      <CircleCheck aria-label={say('Imported')} className="mt-0.5 text-ok" />
      <div className="min-w-40 flex-1">
        <div dir="auto" className="font-story text-list font-[560] break-words">
          {summary.headline || file}
        </div>
        <div className="text-meta text-ink-2">
          {say('{found}. {leftOut}.', {
            found: foundWords(summary),
            leftOut: leftOutWords(summary.leftOut),
          })}
        </div>
      </div>
      <Button
        aria-label={say('Open {article}', { article: summary.headline || file })}
        onClick={() => onOpen(summary.id)}
      >
        {say('Open')}
      </Button>
    </>
  );
}

/** How many unread files are named: nobody reads a longer list. */
const NAMED = 200;

function Outcomes({
  outcomes,
  onOpen,
}: Pick<OutcomeRowProps, 'onOpen'> & { readonly outcomes: readonly ImportOutcome[] }) {
  const unread = outcomes.filter(({ kind }) => kind === 'notRead');
  const named = [...outcomes.filter(({ kind }) => kind !== 'notRead'), ...unread.slice(0, NAMED)];
  const others = unread.length - NAMED;
  return (
    <>
      <ul className="divide-y divide-line">
        {named.map((outcome, index) => (
          <li
            key={outcome.kind === 'imported' ? outcome.summary.id : `${outcome.file} ${index}`}
            className="flex flex-wrap items-start gap-3 py-3 first:pt-0"
          >
            <OutcomeRow outcome={outcome} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p className="text-ink-2">
          {say(
            '{others, plural, one {And # more that was not read.} other {And # more that were not read.}}',
            { others },
          )}
        </p>
      )}
    </>
  );
}

/** The progress. Each quarter is announced; each file would be too much. */
function Reading({ job }: { readonly job: ImportJob }) {
  const quarters = Math.floor((4 * (job.done + job.failed)) / job.total);
  return (
    <div className="space-y-2">
      <Progress label={say('Import')} done={job.done + job.failed} total={job.total} />
      <p className="break-words text-ink-2 tabular-nums">{progressWords(job)}</p>
      <VisuallyHidden>
        <span role="status">
          {quarters === 0 ? '' : say('{percent, number} percent read.', { percent: quarters * 25 })}
        </span>
      </VisuallyHidden>
    </div>
  );
}

interface ImportJobDialogProps {
  readonly jobId: Id;
  /** Continues an import that had ended. */
  readonly onGoOn: (job: ImportJob) => void;
  readonly onClose: () => void;
}

type ActionsProps = Omit<ImportJobDialogProps, 'jobId'> & { readonly job: ImportJob } & Pick<
    Attempt,
    'attempt'
  >;

function Actions({ job, attempt, onGoOn, onClose }: ActionsProps) {
  const { id, total, done, failed } = job;
  if (isUnderWay(job)) {
    return (
      <>
        <Button onClick={() => void attempt(() => bridge.imports.cancel({ id }))}>
          {say('Cancel import')}
        </Button>
        <Button data-goes-on onClick={onClose}>
          {say('Continue in the background')}
        </Button>
      </>
    );
  }
  return (
    <>
      {total > done + failed && (
        <Button onClick={() => void attempt(async () => onGoOn(await bridge.imports.goOn({ id })))}>
          {say('Read the rest')}
        </Button>
      )}
      <Button data-goes-on onClick={onClose}>
        {say('Done')}
      </Button>
    </>
  );
}

/** The progress of an import, and the outcome of each file. */
export function ImportJobDialog({ jobId, onGoOn, onClose }: ImportJobDialogProps) {
  const { revealArticle } = useNavigation();
  const job = useQuery(queries.imports).data?.find(({ id }) => id === jobId);
  const isOver = job !== undefined && !isUnderWay(job);
  const outcomes = useQuery({ ...queries.importOutcomes(jobId), enabled: isOver }).data ?? [];
  const { problem, attempt } = useAttempt();
  if (!job) return null;
  const open = (id: Id) => {
    revealArticle(importedDraft(id));
    onClose();
    goOn('editor');
  };
  return (
    <Dialog
      title={say('Import')}
      about={
        isOver
          ? say('{result}.', { result: batchWords(job) })
          : say('You can keep writing. The status bar shows its progress.')
      }
      onClose={onClose}
      actions={<Actions job={job} attempt={attempt} onGoOn={onGoOn} onClose={onClose} />}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {job.failure && <Banner tone="warn">{job.failure.message}</Banner>}
      {isOver ? <Outcomes outcomes={outcomes} onOpen={open} /> : <Reading job={job} />}
    </Dialog>
  );
}

/** An imported article for the list: a draft, whichever section it was put into. */
export function importedDraft(id: Id): Listed {
  return { id, status: 'draft', sectionId: null, trashedAt: null };
}

import { FolderOpen, RotateCw } from 'lucide-react';
import { fullTime } from '#shared/domain/fullTime';
import { type Attempt, useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Progress } from '#renderer/ui/Progress';
import type { ExportJob } from '#shared/domain/exportJob';
import { exportFormats } from '#shared/domain/exportFormats';
import { isUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { jobWords } from './jobWords';

interface JobButtonsProps {
  readonly job: ExportJob;
  readonly attempt: Attempt['attempt'];
}

function JobButtons({ job, attempt }: JobButtonsProps) {
  const { id, state, failed, done } = job;
  const act = (call: (request: { id: string }) => Promise<unknown>) => () => void attempt(() => call({ id }));
  if (isUnderWay(job)) return <Button onClick={act(bridge.exports.cancel)}>{say('Cancel')}</Button>;
  const time = fullTime(job.createdAt);
  const unfinished = state !== 'done' || failed > 0;
  return (
    <>
      {unfinished && (
        <Button
          aria-label={say('Try again the export of {time}', { time })}
          onClick={act(bridge.exports.retry)}
        >
          <RotateCw aria-hidden /> {say('Try again')}
        </Button>
      )}
      {done > 0 && (
        <Button
          aria-label={say('Show in folder the export of {time}', { time })}
          onClick={act(bridge.exports.reveal)}
        >
          <FolderOpen aria-hidden /> {say('Show in folder')}
        </Button>
      )}
    </>
  );
}

/** One export: its progress, its folder, and what can be done about it. */
export function JobView({ job }: { readonly job: ExportJob }) {
  const { request, state, createdAt, done, failed, total, notes } = job;
  const { problem, attempt } = useAttempt();
  const label = exportFormats[request.format].label();
  const wrong = state === 'failed' || (!isUnderWay(job) && failed > 0);
  return (
    <div className="flex flex-wrap items-start gap-4">
      <div className="min-w-40 flex-1 space-y-1">
        <div className="flex flex-wrap gap-2">
          <span className="flex-1 font-semibold">{label}</span>
          <span className="text-meta text-ink-3">{fullTime(createdAt)}</span>
        </div>
        {isUnderWay(job) && (
          <Progress label={say('{format} export', { format: label })} done={done + failed} total={total} />
        )}
        <p role="status" className={wrong ? 'text-bad' : 'text-ink-2'}>
          {jobWords(job)}
        </p>
        {notes.length > 0 && (
          <ul aria-label={say('Notes')} className="selectable list-disc space-y-1 ps-5 text-meta text-ink-2">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {problem !== null && <Banner tone="bad">{problem}</Banner>}
        <p className="selectable one-line text-meta text-ink-3" title={request.folder}>
          <bdi>{request.folder}</bdi>
        </p>
      </div>
      <div className="flex gap-2">
        <JobButtons job={job} attempt={attempt} />
      </div>
    </div>
  );
}

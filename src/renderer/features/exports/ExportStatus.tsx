import { useQuery } from '@tanstack/react-query';
import { Download, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import { classes } from '#renderer/ui/classes';
import type { ExportJob } from '#shared/domain/exportJob';
import { isUnderWay } from '#shared/domain/job';
import { JobsDialog } from './JobsDialog';
import { shortJobWords } from './jobWords';

/** The export that is under way, else the last that ended since this window opened: what ended before is no news. */
function useNewsworthyJob(): ExportJob | undefined {
  const [openedAt] = useState(() => Date.now());
  const jobs = useQuery(queries.jobs).data;
  return (
    jobs?.find(isUnderWay) ?? jobs?.find(({ finishedAt }) => finishedAt !== null && finishedAt >= openedAt)
  );
}

/** In the status bar: how far the export is. Opens the list of exports. */
export function ExportStatus() {
  const job = useNewsworthyJob();
  const [open, setOpen] = useState(false);
  if (!job) return null;
  const wrong = job.state === 'failed' || (!isUnderWay(job) && job.failed > 0);
  const Icon = wrong ? TriangleAlert : Download;
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={classes(
          'flex min-h-6 items-center gap-1.5 rounded-small hover:text-ink',
          wrong && 'text-bad',
        )}
      >
        <Icon aria-hidden className="!size-3.5" />
        <span className="tabular-nums">{shortJobWords(job)}</span>
      </button>
      {open && <JobsDialog onClose={() => setOpen(false)} />}
    </>
  );
}

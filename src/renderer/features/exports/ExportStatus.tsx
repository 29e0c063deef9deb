import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import { StatusButton } from '#renderer/ui/StatusButton';
import type { ExportJob } from '#shared/domain/exportJob';
import { hasGoneWrong, jobUnderWay } from '#shared/domain/job';
import { JobsDialog } from './JobsDialog';
import { shortJobWords } from './jobWords';

/** The export that is under way, else the last that ended since this window opened: what ended before is no news. */
function useNewsworthyJob(): ExportJob | undefined {
  const [openedAt] = useState(() => Date.now());
  const jobs = useQuery(queries.jobs).data;
  return (
    jobUnderWay(jobs ?? []) ?? jobs?.find(({ finishedAt }) => finishedAt !== null && finishedAt >= openedAt)
  );
}

/** In the status bar: how far the export is. Opens the list of exports. */
export function ExportStatus() {
  const job = useNewsworthyJob();
  const [open, setOpen] = useState(false);
  if (!job) return null;
  return (
    <>
      <StatusButton
        icon={Download}
        words={shortJobWords(job)}
        isWrong={hasGoneWrong(job)}
        onOpen={() => setOpen(true)}
      />
      {open && <JobsDialog onClose={() => setOpen(false)} />}
    </>
  );
}

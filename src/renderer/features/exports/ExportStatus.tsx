import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { observable, useObservable } from '#renderer/base/observable';
import { queries } from '#renderer/base/queries/queries';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { StatusButton } from '#renderer/ui/StatusButton';
import type { ExportJob } from '#shared/domain/exportJob';
import { hasGoneWrong, jobUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { JobView } from './JobView';
import { shortJobWords } from './jobWords';

/** The running export, or else the last that ended since this window opened: older ones are no news. */
function useNewsworthyJob(): ExportJob | undefined {
  const [openedAt] = useState(() => Date.now());
  const jobs = useQuery(queries.jobs).data;
  return (
    jobUnderWay(jobs ?? []) ?? jobs?.find(({ finishedAt }) => finishedAt !== null && finishedAt >= openedAt)
  );
}

const isListShown = observable(false);

/** Shows how the exports went. */
export const showExports = (): void => isListShown.set(() => true);

/** In the status bar: the progress of the export. Opens the list of exports. */
export function ExportStatus() {
  const job = useNewsworthyJob();
  const open = useObservable(isListShown);
  const close = () => isListShown.set(() => false);
  if (!job) return null;
  return (
    <>
      <StatusButton
        icon={Download}
        words={shortJobWords(job)}
        isWrong={hasGoneWrong(job)}
        onOpen={showExports}
      />
      {open && <JobsDialog onClose={close} />}
    </>
  );
}

/** The exports, newest first. */
function JobsDialog({ onClose }: { readonly onClose: () => void }) {
  const jobs = useQuery(queries.jobs).data ?? [];
  return (
    <Dialog
      title={say('Exports')}
      about={say('Newest first.')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('Done')}</Button>}
    >
      <ul className="divide-y divide-line">
        {jobs.map((job) => (
          <li key={job.id} className="py-3 first:pt-0">
            <JobView job={job} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

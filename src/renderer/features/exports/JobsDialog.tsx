import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { JobView } from './JobView';

/** The exports, newest first. */
export function JobsDialog({ onClose }: { readonly onClose: () => void }) {
  const jobs = useQuery(queries.jobs).data ?? [];
  return (
    <Dialog
      title="Exports"
      about="What was written to files, newest first."
      onClose={onClose}
      actions={<Button onClick={onClose}>Done</Button>}
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

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { announce } from '#renderer/base/notices/announce';
import { showNotice } from '#renderer/base/notices/notices';
import { reportProblem } from '#renderer/base/notices/problems';
import { queries } from '#renderer/base/queries/queries';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';
import { isUnderWay } from '#shared/domain/job';
import { batchWords } from './importWords';
import { isImportShown, showImport } from './shownImport';

/** The topic of the notice on how an import ended that was sent to the background. */
const ENDED = 'import.ended';

/** Says how an import went, with a button that shows the whole of it. */
export function tellOfImport(job: ImportJob, text: string): void {
  showNotice({
    topic: ENDED,
    tone: job.state === 'done' && job.failed === 0 ? 'ok' : 'warn',
    text,
    action: { label: 'Import results', run: () => showImport({ kind: 'job', id: job.id }) },
  });
}

/**
 * Follows the imports that this window starts: several files in a dialog that can be left, one file until its article
 * can be shown. What a dialog does not show when it ends is told in a notice.
 */
export function useStartedImports(onSingle: (summary: ImportSummary) => void) {
  const client = useQueryClient();
  const jobs = useQuery(queries.imports).data;
  const started = useRef(new Set<Id>());

  const tell = async (job: ImportJob): Promise<void> => {
    const alone = job.total === 1;
    if (alone && job.done === 1) {
      const [outcome] = await client.fetchQuery({ ...queries.importOutcomes(job.id), staleTime: 0 });
      if (outcome?.kind === 'imported') onSingle(outcome.summary);
      if (isImportShown(job.id)) showImport(null);
    } else if (isImportShown(job.id)) announce(`${batchWords(job)}.`);
    else if (alone) showImport({ kind: 'job', id: job.id });
    else tellOfImport(job, `${batchWords(job)}.`);
  };
  const tellEnded = (known: readonly ImportJob[] = []): void => {
    for (const job of known)
      if (!isUnderWay(job) && started.current.delete(job.id)) tell(job).catch(reportProblem);
  };
  const onJobs = useEffectEvent(tellEnded);
  useEffect(() => onJobs(jobs), [jobs]);

  return (job: ImportJob): void => {
    if (job.total > 1) showImport({ kind: 'job', id: job.id });
    started.current.add(job.id);
    // It may have ended before this window was told that it began.
    tellEnded(client.getQueryData(queries.imports.queryKey));
  };
}

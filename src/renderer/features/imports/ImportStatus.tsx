import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import { StatusButton } from '#renderer/ui/StatusButton';
import type { ImportJob } from '#shared/domain/importJob';
import { hasGoneWrong, isUnderWay } from '#shared/domain/job';
import { shortImportWords } from './importWords';
import { showImport } from './shownImport';

/** Of a single file that came in, the article itself tells. */
const saysAll = ({ state, total, failed }: ImportJob): boolean =>
  state === 'done' && total === 1 && failed === 0;

/** The import that is under way, else the last that ended since this window opened. */
function useNewsworthyImport(): ImportJob | undefined {
  const [openedAt] = useState(() => Date.now());
  const jobs = useQuery(queries.imports).data;
  return (
    jobs?.find(isUnderWay) ??
    jobs?.find((job) => job.finishedAt !== null && job.finishedAt >= openedAt && !saysAll(job))
  );
}

/** In the status bar: how far the import is. Opens what it has read, with the button that cancels it. */
export function ImportStatus() {
  const job = useNewsworthyImport();
  if (!job) return null;
  return (
    <StatusButton
      icon={FileInput}
      words={shortImportWords(job)}
      isWrong={hasGoneWrong(job)}
      onOpen={() => showImport({ kind: 'job', id: job.id })}
    />
  );
}
